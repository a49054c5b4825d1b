/**
 * All English sentences, and captions with all that can be fetched for them.
 *
 * @module
 */
import { caption as captionOf } from '../../www/src/captions/caption.js';
import * as later from '../../www/src/captions/later.js';
import { later as laterWords } from '../../www/src/words/en-later.js';
import { en as first } from '../../www/src/words/en.js';

/** @import { Options, Seen } from '../../www/src/captions/context.js' */

export const en = Object.freeze({ ...first, ...laterWords });

/**
 * Returns a caption, as the page does once everything is fetched.
 *
 * @param {Seen} view
 * @param {Options} options
 */
export const caption = (view, options) => captionOf(view, { later, ...options });
