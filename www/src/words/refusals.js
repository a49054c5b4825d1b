/**
 * The sentences of refusals, by kind, and by what they are about where a kind has several.
 *
 * @module
 */
import * as core from './en/refusals/core.js';
import * as tables from './en/refusals/tables.js';
import * as worker from './en/refusals/worker.js';

/** @import { Why } from '../protocol/refusal.js' */

const SENTENCES = { ...core, ...tables, ...worker };

/** @typedef {typeof SENTENCES} Sentences */

/**
 * Returns the sentence of a refusal.
 *
 * @param {Why} why
 * @returns {string}
 */
export function sentenceOf(why) {
  /** @type {any} */
  const of = SENTENCES[why.kind];
  return (typeof of === 'function' ? of : of[/** @type {{ what: string }} */ (why).what])(why);
}
