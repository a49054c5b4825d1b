/**
 * A sentence as a list of pieces: text, and between it the numbers, letters and names that are drawn in
 * their own way. It is plain data, so the same sentence can be drawn, spoken, and compared with the
 * core's numbers.
 *
 * @module
 */
import { subscripts, superscript } from '../notation/names.js';

/** @import { Selection } from '../notation/selection.js' */

/**
 * What a number is of. Most are fields of a state (`../protocol/state.js`). `nabla`, `sumNabla` and
 * `meanNabla` are of a weight or a bias. `step` is what an update adds to one: `stepW` or `stepB`.
 * `product` and `square` are terms of a sum, `runningBefore` and `running` the sum without
 * and with a term. `count` is a number of things, or the number of one of them.
 *
 * @typedef {(
 *   | 'x' | 'y' | 'weights' | 'biases' | 'z' | 'a' | 'product' | 'runningBefore' | 'running' | 'square'
 *   | 'miss' | 'cost' | 'costDerivative' | 'slope' | 'carried' | 'delta'
 *   | 'nabla' | 'sumNabla' | 'meanNabla' | 'step' | 'eta' | 'count'
 *   | 'miniBatchCost' | 'answeredCost'
 * )} Quantity
 */

/**
 * A live number: its value with all digits, as it is written, what it is of, and what shows it on the stage.
 * @typedef {{ number: number, quantity: Quantity, written: string, selection?: Selection }} Live
 */

/**
 * A letter that stands for a number, set in italics, with its layer above and its neurons (from 1) below it.
 * @typedef {{ letter: string, layer?: number, indices?: readonly number[], selection?: Selection }} Letter
 */

/**
 * A piece of a sentence. `name` is a word of the data and `sign` one of mathematics: no catalogue
 * translates them. `key` is a key or button to press.
 * @typedef {{ text: string } | Live | Letter | { name: string } | { sign: string } | Key} Piece
 */

/** @typedef {Piece | readonly Piece[]} Pieces */

/**
 * Live numbers by the name of a parameter.
 * @template {string} K
 * @typedef {Record<K, Live>} Numbers
 */

/**
 * A key or button to press, and its name in plain text.
 * @typedef {{ key: 'next' | 'play', written: string }} Key
 */

/** Letters that stand in sentences. */
export const DELTA = Object.freeze({ letter: 'δ' });
export const ETA = Object.freeze({ letter: 'η' });
export const Z = Object.freeze({ letter: 'z' });

/** A line break in the source, which stands for a space. */
const BREAK = /\s*\n\s*/g;

/**
 * The tag of a sentence: its text with the pieces that stand in it. A line break in the source is a space.
 *
 * @param {TemplateStringsArray} strings
 * @param {Pieces[]} values
 * @returns {Piece[]}
 */
export const say = (strings, ...values) =>
  strings.flatMap((source, at) => {
    const text = source.replace(BREAK, ' ');
    return [...(text === '' ? [] : [{ text }]), ...(values[at] ? [values[at]].flat() : [])];
  });

/**
 * Puts the same text between the pieces of a list.
 *
 * @param {readonly Pieces[]} items
 * @param {string} between
 * @param {string} [last]  between the last two
 * @returns {Piece[]}
 */
export const join = (items, between, last = between) =>
  items.flatMap((item, at) => {
    if (at === 0) return [item].flat();
    return [{ text: at === items.length - 1 ? last : between }, item].flat();
  });

/** @param {Letter} letter */
const plainLetter = ({ letter, layer, indices = [] }) =>
  letter + (layer === undefined ? '' : superscript(layer)) + subscripts(indices.map((index) => index - 1));

/** Returns a piece as plain text. @param {Piece} piece */
function plainPiece(piece) {
  if ('text' in piece) return piece.text;
  if ('letter' in piece) return plainLetter(piece);
  if ('sign' in piece) return piece.sign;
  return 'name' in piece ? piece.name : piece.written;
}

/** Returns a sentence as plain text, for announcements and tests. @param {readonly Piece[]} pieces */
export const plain = (pieces) => pieces.map(plainPiece).join('');

/**
 * Returns the live numbers of a sentence.
 * @param {readonly Piece[]} pieces
 * @returns {Live[]}
 */
export const numbersOf = (pieces) => pieces.flatMap((piece) => ('number' in piece ? [piece] : []));
