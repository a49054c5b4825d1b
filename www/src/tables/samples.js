/**
 * From the cells of a table to samples: which columns are inputs and targets, and how targets are written as outputs.
 * Numbers stay as they are in the table; scaling is for the core.
 *
 * @module
 */

import { MAX_CELLS, MAX_COLUMNS } from './limits.js';
import { numberIn, whyNoNumber } from './numbers.js';
import { Refusal, counted, quoted } from './refusal.js';

/** @import { Table } from './table.js' */

/** So many different texts are few enough to be named. */
const FEW = 12;

/**
 * What is to be made of a table. `number` leaves targets as they are, `zeroOne` makes 0 and 1 of two classes, `oneHot`
 * makes one output for each class: 1 for the sample's own, 0 for all others.
 *
 * @typedef {object} Choice
 * @property {number[]} inputs  columns, counted from 0
 * @property {number[]} targets  columns, counted from 0; just one when they are classes
 * @property {'number' | 'zeroOne' | 'oneHot'} coding
 */

/**
 * @typedef {object} Samples
 * @property {number} inputs  numbers of one x
 * @property {number} outputs  numbers of one y
 * @property {number} count
 * @property {Float64Array} xs  `count × inputs`, sample after sample
 * @property {Float64Array} ys  `count × outputs`, sample after sample
 * @property {string[]} [classes]  in the order of their outputs; for `zeroOne` that of 0, then that of 1
 * @property {string[]} inputNames
 * @property {string[]} targetNames
 */

/**
 * @param {Table} table
 * @param {Choice} choice
 * @returns {Samples}
 * @throws {Refusal} if a cell or a column cannot be used so
 */
export function toSamples(table, { inputs, targets, coding }) {
  checkColumns(table, inputs, targets, coding);
  const { classes, places } = coding === 'number' ? {} : classesOf(table, targets[0] ?? 0, coding);
  const outputs = coding === 'oneHot' ? (classes?.length ?? 0) : targets.length;
  const count = table.rows.length;
  const numbers = count * (inputs.length + outputs);
  if (numbers > MAX_CELLS) {
    throw new Refusal(
      `These columns make ${counted(numbers)} numbers, and there can be ${counted(MAX_CELLS)} at most.`,
    );
  }
  for (const column of inputs) checkInput(table, column);
  const xs = numbersOf(table, inputs);
  const ys = places ? coded(places, coding === 'oneHot' ? outputs : undefined) : numbersOf(table, targets);
  /** @param {number} column */
  const name = (column) => table.names[column] ?? '';
  return {
    ...{ inputs: inputs.length, outputs, count, xs, ys, ...(classes && { classes }) },
    ...{ inputNames: inputs.map(name), targetNames: targets.map(name) },
  };
}

/** @param {Table} table @param {number[]} inputs @param {number[]} targets @param {string} coding */
function checkColumns(table, inputs, targets, coding) {
  if (inputs.length === 0) throw new Refusal('Choose at least one column as an input.');
  if (targets.length === 0) throw new Refusal('Choose at least one column as a target.');
  if (!['number', 'zeroOne', 'oneHot'].includes(coding)) {
    throw new Refusal('Targets are coded as numbers, as 0 and 1, or one-hot.');
  }
  if (coding !== 'number' && targets.length > 1) {
    throw new Refusal(`Classes come from one column, but ${counted(targets.length)} are chosen as targets.`);
  }
  /** @type {Set<number>} */
  const used = new Set();
  for (const column of [...inputs, ...targets]) {
    const name = table.names[column];
    if (name === undefined) {
      throw new Refusal(`There is no column ${column + 1}: this table has ${counted(table.names.length)}.`);
    }
    if (used.has(column)) {
      throw new Refusal(`Column ${quoted(name)} is chosen twice.`, { column: column + 1 });
    }
    used.add(column);
  }
}

/** A column of words is refused as such, not for the first of them. @param {Table} table @param {number} column */
function checkInput({ columns, rows, names, decimalComma }, column) {
  const facts = columns[column];
  if (!facts || facts.numeric || facts.distinct > FEW) return;
  const texts = [...new Set(rows.map((row) => row[column] ?? ''))].filter((text) => text !== '');
  if (texts.length < 2 || texts.some((text) => numberIn(text, decimalComma) !== undefined)) return;
  // Numbers in another way of writing are refused one by one, with what is wrong with them.
  if (texts.some((text) => /^\W*\d/.test(text) || /^\W*(nan|inf|na|null|none)\b/i.test(text))) return;
  const list = texts.sort(byCode).map(quoted).join(', ');
  throw new Refusal(
    `Inputs are numbers, but column ${quoted(names[column] ?? '')} has words (${list}): leave it out, ` +
      'or write a column of 0 and 1 for each word.',
    { column: column + 1 },
  );
}

