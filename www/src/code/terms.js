/**
 * Finds the terms of a formula in a line of the NumPy program, so that both get the same colour and
 * highlight.
 *
 * @module
 */

/** @import { Piece } from '../formula/pieces.js' */
/** @import { Selection } from '../notation/selection.js' */

/** The names in the program that stand for a term. @type {[string, RegExp][]} */
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
  ['step', /step_[bw]|\bd\b/],
  ['eta', /\beta\b/],
  ['cost', /\bcost\b/],
  ['y', /\by\b/],
];

/** Any of these names, with one group for each term. */
const ANY_TERM = new RegExp(TERMS.map(([, pattern]) => `(${pattern.source})`).join('|'), 'g');

/**
 * A part of a line, with its term if it is the name of one.
 *
 * @typedef {{ text: string, term: string | undefined }} LinePart
 */

/**
 * Splits a line at the names of terms. The texts of all parts together are the line.
 *
 * @param {string} line
 * @returns {LinePart[]}
 */
export function splitTerms(line) {
  /** @type {LinePart[]} */
  const parts = [];
  let at = 0;
  if (!line.startsWith('"""')) {
    for (const match of line.matchAll(ANY_TERM)) {
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
 * Returns the terms of a formula with what they select on the stage, in the order of the formula.
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
