/**
 * Numbers in the cells of a table, and why a text is none.
 *
 * @module
 */

import { NUMBER } from '../notation/format.js';

/** With a point, and so no thousands separator either way. */
const WITH_POINT = /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i;
const WITH_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
/** 1,234: a decimal comma or a thousands separator, and there is no telling which. */
const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const THOUSANDS = /^[+-]?[1-9]\d{0,2}([ ,.'’\u00a0\u202f]\d{3})+([.,]\d+)?$/;

/** Most cells have no minus sign of Unicode, and looking is quicker than replacing. @param {string} cell */
const withHyphen = (cell) => (cell.includes('−') ? cell.replaceAll('−', '-') : cell);

/**
 * The number that is written in a cell; `undefined` if it is none, or too large to be one.
 *
 * @param {string} cell
 * @param {boolean} decimalComma  whether a comma stands for the point
 * @returns {number | undefined}
 */
export function numberIn(cell, decimalComma) {
  let text = withHyphen(cell);
  if (decimalComma) {
    if (text.includes('.')) return undefined;
    text = text.replace(',', '.');
  }
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * What is wrong with a cell that is not a number, to follow a word for the cell.
 *
 * @param {string} cell
 * @param {boolean} decimalComma
 * @returns {string}
 */
export function whyNoNumber(cell, decimalComma) {
  const text = withHyphen(cell);
  const pointed = decimalComma ? text.replace(',', '.') : text;
  if (text === '') return 'is empty, and a number is wanted';
  if (NUMBER.test(pointed)) {
    if (Number.isFinite(Number(pointed))) return 'has a decimal point, where numbers have a decimal comma';
    return 'is too large for a number';
  }
  if (EITHER.test(text)) return 'can be a decimal comma or a thousands separator';
  if (THOUSANDS.test(text)) return 'has a thousands separator, which numbers must not have';
  if (WITH_COMMA.test(text)) return 'has a decimal comma, where numbers have a decimal point';
  return 'is not a number';
}

/**
 * Whether a comma stands for the point in these cells: whether more of them are numbers with a comma than with a
 * point. Cells like 1,234 count for neither, so a table with no others keeps the point, and they are refused.
 *
 * @param {string[][]} rows
 * @returns {boolean}
 */
export function hasDecimalComma(rows) {
  let commas = 0;
  let points = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (cell.includes(',')) {
        const text = withHyphen(cell);
        if (WITH_COMMA.test(text) && !EITHER.test(text)) commas += 1;
      } else if (cell.includes('.') && WITH_POINT.test(withHyphen(cell))) points += 1;
    }
  }
  return commas > points;
}
