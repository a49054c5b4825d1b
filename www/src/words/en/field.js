/**
 * What is wrong with a number that was typed.
 *
 * @module
 */

export const empty = 'Type a number; for example 3, 0.5 or 1e-3.';
/** Number.MAX_VALUE is about 1.8e308. @param {string} text */
export const tooLarge = (text) => `“${text}” is too large: numbers go up to 1.8e308.`;
/** @param {string} text */
export const notANumber = (text) => `“${text}” is not a number; for example 3, 0.5 or 1e-3 is.`;
/** @param {string} label */
export const notWhole = (label) => `${label} must be a whole number.`;
