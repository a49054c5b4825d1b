/**
 * Parses the numbers in the cells of a table, and says why a cell is not a number.
 *
 * @module
 */

import { NUMBER } from '../notation/format.js';

/** A number with a decimal point; it has no thousands separator. */
const WITH_POINT = /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i;
/** A number with a decimal comma. */
const WITH_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
/** A number such as 1,234: the comma can be a decimal comma or a thousands separator. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** A number with thousands separators. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}([ ,.'’\u00a0\u202f]\d{3})+([.,]\d+)?$/;

/**
 * Replaces the Unicode minus sign. Most cells have none, and `includes` is faster than `replaceAll`.
 *
 * @param {string} cell
 */
const withHyphen = (cell) => (cell.includes('−') ? cell.replaceAll('−', '-') : cell);

/**
 * Parses a cell as a number.
 *
 * @param {string} cell
 * @param {boolean} decimalComma  whether the decimal separator is a comma
 * @returns {number | undefined}  `undefined` if it is not a number, or too large for a double
 */
export function parseCell(cell, decimalComma) {
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
 * Says why a cell is not a number, as the predicate of a sentence whose subject is the cell.
 *
 * @param {string} cell
 * @param {boolean} decimalComma
 * @returns {string}
 */
export function whyNotANumber(cell, decimalComma) {
  const text = withHyphen(cell);
  const pointed = decimalComma ? text.replace(',', '.') : text;
  if (text === '') return 'is empty, and a number is wanted';
  if (NUMBER.test(pointed)) {
    if (Number.isFinite(Number(pointed))) return 'has a decimal point, where numbers have a decimal comma';
    return 'is too large for a number';
  }
  if (AMBIGUOUS.test(text)) return 'can be a decimal comma or a thousands separator';
  if (THOUSANDS.test(text)) return 'has a thousands separator, which numbers must not have';
  if (WITH_COMMA.test(text)) return 'has a decimal comma, where numbers have a decimal point';
  return 'is not a number';
}

/**
 * Returns whether these cells use a decimal comma: whether more of them have a comma than a point.
 *
 * Cells like 1,234 count for neither. A table that has only such cells keeps the point, and they are refused.
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
        if (WITH_COMMA.test(text) && !AMBIGUOUS.test(text)) commas += 1;
      } else if (cell.includes('.') && WITH_POINT.test(withHyphen(cell))) points += 1;
    }
  }
  return commas > points;
}
