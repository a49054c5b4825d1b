/**
 * Detects the dialect of delimited text from its first rows: the delimiter, and whether there is a header.
 *
 * @module
 */

import { dsvFormat } from '../../vendor/d3-dsv/d3-dsv.js';
import { isMissing, parseCell } from './numbers.js';
import { checkSyntax } from './syntax.js';

/** The delimiters that are tried. Of two that fit equally well, the first is taken. */
export const DELIMITERS = [',', ';', '\t', '|'];
/** Stands for blanks, which divide the rows of a table that nothing else divides. */
export const BLANKS = ' ';

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
  if (bestFit < 1 && fitOf(withTabs(text), '\t') > 1.5) return BLANKS;
  return best;
}

/** Returns a text with a tab for all blanks between two pieces. @param {string} text */
export const withTabs = (text) => text.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/[ \t]+/g, '\t');

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
 * What the first row is: names of columns, a sample, or neither, such as the counts that some files begin
 * with.
 *
 * @typedef {'names' | 'sample' | 'neither'} FirstRow
 */

/**
 * Returns what the first row is. It has names if no column of numbers has a number there. A word above a
 * column of numbers shows that it is no sample; numbers beside it are names only if they ascend.
 *
 * In a table without numbers, the first row has names if all its cells are filled in and occur in no other
 * row of their column.
 *
 * @param {string[][]} rows
 * @param {boolean} decimalComma
 * @returns {FirstRow}
 */
export function firstRowOf(rows, decimalComma) {
  const [first = [], ...below] = rows.slice(0, EXAMINED_ROWS + 1);
  const all = first.map((_, column) => columnOf(first, below, column, decimalComma));
  const columns = all.filter(({ isNumeric }) => isNumeric);
  if (columns.length === 0) {
    const named = first.every((cell, column) => cell !== '' && !below.some((row) => row[column] === cell));
    return named && all.every(({ value }) => value === undefined) ? 'names' : 'sample';
  }
  const values = columns.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return 'names';
  const isCounting = values.every((value) => Number.isInteger(value) && value >= 0) && ascends(values);
  if (all.some(({ isPure, isWord }) => isPure && isWord)) return isCounting ? 'names' : 'neither';
  return isCounting && hasNumbersAsNames(all, values, below.length) ? 'names' : 'sample';
}

/**
 * Returns whether numbers of the first row are names although no word stands beside them above numbers: they
 * are evenly apart and outside of their columns, beside a word that is unique in its column or an index
 * without a name.
 *
 * @param {Facts[]} all
 * @param {number[]} values  ascending whole numbers
 * @param {number} count  of rows below
 */
function hasNumbersAsNames(all, values, count) {
  const [one = 0, two = 0] = values;
  const even = values.length > 1 && values.every((value, at) => value === one + at * (two - one));
  if (!even || count < 1) return false;
  const [index] = all;
  if (index?.cell === '' && index.isIndex && one <= 1 && two - one === 1) return true;
  const words = all.filter(({ isNumeric }) => !isNumeric);
  return (
    words.length > 0 &&
    words.every(({ isWord, isUnique }) => isWord && isUnique) &&
    all.every(({ value, least, most }) => value === undefined || value < least || value > most)
  );
}

/** @param {number[]} values */
const ascends = (values) => values.every((value, at) => at === 0 || value > Number(values[at - 1]));

/** @typedef {ReturnType<typeof columnOf>} Facts */

/**
 * Returns the facts about a column that tell what the cell above it is.
 *
 * @param {string[]} first
 * @param {string[][]} below
 * @param {number} column
 * @param {boolean} decimalComma
 */
function columnOf(first, below, column, decimalComma) {
  const cell = first[column] ?? '';
  const cells = below.map((row) => row[column] ?? '').filter((other) => !isMissing(other));
  const numbers = cells.flatMap((other) => parseCell(other, decimalComma) ?? []);
  const value = parseCell(cell, decimalComma);
  return {
    ...{ cell, value },
    /** Whether most of its cells are numbers, and whether all are. */
    isNumeric: 2 * numbers.length > cells.length || cells.length === 0,
    isPure: numbers.length > 0 && numbers.length === cells.length,
    isWord: value === undefined && !isMissing(cell) && !/^[\W\d]*$/.test(cell.replace(/[^\x20-\x7e]/g, 'a')),
    isUnique: !cells.includes(cell),
    isIndex:
      numbers.length === below.length && numbers.every((number, at) => number === Number(numbers[0]) + at),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
  };
}
