/**
 * A table of delimited text, as it is written: names, cells, and what there is in each column. Nothing is left out but
 * rows without a single letter, and nothing is filled in.
 *
 * @module
 */

import { dsvFormat } from '../../vendor/d3-dsv/d3-dsv.js';
import { plain, textOf } from './decode.js';
import { DELIMITERS, delimiterOf, hasHeader } from './dialect.js';
import { MAX_CELLS, MAX_ROWS } from './limits.js';
import { hasDecimalComma, numberIn } from './numbers.js';
import { Refusal, counted, quoted } from './refusal.js';
import { scan } from './syntax.js';

export { toSamples } from './samples.js';

/**
 * What is told of a way to write tables; what is not told is found.
 *
 * @typedef {object} Dialect
 * @property {string} [delimiter]  comma, semicolon, tab or `|`
 * @property {boolean} [decimalComma]  whether a comma stands for the point in numbers
 * @property {boolean} [header]  whether the first row has the names of the columns
 */

/**
 * @typedef {object} Column
 * @property {boolean} numeric  whether all its cells are numbers
 * @property {number} distinct  how many different numbers it has if they all are, else how many different texts
 * @property {number} empty  how many cells have nothing in them
 */

/**
 * @typedef {object} Table
 * @property {string[]} names  one for each column, no two the same
 * @property {string[][]} rows  cells without the spaces round them; all rows are as long as `names`
 * @property {Uint32Array} rowNumbers  where each row is in the file, counted from 1 as a spreadsheet does
 * @property {string} delimiter
 * @property {boolean} decimalComma
 * @property {boolean} header
 * @property {Column[]} columns
 */

/**
 * @param {Uint8Array | string} source  a file that is not packed, or what was pasted
 * @param {Dialect} [options]
 * @returns {Table}
 * @throws {Refusal} if it is no table, or too big
 */
export function readTable(source, options = {}) {
  let text = typeof source === 'string' ? plain(source) : textOf(source);
  // Excel's own way to tell the delimiter, in a row before the table.
  const told = /^sep=([,;\t|])(\r\n|\r|\n)/i.exec(text);
  if (told) text = text.slice(told[0].length);
  if (text.trim() === '') throw new Refusal('This table is empty.');
  const delimiter = options.delimiter ?? told?.[1] ?? delimiterOf(text);
  if (!DELIMITERS.includes(delimiter)) {
    throw new Refusal(
      `Cells are divided by a comma, a semicolon, a tab or a bar, and not by ${quoted(delimiter)}.`,
    );
  }
  const { rows, rowNumbers } = cellsOf(text, delimiter, told ? 1 : 0);
  const decimalComma = options.decimalComma ?? hasDecimalComma(rows);
  const header = options.header ?? hasHeader(rows, decimalComma);
  const names = namesOf(rows[0] ?? [], header);
  if (header) {
    rows.shift();
    rowNumbers.shift();
  }
  if (rows.length === 0) throw new Refusal('This table has names of columns and no row below them.');
  if (rows.length > MAX_ROWS) throw tooManyRows();
  const columns = columnsOf(rows, names.length, decimalComma);
  return { names, rows, rowNumbers: Uint32Array.from(rowNumbers), delimiter, decimalComma, header, columns };
}

const tooManyRows = () =>
  new Refusal(`A table has at most ${counted(MAX_ROWS)} rows, and this one has more.`);

/**
 * All rows that are not blank, and where they are.
 *
 * @param {string} text
 * @param {string} delimiter
 * @param {number} before  rows that stand before the text
 */
function cellsOf(text, delimiter, before) {
  const { text: checked, refusal } = scan(text, delimiter, { before });
  if (refusal) throw refusal;
  /** @type {string[][]} */
  const rows = [];
  /** @type {number[]} */
  const rowNumbers = [];
  dsvFormat(delimiter).parseRows(checked, (cells, index) => {
    const row = cells.map((cell) => cell.trim());
    if (row.every((cell) => cell === '')) return;
    const number = before + index + 1;
    const expected = rows[0]?.length ?? row.length;
    if (row.length !== expected) {
      throw new Refusal(
        `Row ${counted(number)} has ${cellCount(row.length)}, but row ${counted(rowNumbers[0] ?? 1)} has ${counted(expected)}.`,
        { row: number, column: Math.min(row.length, expected) + 1 },
      );
    }
    // One more than there may be, because the first can be the names.
    if (rows.length > MAX_ROWS) throw tooManyRows();
    if ((rows.length + 1) * expected > MAX_CELLS) {
      throw new Refusal(`A table has at most ${counted(MAX_CELLS)} cells, and this one has more.`);
    }
    rows.push(row);
    rowNumbers.push(number);
  });
  if (rows.length === 0) throw new Refusal('This table is empty.');
  return { rows, rowNumbers };
}

/** @param {number} count */
const cellCount = (count) => (count === 1 ? '1 column' : `${counted(count)} columns`);

/**
 * The names of the columns. One that is missing is made up, and one that was there before gets a number.
 *
 * @param {string[]} first  the first row
 * @param {boolean} header
 */
function namesOf(first, header) {
  const given = first.map((cell, column) => (header && cell !== '' ? cell : `column ${column + 1}`));
  const all = new Set(given);
  /** @type {Set<string>} */
  const taken = new Set();
  return given.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own) || (own !== name && all.has(own)); number += 1) {
      own = `${name} (${number})`;
    }
    taken.add(own);
    return own;
  });
}

/**
 * What there is in each column. Row by row, as the cells lie in memory.
 *
 * @param {string[][]} rows
 * @param {number} width
 * @param {boolean} decimalComma
 * @returns {Column[]}
 */
function columnsOf(rows, width, decimalComma) {
  const texts = Array.from({ length: width }, () => /** @type {Set<string>} */ (new Set()));
  const empty = new Uint32Array(width);
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      texts[column]?.add(cell);
      if (cell === '') empty[column] = (empty[column] ?? 0) + 1;
    }
  }
  return texts.map((different, column) => {
    const values = new Set([...different].map((text) => numberIn(text, decimalComma)));
    const numeric = !values.has(undefined);
    return { numeric, distinct: numeric ? values.size : different.size, empty: empty[column] ?? 0 };
  });
}
