/**
 * Numbers as people read them. A true minus sign, and never "0.000" for something that is not 0.
 *
 * @module
 */

/** @param {string} text */
const withMinus = (text) => text.replaceAll('-', '−');

/** How numbers are written: decimals, and whether a comma stands for the point. @typedef {{ digits: number, comma: boolean }} Style */

/** `short` for little room, `full` with every digit. @typedef {{ short: (value: number) => string, full: (value: number) => string }} Format */

/** So many decimals and more show every digit there is. */
const ALL_DIGITS = 17;

/** @type {Map<string, Format>} */
const formats = new Map();

/**
 * The two ways to write a number in a style. In little room it has at most the style's decimals, or fewer digits and
 * a power of ten; whole numbers have none.
 *
 * @param {Style} style
 * @returns {Format}
 */
export function formatOf(style) {
  const key = `${style.digits} ${style.comma}`;
  const made = formats.get(key) ?? create(style);
  formats.set(key, made);
  return made;
}

/**
 * A number with as many of the style's decimals as there is room for, two at least.
 *
 * @param {number} value
 * @param {Style} style
 * @param {number} characters
 */
export function fitted(value, { digits, comma }, characters) {
  for (let fewer = digits; fewer > 2; fewer -= 1) {
    const text = formatOf({ digits: fewer, comma }).short(value);
    if (text.length <= characters) return text;
  }
  return formatOf({ digits: 2, comma }).short(value);
}

/** @param {Style} style @returns {Format} */
function create({ digits, comma }) {
  /** @param {string} text */
  const pointed = (text) => (comma ? text.replace('.', ',') : text);
  /** @param {number} value */
  function short(value) {
    const size = Math.abs(value);
    if (!Number.isFinite(value) || digits >= ALL_DIGITS) return full(value);
    if (Number.isInteger(value) && size < 100_000) return withMinus(String(value));
    const fixed = value.toFixed(digits);
    // What would be 0 has a power of ten.
    if (Number(fixed) === 0 || size >= 10_000)
      return withMinus(value.toExponential(digits - 2).replace('e+', 'e'));
    return withMinus(fixed);
  }
  return { short: (value) => pointed(short(value)), full: (value) => pointed(full(value)) };
}

/**
 * All digits: the shortest decimal number that stands for exactly this value, with a point. Fields and what is read
 * back by programs are written so in every style.
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

/** A decimal number with a hyphen for its minus, as programs read it too. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What a person typed, with a decimal point or comma, as a number; `undefined` if it is none.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
export function parse(text) {
  const plain = text.trim().replaceAll('−', '-').replace(',', '.');
  if (!NUMBER.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
