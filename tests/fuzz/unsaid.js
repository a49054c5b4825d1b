/**
 * Compares the page's sentences of refusals with the core's.
 *
 * @module
 */
import { sentenceOf } from '../../www/src/words/refusals.js';

/**
 * Returns 1 for a refusal that the page says otherwise, and adds it to the examples; else 0. Errors of the
 * bindings, such as for a freed object, are no refusals of the core.
 *
 * @param {any} error
 * @param {string[]} examples
 */
export function unsaid({ why, message }, examples) {
  if (!why || sentenceOf(why) === message) return 0;
  return examples.push(`unsaid: ${JSON.stringify(why)}: ${message}`) && 1;
}
