/**
 * What random input may lead to besides a result.
 */
import assert from 'node:assert/strict';

import { Refusal } from '../../www/src/tables/refusal.js';

/**
 * The result, or `undefined` after a refusal. Anything else that is thrown fails, and so does a refusal without a
 * sentence.
 *
 * @template T
 * @param {() => T} act
 */
export function unlessRefused(act) {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(error.message, /^\S.*[.]$/s);
    return undefined;
  }
}
