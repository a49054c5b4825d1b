/**
 * Reads delimited text (CSV, TSV) into a table: column names, cells, and facts about each column.
 *
 * Only blank rows are left out, and a first row that is neither names nor a sample; nothing is filled in.
 *
 * @module
 */

import { dsvFormat } from '../../vendor/d3-dsv/d3-dsv.js';
import { cleanText, decodeText } from './decode.js';
import { BLANKS, DELIMITERS, delimiterOf, firstRowOf, withTabs } from './dialect.js';
import { MAX_CELLS, MAX_ROWS } from './limits.js';
import { hasDecimalComma, isMissing, parseCell } from './numbers.js';
import { Refusal } from '../protocol/refusal.js';
import { shortened } from './shortened.js';
import { checkSyntax } from './syntax.js';

/**
 * How a table is written. What is absent is detected.
 *
 * @typedef {object} Dialect
 * @property {string} [delimiter]  comma, semicolon, tab, `|`, or a blank for any blanks
 * @property {boolean} [decimalComma]  whether the decimal separator is a comma
 * @property {boolean} [header]  whether the first row has the names of the columns
 */

/**
 * Facts about a column.
 *
 * @typedef {object} Column
 * @property {boolean} numeric  whether all its cells are numbers
 * @property {number} distinct  the number of different values; texts, unless the column is numeric
 * @property {number} empty  the number of empty cells
 * @property {number} missing  the number of cells without a value: empty, or NA and the like
 * @property {boolean} numericElse  whether all its cells are numbers but for these, and there are some
 * @property {boolean} whole  whether its numbers are whole
 * @property {boolean} counting  whether its different numbers are 0, 1, 2 … or 1, 2, 3 …
 * @property {boolean} ordinal  whether they are that in this order, one in each row
 */

/**
 * @typedef {object} Table
 * @property {string[]} names  one for each column, all different
 * @property {string[][]} rows  trimmed cells; all rows are as long as `names`
 * @property {Uint32Array} rowNumbers  the number of each row in the file, from 1 as in a spreadsheet
 * @property {string} delimiter
 * @property {boolean} decimalComma
 * @property {boolean} header
 * @property {string} [skipped]  the first row, if it is left out because it has neither names nor a sample
 * @property {Column[]} columns
 */

/**
 * Reads a table.
 *
 * @param {Uint8Array | string} source  a file that is not packed, or pasted text
 * @param {Dialect} [options]
 * @returns {Table}
 * @throws {Refusal} if the source is not a table, or too big
 */
export function readTable(source, options = {}) {
  let text = typeof source === 'string' ? cleanText(source) : decodeText(source);
  // Excel declares the delimiter in a row before the table: sep=;
  const declared = /^"?sep=([,;\t|])"?[,;\t ]*(\r\n|\r|\n)/i.exec(text);
  if (declared) text = text.slice(declared[0].length);
  if (text.trim() === '') throw new Refusal({ kind: 'tableEmpty' });
  const delimiter = options.delimiter ?? declared?.[1] ?? delimiterOf(text);
  if (![...DELIMITERS, BLANKS].includes(delimiter)) {
    throw new Refusal({ kind: 'delimiter', cell: shortened(delimiter) });
  }
  const divided = delimiter === BLANKS ? withTabs(text) : text;
  const { rows, rowNumbers } = parseRows(divided, delimiter === BLANKS ? '\t' : delimiter, declared ? 1 : 0);
  const decimalComma = options.decimalComma ?? hasDecimalComma(rows);
  const kind = options.header === undefined ? firstRowOf(rows, decimalComma) : undefined;
  const header = options.header ?? kind === 'names';
  const names = namesOf(rows[0] ?? [], header);
  const skipped = kind === 'neither' ? rows[0]?.join(' ') : undefined;
  if (header || skipped !== undefined) {
    rows.shift();
    rowNumbers.shift();
  }
  if (rows.length === 0) throw new Refusal({ kind: 'onlyNames' });
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const columns = describeColumns(rows, names.length, decimalComma);
  const read = { names, rows, rowNumbers: Uint32Array.from(rowNumbers), delimiter, decimalComma, header };
  return { ...read, columns, ...(skipped !== undefined && { skipped }) };
}

