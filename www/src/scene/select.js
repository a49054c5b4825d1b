/**
 * Selections compared.
 *
 * @module
 */

/** @import { Selection } from '../state/state.js' */

/** A selection as a word, for comparing and for names of fields. @param {Selection} selection */
export const key = (selection) => Object.values(selection).join('-');

/**
 * Whether both mean the same thing on the stage.
 * @param {Selection | undefined} one
 * @param {Selection | undefined} other
 */
export const sameSelection = (one, other) =>
  one !== undefined && other !== undefined && key(one) === key(other);
