/**
 * How a table is written, found from its first rows: its delimiter, and whether it begins with names.
 *
 * @module
 */

import { dsvFormat } from '../../vendor/d3-dsv/d3-dsv.js';
import { numberIn } from './numbers.js';
import { scan } from './syntax.js';

/** What can stand between cells. Of two that fit as well, the first is taken. */
export const DELIMITERS = [',', ';', '\t', '|'];

/** So many rows are looked at. */
const SAMPLE = 100;

/** Whether it is a number in either way to write one. @param {string} cell */
const isNumber = (cell) => numberIn(cell, false) !== undefined || numberIn(cell, true) !== undefined;

/**
 * The delimiter that makes rows of one length, and numbers of their cells.
 *
 * @param {string} text
 * @returns {string}
 */
export function delimiterOf(text) {
  let best = DELIMITERS[0] ?? ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const fit = fitOf(text, delimiter);
    if (fit > most) [best, most] = [delimiter, fit];
  }
  return best;
}

/** How well a delimiter fits, from 0 to 2. @param {string} text @param {string} delimiter */
function fitOf(text, delimiter) {
  const rows = dsvFormat(delimiter)
    .parseRows(scan(text, delimiter, { most: SAMPLE }).text)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  /** @type {Map<number, number>} */
  const lengths = new Map();
  for (const { length } of rows) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [usual, times] = [...lengths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  // Where most rows are whole, the delimiter is at best in some cells, or only in the row that is wrong.
  const inRows = usual > 1 ? times / rows.length : 0.1 * (1 - times / Math.max(rows.length, 1));
  const cells = rows.flat();
  return inRows * (1 + cells.filter(isNumber).length / Math.max(cells.length, 1));
}

/**
 * Whether the first row has the names of the columns: it has no number above a column of numbers, and a text above one.
 * In a table without numbers, whether its texts are all there and in no other row.
 *
 * @param {string[][]} rows
 * @param {boolean} decimalComma
 * @returns {boolean}
 */
export function hasHeader(rows, decimalComma) {
  const [first = [], ...below] = rows.slice(0, SAMPLE + 1);
  /** @param {string} cell */
  const number = (cell) => numberIn(cell, decimalComma) !== undefined;
  /** Whether more than half of the cells of a column that are not empty are numbers. @param {number} column */
  function ofNumbers(column) {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return 2 * cells.filter(number).length > cells.length;
  }
  const columns = first.map((_, column) => column).filter(ofNumbers);
  if (columns.length > 0) return columns.every((column) => !number(first[column] ?? ''));
  if (first.some(number)) return false;
  return first.every((cell, column) => cell !== '' && !below.some((row) => row[column] === cell));
}
