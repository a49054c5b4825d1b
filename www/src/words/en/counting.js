/**
 * How English counts and lists.
 *
 * @module
 */
import { join } from '../pieces.js';

/** @import { Key, Live, Pieces } from '../pieces.js' */

/** From 0 to 12, as running text writes them. */
const WORDS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * Writes a count in a word, if it is small.
 * @param {Live} count
 * @returns {Live}
 */
export const word = (count) => ({ ...count, written: WORDS[count.number] ?? count.written });

/**
 * The same at the beginning of a sentence.
 * @param {Live} count
 * @returns {Live}
 */
export function Word(count) {
  const { written, ...rest } = word(count);
  return { ...rest, written: written.charAt(0).toUpperCase() + written.slice(1) };
}

/** `1, 1, 0`. @param {readonly Pieces[]} items */
export const list = (items) => join(items, ', ');

/** `1, 2 and 3`. @param {readonly Pieces[]} items */
export const and = (items) => join(items, ', ', ' and ');

/** Whether something is said of one. @param {Live} count */
export const one = (count) => count.number === 1;

/**
 * The keys, as English calls them.
 * @type {{ next: Key, play: Key }}
 */
export const KEYS = { next: { key: 'next', written: '→' }, play: { key: 'play', written: 'Play' } };
