/**
 * When each number changes within a step: all at once, layer by layer, or beat by beat.
 *
 * @module
 */
import { numberKey } from './number-key.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */

/**
 * Returns the progress of a layer in a step that goes through all of them, from the output back to the first.
 *
 * @param {number} t
 * @param {number} layer
 * @param {number} layers
 */
function layerProgress(t, layer, layers) {
  const width = 1 / (layers - 1);
  const start = (layers - Math.max(2, layer)) * width;
  return Math.min(1, Math.max(0, (t - start) / width));
}

/** A difference in beats that is rounding: t is a sum of fractions. */
const ROUNDING = 1e-9;

/** The order of each list of beats, made once. @type {WeakMap<Beat[], Map<string, number>>} */
const orders = new WeakMap();

/**
 * Returns the index of the beat that completes each number.
 * @param {Beat[]} beats
 */
function orderOf(beats) {
  const made = orders.get(beats);
  if (made) return made;
  /** @type {Map<string, number>} */
  const order = new Map();
  beats.forEach(({ completes }, index) => completes.forEach((key) => order.set(key, index)));
  orders.set(beats, order);
  return order;
}

/**
 * The timing of a step at t.
 *
 * @typedef {object} Timing
 * @property {(quantity: string, layer?: number, index?: number) => number} progress  of one number, 0 to 1
 * @property {Beat | undefined} beat  the beat shown; none before the first, and without detail
 * @property {Beat | undefined} previous  the one before it
 * @property {number} part  of that beat, 0 to 1
 */

/**
 * Returns the timing of a step.
 *
 * @param {Pick<View, 'before' | 'after'>} view
 * @param {number} t
 * @param {Beat[]} beats  of the step in detail; none if all of it happens at once
 * @returns {Timing}
 */
export function timingOf({ before, after }, t, beats) {
  if (beats.length > 0) {
    const order = orderOf(beats);
    const position = t * beats.length;
    // At its end a beat is still the one shown: that is where a press stops, and where it is read.
    const now = Math.max(0, Math.ceil(position - ROUNDING) - 1);
    /** @param {number} beat */
    const within = (beat) => Math.min(1, Math.max(0, position - beat));
    return {
      // A number that no beat completes is gone after the step: it fades out in the first beat.
      progress: (quantity, layer, index) => within(order.get(numberKey(quantity, layer, index)) ?? 0),
      beat: t > 0 ? beats[now] : undefined,
      previous: beats[now - 1],
      part: position - now,
    };
  }
  const { kind } = after.step;
  const layers = after.sizes.length;
  const byLayer = before !== after && ['update', 'sum', 'mean', 'scale'].includes(kind);
  return {
    progress: (_, layer) => (byLayer && layer ? layerProgress(t, layer, layers) : t),
    beat: undefined,
    previous: undefined,
    part: 0,
  };
}
