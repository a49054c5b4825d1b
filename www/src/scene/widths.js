/**
 * How wide an edge is for its weight.
 *
 * @module
 */

/** @import { State } from '../engine/protocol.js' */
/** @import { WidthScale } from './marks.js' */

/** @type {WeakMap<State, number>} the greatest |w| of a state, looked for only once */
const greatest = new WeakMap();

/**
 * The scale is chosen by the weights: 1, 2 or 5 times a power of ten, so that it stays while they change a little.
 *
 * @param {State} state
 * @param {number} thickest  px
 * @param {number} thinnest  px
 * @returns {WidthScale}
 */
export function widthScale(state, thickest, thinnest) {
  let max = greatest.get(state);
  if (max === undefined) {
    max = 0;
    for (const layer of state.weights) for (const w of layer ?? []) max = Math.max(max, Math.abs(w));
    greatest.set(state, max);
  }
  return { max: roundUp(max), thickest, thinnest };
}

/**
 * The least of 1, 2, 5 times a power of ten that is not below `value`; 1 for 0.
 *
 * @param {number} value
 */
export function roundUp(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5].map((times) => times * power).find((step) => step >= value) ?? 10 * power;
}

/**
 * @param {number} w
 * @param {WidthScale} scale
 * @returns {number} px
 */
export function widthOf(w, { max, thickest, thinnest }) {
  return thinnest + (thickest - thinnest) * Math.min(1, Math.abs(w) / max);
}
