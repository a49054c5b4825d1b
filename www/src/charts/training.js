/**
 * Lists for the charts of training: pure.
 *
 * @module
 */

/** @import { Evaluated } from '../protocol/messages.js' */

/** A table has so many rows at most. */
export const MOST_ROWS = 200;

/** A logarithmic axis has no place for 0 or less: there the line has a gap. @param {ArrayLike<number | null>} list */
export const positive = (list) => Array.from(list, (value) => (value !== null && value > 0 ? value : null));

/** Right answers in percent. @param {readonly Evaluated[]} evaluations */
export const sharesOf = (evaluations) => evaluations.map(({ correct, total }) => (100 * correct) / total);

/** Where an axis of percents begins: a ten below the least. @param {readonly number[]} shares */
export const lowest = (shares) => Math.max(0, Math.floor((Math.min(...shares) - 1) / 10) * 10);

/**
 * Which of so many entries a table shows, newest first: all of them, or evenly spaced ones and always the last.
 * @param {number} length
 */
export function listed(length) {
  const every = Math.ceil(length / MOST_ROWS);
  return Array.from(
    { length: every === 0 ? 0 : Math.ceil(length / every) },
    (_, row) => length - 1 - row * every,
  );
}
