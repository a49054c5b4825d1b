/**
 * When in a step things happen, and how they come and go smoothly.
 *
 * @module
 */

/** When in a step things happen, in shares of t. */
export const DIM = /** @type {const} */ ([0, 0.16]);
export const READ = /** @type {const} */ ([0.08, 0.24]);
export const WRITE = /** @type {const} */ ([0.76, 0.92]);

/**
 * Returns 0 before `from`, 1 after `to`, and goes smoothly between.
 *
 * @param {number} t
 * @param {number} from
 * @param {number} to
 */
export function ramp(t, from, to) {
  const part = Math.min(1, Math.max(0, (t - from) / (to - from)));
  return part * part * (3 - 2 * part);
}
