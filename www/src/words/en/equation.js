/**
 * Words in place of symbols in the equation.
 *
 * @module
 */

/** @param {number} n */
export const sumOf = (n) => `sum of ${n}`;
export const baseTimesHeight = '½ base × height';
