/**
 * Numbers as text. They are written with a true minus sign, and never as 0.000 if they are not 0.
 *
 * @module
 */

/** @param {string} text */
const withMinus = (text) => text.replaceAll('-', '−');

/**
 * How numbers are written.
 *
 * @typedef {object} Style
 * @property {number} digits  decimals, 2 or more
 * @property {boolean} comma  whether a comma stands for the decimal point
 */

/**
 * The two ways to write a number.
 *
 * @typedef {object} Format
 * @property {(value: number) => string} short  with the style's decimals
 * @property {(value: number) => string} full  with all digits
 */

/** With so many decimals or more, `short` writes all digits too. */
const ALL_DIGITS = 17;

/** The formats made so far, by style. @type {Map<string, Format>} */
const formats = new Map();

/**
 * Returns the two ways to write a number in a style. The short one has the style's decimals, or a power
 * of ten if the number is very small or large; integers have no decimals.
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
 * Returns a number that somebody chose, such as eta: without zeros at the end, and never longer than `short`.
 *
 * @param {number} value
 * @param {Style} style
 */
export function givenNumber(value, style) {
  const written = formatOf(style).short(value);
  const exact = style.comma ? full(value).replace('.', ',') : full(value);
  return exact.length < written.length ? exact : written;
}

/**
 * Returns a number with as many of the style's decimals as there is room for, two at least.
 *
 * @param {number} value
 * @param {Style} style
 * @param {number} characters  there is room for
 */
export function fitNumber(value, { digits, comma }, characters) {
  for (let fewer = digits; fewer > 2; fewer -= 1) {
    const text = formatOf({ digits: fewer, comma }).short(value);
    if (text.length <= characters) return text;
  }
  return formatOf({ digits: 2, comma }).short(value);
}

/**
 * @param {Style} style
 * @returns {Format}
 */
function create({ digits, comma }) {
  /** @param {string} text */
  const pointed = (text) => (comma ? text.replace('.', ',') : text);
  /** @param {number} value */
  function short(value) {
    const size = Math.abs(value);
    if (!Number.isFinite(value) || digits >= ALL_DIGITS) return full(value);
    if (Number.isInteger(value) && size < 100_000) return withMinus(String(value));
    const fixed = value.toFixed(digits);
    // With a power of ten if it would be written as 0.
    if (Number(fixed) === 0 || size >= 10_000)
      return withMinus(value.toExponential(digits - 2).replace('e+', 'e'));
    return withMinus(fixed);
  }
  return { short: (value) => pointed(short(value)), full: (value) => pointed(full(value)) };
}

/**
 * Returns a number with all its digits: the shortest decimal number that is read back as the same value,
 * with a point. In every style, fields and attributes that programs read are written like this.
 *
 * @param {number} value
 */
export function full(value) {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Object.is(value, -0)) return '−0';
  return withMinus(String(value));
}

/** A decimal number, with a hyphen as its minus sign. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A whole number with commas or points between its thousands; a point can also be one between decimals. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}([,.]\d{3})+$/;

/**
 * Returns the number that a text stands for, with a decimal point or comma and either minus sign.
 *
 * @param {string} text
 * @param {boolean} [whole]  whether a whole number is wanted: 1,000 is a thousand then, and 1.000 NaN
 * @returns {number | undefined}  none if it is not a finite number
 */
export function parseNumber(text, whole = false) {
  const typed = text.trim().replaceAll('−', '-');
  const inThousands = whole && THOUSANDS.test(typed);
  if (inThousands && typed.includes('.')) return NaN;
  const plain = inThousands ? typed.replaceAll(',', '') : typed.replace(',', '.');
  if (!NUMBER.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
