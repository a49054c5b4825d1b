/**
 * Series and table rows for the charts of training.
 *
 * @module
 */

/** @import { Evaluated } from '../protocol/timeline.js' */

/** The most rows of a table. */
export const MAX_ROWS = 200;

/**
 * Returns values for a logarithmic axis: `null`, which makes a gap in the line, for 0 or less.
 *
 * @param {ArrayLike<number | null>} values
 */
export const positiveOrNull = (values) =>
  Array.from(values, (value) => (value !== null && value > 0 ? value : null));

/**
 * Returns the percentage of correct answers of each evaluation.
 *
 * @param {readonly Evaluated[]} evaluations
 */
export const percentCorrect = (evaluations) =>
  evaluations.map(({ correct, total }) => (100 * correct) / total);

/**
 * Returns where an axis of percentages starts: at the next ten below the smallest.
 *
 * @param {readonly number[]} percentages
 */
export const axisStart = (percentages) => Math.max(0, Math.floor((Math.min(...percentages) - 1) / 10) * 10);

/**
 * Returns the indices of the entries that a table shows, newest first.
 *
 * All of them up to `MAX_ROWS`; of more, evenly spaced ones that include the last.
 *
 * @param {number} length
 */
export function tableIndices(length) {
  const every = Math.ceil(length / MAX_ROWS);
  return Array.from(
    { length: every === 0 ? 0 : Math.ceil(length / every) },
    (_, row) => length - 1 - row * every,
  );
}
