/**
 * A pseudo-language made of the English catalogue: the same keys, every text longer and with accents.
 * Text that comes out without accents was written somewhere else than in the catalogue.
 *
 * @module
 */
import { en } from './words.js';

/** @import { Piece } from '../../www/src/words/pieces.js' */
/** @import { Words } from '../../www/src/words/en.js' */

/** What stands at both ends of a text of the pseudo-language. */
export const [OPEN, CLOSE] = ['⟦', '⟧'];

const ACCENTS = new Map(Array.from('aceinosuyACEINOSUY', (letter, at) => [letter, 'áçéíñóšúýÁÇÉÍÑÓŠÚÝ'[at]]));

/** Returns a text with accents, and a third longer. @param {string} text */
export const accented = (text) => {
  const letters = Array.from(text, (letter) => ACCENTS.get(letter) ?? letter).join('');
  return `${OPEN}${letters}${'·'.repeat(Math.ceil(text.length / 3))}${CLOSE}`;
};

/**
 * @param {Piece} piece
 * @returns {Piece}
 */
const translated = (piece) =>
  'text' in piece && !piece.text.includes(OPEN) ? { text: accented(piece.text) } : piece;

/**
 * Wraps every function of a catalogue.
 * @param {unknown} value
 * @returns {unknown}
 */
function wrapped(value) {
  if (typeof value === 'function') {
    return (/** @type {unknown[]} */ ...given) => value(...given).map(translated);
  }
  return Object.fromEntries(Object.entries(Object(value)).map(([key, inner]) => [key, wrapped(inner)]));
}

export const pseudo = /** @type {Words} */ (wrapped(en));

/**
 * Returns the keys of a catalogue, as paths.
 * @param {object} catalogue
 * @returns {string[]}
 */
export const keysOf = (catalogue) =>
  Object.entries(catalogue).flatMap(([key, inner]) =>
    typeof inner === 'function' ? [key] : keysOf(inner).map((rest) => `${key}.${rest}`),
  );
