/**
 * The sentences of the page in English: functions from numbers and names to whole sentences. Another
 * language is an object with the same keys; its functions order, count and inflect as that language does.
 *
 * @module
 */
import * as forward from './en/forward.js';
import * as kickers from './en/kickers.js';

/** The sentences that a first visit needs. Those of later steps are fetched after it. */
export const en = Object.freeze({ forward, kickers });

/**
 * The keys and parameters a language needs.
 * @typedef {typeof en & typeof import('./en-later.js').later} Words
 */
