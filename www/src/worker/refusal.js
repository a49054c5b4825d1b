/**
 * What cannot be done, told apart from what is broken.
 *
 * @module
 */

/** Name of the refusal of an update. */
export const DIVERGED = 'Diverged';

/**
 * A refusal is an `Error` with a sentence, of the core above all. Anything else, a trap for instance, means that the
 * module is broken.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
export const isRefusal = (error) => error instanceof Error && error.constructor === Error;
