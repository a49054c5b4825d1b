/**
 * When each number has its turn within a step.
 *
 * @module
 */
import { numberKey } from './number-key.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */

/**
 * When each layer has its turn in a step that touches all of them: from the output back to the first.
 *
 * @param {number} t
 * @param {number} layer
 * @param {number} layers
 */
function turnOf(t, layer, layers) {
  const width = 1 / (layers - 1);
  const start = (layers - Math.max(2, layer)) * width;
  return Math.min(1, Math.max(0, (t - start) / width));
}

/** Two moments closer than this are one. */
const CLOSE = 1e-9;

/** @type {WeakMap<Beat[], Map<string, number>>} */
const orders = new WeakMap();

/** Which beat completes which number. @param {Beat[]} beats */
function orderOf(beats) {
  const made = orders.get(beats);
  if (made) return made;
  /** @type {Map<string, number>} */
  const order = new Map();
  beats.forEach(({ completes }, at) => completes.forEach((name) => order.set(name, at)));
  orders.set(beats, order);
  return order;
}

/**
 * @typedef {object} Timing
 * @property {(quantity: string, layer?: number, index?: number) => number} of  a number's own t, 0 to 1
 * @property {Beat | undefined} beat  the one that happens now; none before the first
 * @property {Beat | undefined} previous  the one before
 * @property {number} part  of that beat, 0 to 1
 */

/**
 * @param {Pick<View, 'before' | 'after'>} view
 * @param {number} t
 * @param {Beat[]} beats
 * @returns {Timing}
 */
export function timingOf({ before, after }, t, beats) {
  if (beats.length > 0) {
    const order = orderOf(beats);
    const at = t * beats.length;
    // At the end of a beat it is still the one that is shown, so that one can rest there and read it.
    const now = Math.max(0, Math.ceil(at - CLOSE) - 1);
    /** @param {number} beat */
    const within = (beat) => Math.min(1, Math.max(0, at - beat));
    return {
      // What no beat completes is what goes: it makes room in the first.
      of: (quantity, layer, index) => within(order.get(numberKey(quantity, layer, index)) ?? 0),
      beat: t > 0 ? beats[now] : undefined,
      previous: beats[now - 1],
      part: at - now,
    };
  }
  const { kind } = after.step;
  const layers = after.sizes.length;
  const byLayer = before !== after && ['update', 'sum', 'mean', 'scale'].includes(kind);
  return {
    of: (_, layer) => (byLayer && layer ? turnOf(t, layer, layers) : t),
    beat: undefined,
    previous: undefined,
    part: 0,
  };
}
