/**
 * Changes that were requested and have not been answered yet. The next change builds on them.
 *
 * @module
 */

/** @import { Conventions } from '../protocol/state.js' */

/**
 * @typedef {object} Pending
 * @property {readonly number[] | undefined} sizes  the sizes requested
 * @property {readonly number[] | undefined} keptLayers  for each of these sizes, the index of the layer shown
 *   that it continues, or -1
 * @property {Conventions | undefined} conventions  the conventions requested
 * @property {number | undefined} value  the last value a gesture requested
 * @property {string | undefined} gesture  name of the current gesture, which is undone as a whole
 */

/** @type {Pending} */
export const PENDING = Object.freeze({
  sizes: undefined,
  keptLayers: undefined,
  conventions: undefined,
  value: undefined,
  gesture: undefined,
});
