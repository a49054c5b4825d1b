/**
 * The timeline.
 *
 * @module
 */

export const label = 'Timeline: cost of every mini-batch';
/** @param {number} n @param {number} of */
export const value = (n, of) => `mini-batch ${n} of ${of} run`;
/** @param {number} n @param {number} of @param {string} cost */
export const valueAndCost = (n, of, cost) => `mini-batch ${n} of ${of} run, cost ${cost}`;

/** @param {number} n */
export const sample = (n) => `sample ${n}`;
export const update = 'update';
/** @param {string} n */
export const past = (n) => `${n} mini-batches`;
/** @param {number} n */
export const epoch = (n) => `epoch ${n}`;
/** @param {number} n */
export const miniBatch = (n) => `mini-batch ${n}`;
export const empty = 'The cost of every sample and mini-batch is drawn here. Drag to any moment.';
