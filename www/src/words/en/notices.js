/**
 * Sentences over the page, and what can be done then.
 *
 * @module
 */

/** What can be done after an update that was not made. */
export const back = 'Back to the start of the mini-batch';
export const lower = 'Divide eta by 10';

export const partMissing = 'A part of the page could not be fetched.';
/** @param {string} file */
export const sourceMissing = (file) => `The source ${file} could not be fetched.`;
