/**
 * Parses the numbers in the cells of a table, and says why a cell is not a number.
 *
 * @module
 */

import { NUMBER } from '../notation/format.js';
import { plainDigits } from '../notation/invisible.js';

/** A number with a decimal point; it has no thousands separator. */
const WITH_POINT = /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i;
/** A number with a decimal comma. */
const WITH_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;
/** A number such as 1,234: the comma can be a decimal comma or a thousands separator. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** A number such as 1.234, where numbers have a decimal comma. */
const AMBIGUOUS_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
/** A number with thousands separators. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}([ ,.'’\u00a0\u202f]\d{3})+([.,]\d+)?$/;

/** Most cells have no other characters, and to test is faster than to replace. */
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Replaces minus signs and digits of other scripts.
 *
 * @param {string} cell
 */
const withHyphen = (cell) => (ASCII.test(cell) ? cell : plainDigits(cell));

/** What stands for a value that is missing. */
const MISSING = /^(?:|-|\.|\?|n\/?a|nan|null|none|missing|#n\/a|\(?unknown\)?)$/i;

/** Returns whether a cell stands for a missing value. @param {string} cell */
export const isMissing = (cell) => cell.length <= 9 && MISSING.test(cell);

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
 * Returns why a cell is not a number, as the kind of its refusal.
 *
 * @param {string} cell
 * @param {boolean} decimalComma
 */
export function whyNotANumber(cell, decimalComma) {
  const text = withHyphen(cell);
  const pointed = decimalComma ? text.replace(',', '.') : text;
  if (text === '') return 'cellEmpty';
  if (NUMBER.test(pointed)) {
    if (AMBIGUOUS_POINT.test(text)) return 'cellAmbiguousPoint';
    return Number.isFinite(Number(pointed)) ? 'cellPoint' : 'cellTooLarge';
  }
  if (AMBIGUOUS.test(text)) return 'cellAmbiguous';
  if (THOUSANDS.test(text)) return 'cellThousands';
  if (WITH_COMMA.test(text)) return 'cellComma';
  return 'cellNotANumber';
}

/**
 * Returns whether these cells use a decimal comma: whether more of them have a comma than a point.
 *
 * Cells like 1,234 and 1.234 count for neither. A table that has only such cells keeps the point.
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
      } else if (cell.includes('.')) {
        const text = withHyphen(cell);
        if (WITH_POINT.test(text) && !AMBIGUOUS_POINT.test(text)) points += 1;
      }
    }
  }
  return commas > points;
}
