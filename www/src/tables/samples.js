/**
 * Makes samples of the cells of a table: inputs and targets from columns, targets coded as outputs.
 *
 * Numbers stay as they are in the table; the core scales them.
 *
 * @module
 */

import { MAX_CELLS, MAX_COLUMNS } from './limits.js';
import { isMissing, parseCell, whyNotANumber } from './numbers.js';
import { Refusal } from '../protocol/refusal.js';
import { shortened } from './shortened.js';

/** @import { Why } from '../protocol/refusal.js' */
/** @import { Table } from './table.js' */

/** The most words or classes that a sentence lists. */
const MAX_LISTED = 12;

/**
 * How targets are coded as outputs: `number` as they are; `zeroOne` as 0 and 1 for two classes; `oneHot` with
 * one output for each class, which is 1 for the sample's own and 0 for the others.
 *
 * @typedef {'number' | 'zeroOne' | 'oneHot'} Coding
 */

/**
 * Which columns samples are made of.
 *
 * @typedef {object} SampleColumns
 * @property {number[]} inputs  columns from 0
 * @property {number[]} targets  columns from 0; exactly one when they are classes
 * @property {Coding} coding
 * @property {boolean} [omit]  whether rows with a missing value in one of them are left out
 */

/**
 * @typedef {object} Samples
 * @property {number} inputs  length of one x
 * @property {number} outputs  length of one y
 * @property {number} count
 * @property {Float64Array} xs  `[count][inputs]`
 * @property {Float64Array} ys  `[count][outputs]`
 * @property {string[]} [classes]  in the order of their outputs; for `zeroOne` that of 0, then that of 1
 * @property {string[]} inputNames
 * @property {string[]} targetNames
 */

/**
 * Makes samples of a table.
 *
 * @param {Table} whole
 * @param {SampleColumns} columns
 * @returns {Samples}
 * @throws {Refusal} if a cell or a column cannot be used in this way
 */
export function toSamples(whole, { inputs, targets, coding, omit = false }) {
  checkColumns(whole, inputs, targets, coding);
  const table = omit ? withoutMissing(whole, [...inputs, ...targets]) : whole;
  const { classes, indices } = coding === 'number' ? {} : classesOf(table, targets[0] ?? 0, coding);
  const outputs = coding === 'oneHot' ? (classes?.length ?? 0) : targets.length;
  const count = table.rows.length;
  const numbers = count * (inputs.length + outputs);
  if (numbers > MAX_CELLS) {
    throw new Refusal({ kind: 'tooManyNumbers', numbers, most: MAX_CELLS });
  }
  for (const column of inputs) checkInput(table, column);
  const xs = numbersOf(table, inputs);
  const ys = indices ? encode(indices, coding === 'oneHot' ? outputs : undefined) : numbersOf(table, targets);
  /** @param {number} column */
  const name = (column) => table.names[column] ?? '';
  return {
    ...{ inputs: inputs.length, outputs, count, xs, ys, ...(classes && { classes }) },
    ...{ inputNames: inputs.map(name), targetNames: targets.map(name) },
  };
}

/**
 * Returns a table without the rows that have a missing value in one of some columns.
 *
 * @param {Table} table
 * @param {number[]} used
 * @returns {Table}
 */
function withoutMissing(table, used) {
  const kept = table.rows.map((row) => !used.some((column) => isMissing(row[column] ?? '')));
  const rows = table.rows.filter((_, at) => kept[at]);
  if (rows.length === 0) throw new Refusal({ kind: 'noCompleteRow' });
  const columns = table.columns.map((column) => ({ ...column, numeric: column.numericElse }));
  return { ...table, rows, rowNumbers: table.rowNumbers.filter((_, at) => kept[at]), columns };
}

/**
 * Returns how many rows have a missing value in one of some columns.
 *
 * @param {Table} table
 * @param {number[]} used
 */
export const incompleteRows = ({ rows, columns }, used) =>
  used.every((column) => columns[column]?.missing === 0)
    ? 0
    : rows.filter((row) => used.some((column) => isMissing(row[column] ?? ''))).length;

/**
 * Refuses columns that are missing, chosen twice or absent, or do not fit the coding.
 *
 * @param {Table} table
 * @param {number[]} inputs
 * @param {number[]} targets
 * @param {string} coding
 */
function checkColumns(table, inputs, targets, coding) {
  if (table.names.length === 1) throw new Refusal({ kind: 'oneColumn' });
  if (inputs.length === 0) throw new Refusal({ kind: 'noInput' });
  if (targets.length === 0) throw new Refusal({ kind: 'noTarget' });
  if (!['number', 'zeroOne', 'oneHot'].includes(coding)) {
    throw new Refusal({ kind: 'coding' });
  }
  if (coding !== 'number' && targets.length > 1) {
    throw new Refusal({ kind: 'oneClassColumn', got: targets.length });
  }
  /** @type {Set<number>} */
  const used = new Set();
  for (const column of [...inputs, ...targets]) {
    const name = table.names[column];
    if (name === undefined) {
      throw new Refusal({ kind: 'noColumn', column: column + 1, columns: table.names.length });
    }
    if (used.has(column)) {
      throw new Refusal({ kind: 'columnTwice', name: shortened(name) }, { column: column + 1 });
    }
    used.add(column);
  }
}

