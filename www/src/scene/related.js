/**
 * What is computed from what, one link apart: what comes in at a selection, and where it goes.
 *
 * @module
 */

/** @import { Selection } from '../notation/selection.js' */

/**
 * Returns whether a selection is computed directly from another: a neuron from the weights and bias into
 * it and the neurons before it, the cost from outputs and targets. A weight counts as coming from the
 * neuron it starts at.
 *
 * @param {Selection} result
 * @param {Selection} input
 * @param {number} layers  of the network
 * @returns {boolean}
 */
function isComputedFrom(result, input, layers) {
  switch (result.kind) {
    case 'neuron':
      if (input.kind === 'weight') return input.layer === result.layer && input.to === result.neuron;
      if (input.kind === 'bias') return input.layer === result.layer && input.neuron === result.neuron;
      return input.kind === 'neuron' && input.layer === result.layer - 1;
    case 'weight':
      return input.kind === 'neuron' && input.layer === result.layer - 1 && input.neuron === result.from;
    case 'cost':
      return input.kind === 'target' || (input.kind === 'neuron' && input.layer === layers);
    default:
      return false;
  }
}

/**
 * Returns how a selection is related to the one in focus: `upstream` if that is computed from it,
 * `downstream` if it is computed from that.
 *
 * @param {Selection | undefined} focused  what is pointed at or selected
 * @param {Selection} other
 * @param {number} layers  of the network
 * @returns {'upstream' | 'downstream' | ''}
 */
export function relationOf(focused, other, layers) {
  if (!focused) return '';
  if (isComputedFrom(focused, other, layers)) return 'upstream';
  return isComputedFrom(other, focused, layers) ? 'downstream' : '';
}