const tooManyRows = () => new Refusal({ kind: 'tooManyRows', most: MAX_ROWS });

/**
 * Parses all rows that are not blank, with their row numbers.
 *
 * @param {string} text
 * @param {string} delimiter
 * @param {number} rowsBefore  the number of rows that were removed before the text
 */
function parseRows(text, delimiter, rowsBefore) {
  const { text: checked, refusal } = checkSyntax(text, delimiter, { rowsBefore });
  if (refusal) throw refusal;
  /** @type {string[][]} */
  const rows = [];
  /** @type {number[]} */
  const rowNumbers = [];
  dsvFormat(delimiter).parseRows(checked, (cells, index) => {
    const row = cells.map((cell) => cell.trim());
    if (row.every((cell) => cell === '')) return;
    const number = rowsBefore + index + 1;
    const expected = rows[0]?.length ?? row.length;
    if (row.length !== expected) {
      const lengths = { columns: row.length, first: rowNumbers[0] ?? 1, expected };
      throw new Refusal(
        { kind: 'rowLength', row: number, ...lengths },
        { row: number, column: Math.min(row.length, expected) + 1 },
      );
    }
    // One more than the limit, because the first row can be the header.
    if (rows.length > MAX_ROWS) throw tooManyRows();
    if ((rows.length + 1) * expected > MAX_CELLS) {
      throw new Refusal({ kind: 'tooManyCells', most: MAX_CELLS });
    }
    rows.push(row);
    rowNumbers.push(number);
  });
  if (rows.length === 0) throw new Refusal({ kind: 'tableEmpty' });
  return { rows, rowNumbers };
}

/** Returns whether numbers are 0, 1, 2 … or 1, 2, 3 … in any order. @param {number[]} numbers */
function isCounting(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const [first = NaN] = sorted;
  return (first === 0 || first === 1) && sorted.every((value, at) => value === first + at);
}

/**
 * Returns the names of the columns. A missing name becomes "column 3"; a repeated one gets a number.
 *
 * @param {string[]} first  the first row
 * @param {boolean} header
 */
function namesOf(first, header) {
  const written = first.map((cell, column) => (header && cell !== '' ? cell : `column ${column + 1}`));
  const all = new Set(written);
  /** @type {Set<string>} */
  const taken = new Set();
  return written.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique) || (unique !== name && all.has(unique)); number += 1) {
      unique = `${name} (${number})`;
    }
    taken.add(unique);
    return unique;
  });
}

/**
 * Returns the facts about each column. Goes row by row, as the cells are in memory.
 *
 * @param {string[][]} rows
 * @param {number} width
 * @param {boolean} decimalComma
 * @returns {Column[]}
 */
export function describeColumns(rows, width, decimalComma) {
  const texts = Array.from({ length: width }, () => /** @type {Set<string>} */ (new Set()));
  const empty = new Uint32Array(width);
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      texts[column]?.add(cell);
      if (cell === '') empty[column] = (empty[column] ?? 0) + 1;
    }
  }
  return texts.map((distinctTexts, column) => {
    const filled = [...distinctTexts].filter((text) => !isMissing(text));
    const values = new Set(filled.map((text) => parseCell(text, decimalComma)));
    const numericElse = values.size > 0 && !values.has(undefined);
    const hasMissing = filled.length < distinctTexts.size;
    const numeric = numericElse && !hasMissing;
    const numbers = numericElse ? /** @type {number[]} */ ([...values]) : [];
    const counting = isCounting(numbers);
    return {
      ...{ numeric, numericElse, counting },
      distinct: numeric ? values.size : distinctTexts.size,
      empty: empty[column] ?? 0,
      missing: hasMissing ? rows.filter((row) => isMissing(row[column] ?? '')).length : 0,
      whole: numbers.length > 0 && numbers.every(Number.isInteger),
      ordinal:
        counting && numbers.length === rows.length && numbers.every((n, at) => n === Number(numbers[0]) + at),
    };
  });
}
