/**
 * Tells refusals, which are errors a person can do something about, from failures of the module.
 *
 * @module
 */

/** Name of the error of an update that would leave a number that is not finite. */
export const DIVERGED = 'Diverged';

/**
 * Returns whether an error is a refusal: an `Error` with a sentence, as the core throws. Errors of other
 * classes, such as a trap of WebAssembly, mean that the module is broken.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
export const isRefusal = (error) => error instanceof Error && error.constructor === Error;

const NOT_FETCHED = [
  'A part of the page could not be fetched, so nothing was changed.',
  'Try again when there is a connection; if that does not help, reload the page.',
].join(' ');

/**
 * Returns what is fetched.
 *
 * @template T
 * @param {Promise<T>} part
 * @throws {Error} a refusal, if it cannot be fetched
 */
export const orRefused = (part) =>
  part.catch((cause) => {
    throw new Error(NOT_FETCHED, { cause });
  });
