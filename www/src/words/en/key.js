/**
 * The key: what lines, dashes, rings and marks mean. A text has two lines, and letters as they are drawn.
 *
 * @module
 */

/** @param {unknown} a @param {unknown} b @param {unknown} y @returns {unknown[][]} */
export const entries = (a, b, y) => [
  [['positive weight,'], ['thicker is larger']],
  [['negative'], ['weight']],
  [['bias ', b, ': a weight'], ['whose input is always 1']],
  [['activation ', a, ','], ['0 to full circle']],
  [['target'], [y]],
  [['gradient: violet, to the right, +'], ['green, to the left, −']],
];
