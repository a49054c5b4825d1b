/**
 * Detects the dialect of delimited text from its first rows: the delimiter, and whether there is a header.
 *
 * @module
 */

import { dsvFormat } from '../../vendor/d3-dsv/d3-dsv.js';
import { parseCell } from './numbers.js';
import { checkSyntax } from './syntax.js';

/** The delimiters that are tried. Of two that fit equally well, the first is taken. */
export const DELIMITERS = [',', ';', '\t', '|'];

/** The number of rows that are examined. */
const EXAMINED_ROWS = 100;

/**
 * Returns whether a cell is a number with a decimal point or a decimal comma.
 *
 * @param {string} cell
 */
const isNumber = (cell) => parseCell(cell, false) !== undefined || parseCell(cell, true) !== undefined;

/**
 * Returns the delimiter that fits best: its rows have the same length and its cells are numbers.
 *
 * @param {string} text
 * @returns {string}
 */
export function delimiterOf(text) {
  let best = DELIMITERS[0] ?? ',';
  let bestFit = 0;
  for (const delimiter of DELIMITERS) {
    const fit = fitOf(text, delimiter);
    if (fit > bestFit) [best, bestFit] = [delimiter, fit];
  }
  return best;
}

/**
 * Returns how well a delimiter fits, from 0 to 2.
 *
 * The share of rows that have the usual length, times one plus the share of cells that are numbers.
 *
 * @param {string} text
 * @param {string} delimiter
 */
function fitOf(text, delimiter) {
  const rows = dsvFormat(delimiter)
    .parseRows(checkSyntax(text, delimiter, { maxRows: EXAMINED_ROWS }).text)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  /** @type {Map<number, number>} */
  const lengths = new Map();
  for (const { length } of rows) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [usual, times] = [...lengths].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  // If most rows are a single cell, the delimiter is at best inside some cells, or only in a faulty row.
  const regular = usual > 1 ? times / rows.length : 0.1 * (1 - times / Math.max(rows.length, 1));
  const cells = rows.flat();
  return regular * (1 + cells.filter(isNumber).length / Math.max(cells.length, 1));
}

/**
 * Returns whether the first row is a header: no column of numbers has a number there.
 *
 * In a table without numbers, the first row is a header if all its cells are filled in and occur in no other
 * row of their column.
 *
 * @param {string[][]} rows
 * @param {boolean} decimalComma
 * @returns {boolean}
 */
export function hasHeader(rows, decimalComma) {
  const [first = [], ...below] = rows.slice(0, EXAMINED_ROWS + 1);
  /** @param {string} cell */
  const hasNumber = (cell) => parseCell(cell, decimalComma) !== undefined;
  /**
   * Returns whether more than half of the filled cells of a column are numbers.
   *
   * @param {number} column
   */
  function isNumeric(column) {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return 2 * cells.filter(hasNumber).length > cells.length;
  }
  const columns = first.map((_, column) => column).filter(isNumeric);
  if (columns.length > 0) return columns.every((column) => !hasNumber(first[column] ?? ''));
  if (first.some(hasNumber)) return false;
  return first.every((cell, column) => cell !== '' && !below.some((row) => row[column] === cell));
}
