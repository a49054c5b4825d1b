/**
 * The English sentences of activations and the cost, of the steps backwards, of the update, and of what
 * happens between steps.
 *
 * @module
 */
import * as answer from './en/answer.js';
import * as backward from './en/backward.js';
import * as moments from './en/moments.js';
import * as update from './en/update.js';

export const later = Object.freeze({ answer, backward, moments, update });
