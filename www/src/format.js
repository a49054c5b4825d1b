/**
 * Numbers as people read them. A true minus sign, and never "0.000" for something that is not 0.
 *
 * @module
 */

/** @param {string} text */
const withMinus = (text) => text.replaceAll('-', '−');

/**
 * A number in little room: at most 3 decimals, or two digits and a power of ten.
 *
 * @param {number} value
 * @returns {string}
 */
export function short(value) {
  if (!Number.isFinite(value)) return full(value);
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 100_000) return withMinus(String(value));
  if (size < 0.0005 || size >= 10_000) return withMinus(value.toExponential(1).replace('e+', 'e'));
  return withMinus(value.toFixed(3));
}

/**
 * All digits: the shortest decimal number that stands for exactly this value.
 *
 * @param {number} value
 * @returns {string}
 */
export function full(value) {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Object.is(value, -0)) return '−0';
  return withMinus(String(value));
}

/**
 * What a person typed, with a decimal point or comma, as a number; `undefined` if it is none.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
export function parse(text) {
  const plain = text.trim().replaceAll('−', '-').replace(',', '.');
  if (plain === '' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
