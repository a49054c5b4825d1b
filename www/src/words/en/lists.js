/**
 * Words and sentences that several parts of the page need after a first visit.
 *
 * @module
 */

/** @param {string} typed */
export const notANumber = (typed) => `“${typed}” is not a number.`;

/** The end of a list that is cut short. @param {number | string} n */
export const andMore = (n) => `and ${n} more`;

export const everyDigit = 'every digit';

/** @param {number} n */
export const numbersAsPicture = (n) => `${n} numbers as a picture`;