/**
 * Why a column cannot be an input, if it cannot.
 *
 * @param {Table} table
 * @param {number} column
 * @returns {string | undefined}
 */
export function faultOf(table, column) {
  if (table.columns[column]?.numeric) return undefined;
  try {
    checkInput(table, column);
    numbersOf(table, [column]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}

/** @param {Table} table @param {number[]} chosen */
function numbersOf(table, chosen) {
  const values = new Float64Array(table.rows.length * chosen.length);
  let at = 0;
  for (const [index, row] of table.rows.entries()) {
    for (const column of chosen) {
      const value = numberIn(row[column] ?? '', table.decimalComma);
      if (value === undefined) throw badCell(table, index, column);
      values[at] = value;
      at += 1;
    }
  }
  return values;
}

/** @param {Table} table @param {number} index @param {number} column */
function badCell({ rows, rowNumbers, names, decimalComma }, index, column) {
  const cell = rows[index]?.[column] ?? '';
  const row = rowNumbers[index] ?? index + 1;
  const place = `Row ${counted(row)}, column ${quoted(names[column] ?? '')}`;
  const subject = cell === '' ? `${place}:` : `${place}: ${quoted(cell)}`;
  const what = cell === '' ? `the cell ${whyNoNumber(cell, decimalComma)}` : whyNoNumber(cell, decimalComma);
  return new Refusal(`${subject} ${what}.`, { row, column: column + 1 });
}

/** By the numbers of the characters, which are the same in every language. @param {string} a @param {string} b */
const byCode = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * The classes of a column, and the place of every sample's own among them: by number if all are numbers (1 and 1.0
 * are one class), else by their text.
 *
 * @param {Table} table
 * @param {number} column
 * @param {'zeroOne' | 'oneHot'} coding
 */
function classesOf({ rows, rowNumbers, names, columns, decimalComma }, column, coding) {
  const name = quoted(names[column] ?? '');
  const numeric = columns[column]?.numeric ?? false;
  /** @type {Map<string | number, string>} */
  const found = new Map();
  const keys = rows.map((row, index) => {
    const cell = row[column] ?? '';
    if (cell === '') {
      const at = rowNumbers[index] ?? index + 1;
      throw new Refusal(`Row ${counted(at)}, column ${name}: the cell is empty, and a class is wanted.`, {
        row: at,
        column: column + 1,
      });
    }
    const key = numeric ? (numberIn(cell, decimalComma) ?? 0) : cell;
    if (!found.has(key)) found.set(key, cell);
    return key;
  });
  const sorted = [...found].sort(([a], [b]) =>
    numeric ? Number(a) - Number(b) : byCode(String(a), String(b)),
  );
  const classes = sorted.map(([, text]) => text);
  const shown = classes.slice(0, FEW).map(quoted).join(', ') + (classes.length > FEW ? ' …' : '');
  if (classes.length < 2) {
    throw new Refusal(`Column ${name} has one class only (${shown}), and there is nothing to learn from it.`);
  }
  if (coding === 'zeroOne' && classes.length > 2) {
    throw new Refusal(
      `0 and 1 stand for two classes, but column ${name} has ${counted(classes.length)} (${shown}).`,
      { column: column + 1 },
    );
  }
  if (classes.length > MAX_COLUMNS) {
    throw new Refusal(
      `There can be ${counted(MAX_COLUMNS)} classes at most, but column ${name} has ${counted(classes.length)}.`,
      { column: column + 1 },
    );
  }
  const order = new Map(sorted.map(([key], place) => [key, place]));
  return { classes, places: keys.map((key) => order.get(key) ?? 0) };
}

/**
 * Classes as outputs: their place itself, or a 1 in it.
 *
 * @param {number[]} places
 * @param {number | undefined} width  of one-hot
 */
function coded(places, width) {
  if (width === undefined) return Float64Array.from(places);
  const values = new Float64Array(places.length * width);
  for (const [index, place] of places.entries()) values[index * width + place] = 1;
  return values;
}
