/**
 * The sentences of the page in English: functions from numbers and names to whole sentences. Another
 * language is an object with the same keys; its functions order, count and inflect as that language does.
 *
 * @module
 */
import * as backward from './en/backward.js';
import * as forward from './en/forward.js';
import * as kickers from './en/kickers.js';
import * as moments from './en/moments.js';
import * as update from './en/update.js';

export const en = Object.freeze({ forward, backward, update, kickers, moments });

/** The keys and parameters a language needs. @typedef {typeof en} Words */