/**
 * Refuses an input column of words as a whole, rather than for the first word in it.
 *
 * @param {Table} table
 * @param {number} column
 */
function checkInput({ columns, rows, names, decimalComma }, column) {
  const facts = columns[column];
  if (!facts || facts.numeric || facts.distinct > MAX_LISTED) return;
  const texts = [...new Set(rows.map((row) => row[column] ?? ''))].filter((text) => text !== '');
  if (texts.length < 2 || texts.some((text) => parseCell(text, decimalComma) !== undefined)) return;
  // Cells that look like numbers are refused one by one, with what is wrong with them.
  if (texts.some((text) => /^\W*\d/.test(text) || /^\W*(nan|inf|na|null|none)\b/i.test(text))) return;
  const classes = texts.sort(byCode).map(shortened);
  const name = shortened(names[column] ?? '');
  throw new Refusal({ kind: 'wordsInInput', name, classes }, { column: column + 1 });
}

/**
 * Returns why a column cannot be an input.
 *
 * @param {Table} table
 * @param {number} column
 * @returns {Why | undefined}  `undefined` if it can
 */
export function inputFault(table, column) {
  const facts = table.columns[column];
  if (facts?.numeric) return undefined;
  if (facts?.empty === table.rows.length)
    return { kind: 'columnEmpty', name: shortened(table.names[column] ?? '') };
  try {
    checkInput(table, column);
    numbersOf(table, [column]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.why;
  }
}

/**
 * Returns the numbers of some columns, row by row.
 *
 * @param {Table} table
 * @param {number[]} columns
 */
function numbersOf(table, columns) {
  const values = new Float64Array(table.rows.length * columns.length);
  let at = 0;
  for (const [index, row] of table.rows.entries()) {
    for (const column of columns) {
      const value = parseCell(row[column] ?? '', table.decimalComma);
      if (value === undefined) throw badCell(table, index, column);
      values[at] = value;
      at += 1;
    }
  }
  return values;
}

/**
 * Returns the refusal of a cell that is not a number.
 *
 * @param {Table} table
 * @param {number} index  row of `table.rows`
 * @param {number} column
 */
function badCell({ rows, rowNumbers, names, decimalComma }, index, column) {
  const cell = rows[index]?.[column] ?? '';
  const row = rowNumbers[index] ?? index + 1;
  const kind = whyNotANumber(cell, decimalComma);
  const given = { row, name: shortened(names[column] ?? ''), cell: shortened(cell) };
  return new Refusal({ kind, ...given }, { row, column: column + 1 });
}

/**
 * Orders texts by their character codes, which does not depend on the language of the browser.
 *
 * @param {string} a
 * @param {string} b
 */
const byCode = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * Returns the classes of a column in order, and for every sample the index of its class.
 *
 * Classes are compared as numbers if the column is numeric (1 and 1.0 are one class), else as texts.
 *
 * @param {Table} table
 * @param {number} column
 * @param {'zeroOne' | 'oneHot'} coding
 */
function classesOf({ rows, rowNumbers, names, columns, decimalComma }, column, coding) {
  const name = shortened(names[column] ?? '');
  const numeric = columns[column]?.numeric ?? false;
  /** @type {Map<string | number, string>} */
  const found = new Map();
  const keys = rows.map((row, index) => {
    const cell = row[column] ?? '';
    if (cell === '') {
      const number = rowNumbers[index] ?? index + 1;
      throw new Refusal({ kind: 'classEmpty', row: number, name }, { row: number, column: column + 1 });
    }
    const key = numeric ? (parseCell(cell, decimalComma) ?? 0) : cell;
    if (!found.has(key)) found.set(key, cell);
    return key;
  });
  const sorted = [...found].sort(([a], [b]) =>
    numeric ? Number(a) - Number(b) : byCode(String(a), String(b)),
  );
  const classes = sorted.map(([, text]) => text);
  const shown = classes.slice(0, MAX_LISTED).map(shortened);
  if (classes.length < 2) throw new Refusal({ kind: 'oneClass', name, classes: shown });
  if (coding === 'zeroOne' && classes.length > 2) {
    const why = /** @type {Why} */ ({ kind: 'notTwoClasses', name, n: classes.length, classes: shown });
    throw new Refusal(why, { column: column + 1 });
  }
  if (classes.length > MAX_COLUMNS) {
    const why = /** @type {Why} */ ({ kind: 'tooManyClasses', most: MAX_COLUMNS, name, n: classes.length });
    throw new Refusal(why, { column: column + 1 });
  }
  const order = new Map(sorted.map(([key], index) => [key, index]));
  return { classes, indices: keys.map((key) => order.get(key) ?? 0) };
}

/**
 * Codes classes as outputs: the index itself, or one-hot.
 *
 * @param {number[]} indices  the class of each sample
 * @param {number | undefined} width  the number of classes, for one-hot
 */
function encode(indices, width) {
  if (width === undefined) return Float64Array.from(indices);
  const values = new Float64Array(indices.length * width);
  for (const [sample, index] of indices.entries()) values[sample * width + index] = 1;
  return values;
}
