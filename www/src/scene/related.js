/**
 * What goes into what.
 *
 * @module
 */

/** @import { Selection } from '../notation/selection.js' */

/**
 * Whether the first is computed from the second, without anything between: a neuron from the weights and the bias into
 * it and the neurons before, the cost from outputs and targets, what comes out of a weight from the neuron it begins at.
 *
 * @param {Selection} one
 * @param {Selection} other
 * @param {number} layers
 * @returns {boolean}
 */
function from(one, other, layers) {
  switch (one.kind) {
    case 'neuron':
      if (other.kind === 'weight') return other.layer === one.layer && other.to === one.neuron;
      if (other.kind === 'bias') return other.layer === one.layer && other.neuron === one.neuron;
      return other.kind === 'neuron' && other.layer === one.layer - 1;
    case 'weight':
      return other.kind === 'neuron' && other.layer === one.layer - 1 && other.neuron === one.from;
    case 'cost':
      return other.kind === 'target' || (other.kind === 'neuron' && other.layer === layers);
    default:
      return false;
  }
}

/**
 * How a selection is related to the one that is looked at: `upstream` goes into it, `downstream` comes out of it.
 *
 * @param {Selection | undefined} looked
 * @param {Selection} selection
 * @param {number} layers
 * @returns {'upstream' | 'downstream' | ''}
 */
export function kin(looked, selection, layers) {
  if (!looked) return '';
  if (from(looked, selection, layers)) return 'upstream';
  return from(selection, looked, layers) ? 'downstream' : '';
}
