/**
 * What takes part in a part of a step in detail.
 *
 * @module
 */
import { WRITE } from './ramp.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Shown } from './picture.js' */
/** @import { Timing } from './timing.js' */

/** Returns whether a mark takes part in a part of a step. @param {Beat} beat @param {Selection} mark */
export function inBeat({ selection: own, into }, mark) {
  if (same(own, mark) || same(into, mark)) return true;
  if (own.kind !== 'weight' || mark.kind !== 'neuron') return false;
  return (
    (mark.layer === own.layer && mark.neuron === own.to) ||
    (mark.layer === own.layer - 1 && mark.neuron === own.from)
  );
}

/** @param {Selection} one @param {Selection} other */
export function same(one, other) {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'cost') return true;
  if (one.kind === 'weight' && other.kind === 'weight')
    return one.layer === other.layer && one.to === other.to && one.from === other.from;
  if ('layer' in one && 'layer' in other && 'neuron' in one && 'neuron' in other)
    return one.layer === other.layer && one.neuron === other.neuron;
  return one.kind === 'target' && other.kind === 'target' && one.neuron === other.neuron;
}

/**
 * Returns the sum so far at the neuron that adds up.
 *
 * @param {Timing} timing
 * @param {Selection} mark
 * @returns {Shown | undefined}
 */
export function runningAt({ beat, previous, part }, mark) {
  const shown = part < WRITE[0] ? previous : beat;
  if (!beat || shown?.running === undefined || !same(beat.into, mark) || !same(shown.into, mark))
    return undefined;
  return { quantity: 'running', value: shown.running, strength: 1, tone: 'ink' };
}
