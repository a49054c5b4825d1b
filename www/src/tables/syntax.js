/**
 * A look at the whole of a delimited text before the library reads it. The library takes a quotation mark that is never
 * closed, swallows what follows a closed one, and makes rows of any length; here all three are refused.
 *
 * @module
 */

import { MAX_COLUMNS } from './limits.js';
import { Refusal, counted } from './refusal.js';

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * @typedef {object} Scanned
 * @property {string} text  the text up to what is wrong with it, with the spaces round quoted cells taken away
 * @property {Refusal | undefined} refusal  what is wrong
 */

/**
 * @param {string} text
 * @param {string} delimiter  one character
 * @param {{ before?: number, most?: number }} [options]  rows that stand before the text, and how many to read
 * @returns {Scanned}
 */
export function scan(text, delimiter, { before = 0, most = Infinity } = {}) {
  const separator = delimiter.charCodeAt(0);
  const length = text.length;
  /** @type {string[]} */
  const pieces = [];
  let copied = 0; // up to here the text is in the pieces, or cut out
  let start = { at: 0, pieces: 0, copied: 0 }; // of the row
  let row = 1;
  let column = 1;
  let at = 0;

  /** @param {number} from */
  function spacesFrom(from) {
    let to = from;
    for (let code = text.charCodeAt(to); code === SPACE || code === TAB; code = text.charCodeAt(to)) {
      if (code === separator) break;
      to += 1;
    }
    return to;
  }

  /** @param {number} from @param {number} to */
  function cut(from, to) {
    if (from < to) pieces.push(text.slice(copied, from));
    if (from < to) copied = to;
  }

  const place = () => `In row ${counted(before + row)}, column ${counted(column)},`;

  /** @param {string} sentence @returns {Scanned} */
  function refused(sentence) {
    const kept = pieces.slice(0, start.pieces).join('') + text.slice(start.copied, start.at);
    return { text: kept, refusal: new Refusal(sentence, { row: before + row, column }) };
  }

  while (at < length && row <= most) {
    const first = spacesFrom(at);
    if (text.charCodeAt(first) === QUOTE) {
      cut(at, first);
      let close = text.indexOf('"', first + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
      if (close < 0) return refused(`${place()} a quotation mark is opened and never closed.`);
      at = spacesFrom(close + 1);
      cut(close + 1, at);
      const next = text.charCodeAt(at);
      if (at < length && next !== separator && next !== NEWLINE && next !== RETURN) {
        return refused(`${place()} something follows the closing quotation mark.`);
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
      if (column > MAX_COLUMNS) {
        return refused(
          `A table has at most ${counted(MAX_COLUMNS)} columns, but row ${counted(before + row)} has more.`,
        );
      }
    } else {
      if (code === RETURN && text.charCodeAt(at) === NEWLINE) at += 1;
      row += 1;
      column = 1;
      start = { at, pieces: pieces.length, copied };
    }
  }
  pieces.push(text.slice(copied, row > most ? at : length));
  return { text: pieces.join(''), refusal: undefined };
}
