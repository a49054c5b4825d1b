/**
 * Words and sentences that several parts of the page need.
 *
 * @module
 */

export const oneMoment = 'One moment …';
export const close = 'Close';

/** @param {string} typed */
export const notANumber = (typed) => `“${typed}” is not a number.`;

/** The end of a list that is cut short. @param {number | string} n */
export const andMore = (n) => `and ${n} more`;

export const everyDigit = 'every digit';
