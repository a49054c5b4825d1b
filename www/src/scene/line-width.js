/**
 * The width of a line: a function of its weight alone, so that the same network always looks the same.
 *
 * @module
 */

/** Width in px of a weight of 0, and what a weight of 1 adds; thinner where there are many lines. */
const WIDTH = { least: 1.6, each: 4.2 };
const DENSE_WIDTH = { least: 0.5, each: 0.42 };
/** No line is wider, in px. */
const MOST = 16;
const MOST_DENSE = 5;

/**
 * Returns a line's width in px.
 *
 * @param {number} weight
 * @param {boolean} [dense]
 */
export function lineWidth(weight, dense = false) {
  const { least, each } = dense ? DENSE_WIDTH : WIDTH;
  return Math.min(dense ? MOST_DENSE : MOST, least + each * Math.abs(weight));
}
