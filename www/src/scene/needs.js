/**
 * What a column of neurons has room for.
 *
 * @module
 */

/** @import { Form } from './layout.js' */

/**
 * What a column of so many neurons has room for: `need` px from one rim to the next, the radius at `most` and
 * at `least` (else the next line of the table serves), the line of a bias with ① and number, and whether the
 * number of δ stands below the neuron (else its bar alone).
 * @typedef {{
 *   neurons: number, need: number, most: number, least: number, delta: boolean,
 *   bias?: { length: number, one: boolean, text: boolean },
 * }} Needs
 */

/** @type {Record<Form, Needs[]>} */
const NEEDS = {
  desk: [
    { neurons: 2, need: 100, most: 39, least: 26, bias: { length: 28, one: true, text: true }, delta: true },
    { neurons: 3, need: 68, most: 38, least: 13, bias: { length: 14, one: false, text: true }, delta: true },
    { neurons: 4, need: 66, most: 30, least: 12, bias: { length: 12, one: false, text: false }, delta: true },
    { neurons: 8, need: 14, most: 22, least: 7, delta: false },
    { neurons: 12, need: 7, most: 14, least: 0, delta: false },
  ],
  phone: [
    { neurons: 3, need: 64, most: 23, least: 12, bias: { length: 16, one: false, text: false }, delta: true },
    { neurons: 4, need: 46, most: 20, least: 12, delta: true },
    { neurons: 8, need: 14, most: 16, least: 7, delta: false },
    { neurons: 12, need: 7, most: 12, least: 0, delta: false },
  ],
};

/**
 * Px between two columns from which on the number of δ, and that of a bias, stand beside nothing of the next
 * column.
 */
const ROOM_FOR_DELTA = 92;
const ROOM_FOR_BIAS = 152;

/**
 * Returns what a column of so many neurons has room for.
 *
 * @param {number} count
 * @param {Form} form
 * @param {number} between  px from one column to the next
 * @param {number} spacing  px from one neuron to the next
 * @returns {Needs}
 */
export function needsOf(count, form, between, spacing) {
  const fits = NEEDS[form].filter(({ neurons }) => count <= neurons);
  const needs = fits.find(({ need, least }) => (spacing - need) / 2 >= least) ??
    fits.at(-1) ?? {
      ...{ neurons: count, need: 7, most: 12, least: 0 },
      delta: false,
    };
  const { bias, delta } = needs;
  return {
    ...needs,
    delta: delta && between >= ROOM_FOR_DELTA,
    ...(bias && { bias: { ...bias, text: bias.text && between >= ROOM_FOR_BIAS } }),
  };
}
