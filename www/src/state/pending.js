/**
 * Changes that were asked for and are not answered yet. The next change can come before the answer and builds on them.
 *
 * @module
 */

/** @import { Conventions } from '../protocol/state.js' */

/**
 * @typedef {object} Pending
 * @property {readonly number[] | undefined} sizes  the sizes asked for
 * @property {readonly number[] | undefined} keptLayers  for each of them, the index of the layer shown that it
 *   continues, or -1
 * @property {Conventions | undefined} conventions  the conventions asked for
 * @property {number | undefined} value  the last value a gesture asked for
 * @property {string | undefined} gesture  name of the gesture that goes on; one undo takes all its changes back
 */

/** @type {Pending} */
export const PENDING = Object.freeze({
  sizes: undefined,
  keptLayers: undefined,
  conventions: undefined,
  value: undefined,
  gesture: undefined,
});
