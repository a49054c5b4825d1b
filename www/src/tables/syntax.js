/**
 * Checks the syntax of delimited text before d3-dsv parses it.
 *
 * d3-dsv accepts a quotation mark that is never closed, drops what follows a closing one, and reads rows of
 * any length. Here the first two are refused, and rows of more than `MAX_COLUMNS` cells.
 *
 * @module
 */

import { MAX_COLUMNS } from './limits.js';
import { Refusal } from '../protocol/refusal.js';

// Character codes.
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * @typedef {object} CheckedText
 * @property {string} text  the text before the faulty row, without the spaces around quoted cells
 * @property {Refusal | undefined} refusal  the fault, if there is one
 */

/**
 * Checks delimited text, and removes the spaces around quoted cells: d3-dsv would read their quotation marks
 * as text.
 *
 * @param {string} text
 * @param {string} delimiter  one character
 * @param {{ rowsBefore?: number, maxRows?: number }} [options]  the number of rows that were removed before
 *   the text, and the most rows to read
 * @returns {CheckedText}
 */
export function checkSyntax(text, delimiter, { rowsBefore = 0, maxRows = Infinity } = {}) {
  const separator = delimiter.charCodeAt(0);
  const length = text.length;
  /** @type {string[]} */
  const pieces = [];
  let copied = 0; // the text before this index is in `pieces` or was removed
  let rowStart = { at: 0, pieces: 0, copied: 0 };
  let row = 1;
  let column = 1;
  let at = 0;

  /**
   * Returns the index after the spaces and tabs at `from`.
   *
   * @param {number} from
   */
  function skipSpaces(from) {
    let to = from;
    for (let code = text.charCodeAt(to); code === SPACE || code === TAB; code = text.charCodeAt(to)) {
      if (code === separator) break;
      to += 1;
    }
    return to;
  }

  /**
   * Removes the text from index `from` up to `to`.
   *
   * @param {number} from
   * @param {number} to
   */
  function remove(from, to) {
    if (from < to) pieces.push(text.slice(copied, from));
    if (from < to) copied = to;
  }

  /**
   * Returns the rows before the faulty one, with the refusal.
   *
   * @param {'openQuotation' | 'afterQuotation' | 'tooManyColumns'} kind
   * @returns {CheckedText}
   */
  function refuse(kind) {
    const valid = pieces.slice(0, rowStart.pieces).join('') + text.slice(rowStart.copied, rowStart.at);
    const cell = { row: rowsBefore + row, column };
    const why = { kind, most: MAX_COLUMNS, ...cell };
    return { text: valid, refusal: new Refusal(why, cell) };
  }

  while (at < length && row <= maxRows) {
    const first = skipSpaces(at);
    if (text.charCodeAt(first) === QUOTE) {
      remove(at, first);
      let close = text.indexOf('"', first + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
      if (close < 0) return refuse('openQuotation');
      at = skipSpaces(close + 1);
      remove(close + 1, at);
      const next = text.charCodeAt(at);
      if (at < length && next !== separator && next !== NEWLINE && next !== RETURN) {
        return refuse('afterQuotation');
      }
    } else {
      let code = text.charCodeAt(at);
      while (at < length && code !== separator && code !== NEWLINE && code !== RETURN) {
        at += 1;
        code = text.charCodeAt(at);
      }
    }
    if (at >= length) break;
    const code = text.charCodeAt(at);
    at += 1;
    if (code === separator) {
      column += 1;
      if (column > MAX_COLUMNS) return refuse('tooManyColumns');
    } else {
      if (code === RETURN && text.charCodeAt(at) === NEWLINE) at += 1;
      row += 1;
      column = 1;
      rowStart = { at, pieces: pieces.length, copied };
    }
  }
  pieces.push(text.slice(copied, row > maxRows ? at : length));
  return { text: pieces.join(''), refusal: undefined };
}
