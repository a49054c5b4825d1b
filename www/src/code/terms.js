/**
 * The terms of a formula in a line of the NumPy program, so that both have one colour and light together. Pure.
 *
 * @module
 */

/** @import { Piece } from '../formula/formulas.js' */
/** @import { Selection } from '../notation/selection.js' */

/** Names of the program by term. @type {[string, RegExp][]} */
const TERMS = [
  ['slope', /sigmoid_prime/],
  ['w', /self\.weights|weights|\bw\b/],
  ['b', /self\.biases|biases|\bb\b/],
  ['a', /activations(?:\[[^\]]*\])?|\bx\b/],
  ['z', /zs(?:\[[^\]]*\])?/],
  ['nabla', /nabla_[bw]|\bn\b/],
  ['delta', /delta/],
  ['sum', /sum_[bw]|\bs\b/],
  ['mean', /mean_[bw]|\bg\b/],
  ['change', /change_[bw]|\bc\b/],
  ['eta', /\beta\b/],
  ['cost', /\bcost\b/],
  ['y', /\by\b/],
];

const ANY = new RegExp(TERMS.map(([, pattern]) => `(${pattern.source})`).join('|'), 'g');

/** Part of a line, with the term it is the name of. @typedef {{ text: string, term: string | undefined }} Part */

/**
 * A line in parts, which joined are the line.
 *
 * @param {string} line
 * @returns {Part[]}
 */
export function partsOf(line) {
  /** @type {Part[]} */
  const parts = [];
  let at = 0;
  if (!line.startsWith('"""')) {
    for (const match of line.matchAll(ANY)) {
      const term = TERMS[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
      if (match.index > at) parts.push({ text: line.slice(at, match.index), term: undefined });
      parts.push({ text: match[0], term });
      at = match.index + match[0].length;
    }
  }
  if (at < line.length) parts.push({ text: line.slice(at), term: undefined });
  return parts;
}

/**
 * The selections of a formula by term, in the order in which they stand there.
 *
 * @param {readonly (Piece | string)[]} pieces
 * @returns {{ term: string, selection: Selection }[]}
 */
export const selectionsOf = (pieces) =>
  pieces.flatMap((piece) =>
    typeof piece === 'string'
      ? []
      : [
          ...(piece.term && piece.selection ? [{ term: piece.term, selection: piece.selection }] : []),
          ...selectionsOf(piece.parts),
        ],
  );
