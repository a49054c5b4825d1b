/**
 * Tells refusals, which are errors a person can do something about, from failures of the module.
 *
 * @module
 */

import { Refusal } from '../protocol/refusal.js';

/** @import { Why } from '../protocol/refusal.js' */

/**
 * Returns whether an error is a refusal: a `Refusal`, or an `Error` as the core throws. Errors of other
 * classes, such as a trap of WebAssembly, mean that the module is broken.
 *
 * @param {unknown} error
 * @returns {error is Error & { why: Why }}
 */
export const isRefusal = (error) =>
  error instanceof Refusal || (error instanceof Error && error.constructor === Error);

/**
 * Returns what is fetched.
 *
 * @template T
 * @param {Promise<T>} part
 * @throws {Refusal} if it cannot be fetched
 */
export const orRefused = (part) =>
  part.catch((cause) => {
    throw new Refusal({ kind: 'partNotFetched' }, { cause });
  });
