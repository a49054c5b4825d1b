/**
 * Keeps a caption within two lines: what has to be said, then of the rest as much as there is room for.
 *
 * @module
 */
import { plain } from '../words/pieces.js';

/** @import { Piece } from '../words/pieces.js' */

/** So many characters are two lines of a caption: 22 px in 1,032 px. */
export const MOST_CHARACTERS = 170;

/**
 * Whole sentences. `first` is always said; then each of `more`, in order, that fits. Where a list of
 * sentences stands for one, the first of them that fits is said.
 * @typedef {{ first: Piece[], more: readonly (Piece[] | Piece[][])[] }} Told
 */

/**
 * @param {Piece[] | Piece[][]} choice
 * @returns {Piece[][]}
 */
const choices = (choice) => /** @type {Piece[][]} */ (Array.isArray(choice[0]) ? choice : [choice]);

/**
 * Returns what fits, as one list of pieces.
 * @param {Told} told
 * @returns {Piece[]}
 */
export function fit({ first, more }) {
  let said = first;
  for (const choice of more) {
    const longer = choices(choice)
      .map((sentence) => [...said, { text: ' ' }, ...sentence])
      .find((pieces) => plain(pieces).length <= MOST_CHARACTERS);
    said = longer ?? said;
  }
  return said;
}
