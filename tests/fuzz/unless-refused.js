/**
 * Lets a property test accept a refusal as well as a result.
 */
import assert from 'node:assert/strict';

import { Refusal } from '../../www/src/protocol/refusal.js';
import { sentenceOf } from '../../www/src/words/refusals.js';

/**
 * Returns the result of `act`, or `undefined` after a refusal. Any other error fails the test, and so does a
 * refusal without a sentence.
 *
 * @template T
 * @param {() => T} act
 */
export function unlessRefused(act) {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    assert.match(sentenceOf(error.why), /^\S.*[.]$/s);
    return undefined;
  }
}
