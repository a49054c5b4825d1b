/**
 * How many decimals an equation needs so that the numbers shown close: that the numbers as they are
 * written give the result as it is written. It calculates with what is shown, never with the network's
 * own numbers.
 *
 * @module
 */
import { formatOf, givenNumber, parseNumber } from './format.js';

/** @import { Style } from './format.js' */

/** More decimals than these are not tried, and a factor has at most so many more than the result. */
export const MOST_DECIMALS = 6;
const FINER = 2;

/**
 * How a number is written: with the result's decimals, as a factor with more where needed, or as it was
 * chosen, without zeros at the end.
 * @typedef {'same' | 'finer' | 'chosen'} Precision
 */

/**
 * An equation: the numbers on its right side, its result, and how the one is made of the other. All numbers
 * have the first precision if there is only one.
 * @typedef {{ given: readonly number[], result: number, calculate: (shown: number[]) => number,
 *   precisions?: readonly Precision[] }} Equation
 */

/** The style of results and that of factors. @typedef {{ style: Style, finer: Style }} Styles */

/** @param {number} value @param {Precision | undefined} precision @param {Styles} styles */
export function writtenIn(value, precision, { style, finer }) {
  if (precision === 'chosen') return givenNumber(value, finer);
  return formatOf(precision === 'finer' ? finer : style).short(value);
}

/** Whether an equation closes as it is written. @param {Equation} equation @param {Styles} styles */
export function closes({ given, result, calculate, precisions = [] }, styles) {
  const shown = given.map((value, at) =>
    Number(parseNumber(writtenIn(value, precisions[at] ?? precisions[0], styles))),
  );
  const { short } = formatOf(styles.style);
  return parseNumber(short(calculate(shown))) === parseNumber(short(result));
}

/**
 * Returns the styles in which all of these equations close, and whether they do: with six decimals some
 * may not.
 *
 * @param {readonly Equation[]} equations
 * @param {Style} style  has the least number of decimals
 * @returns {Styles & { closes: boolean }}
 */
export function closing(equations, style) {
  const most = Math.max(style.digits, MOST_DECIMALS);
  for (let { digits } = style; digits <= most; digits += 1) {
    for (let more = digits; more <= Math.min(most, digits + FINER); more += 1) {
      const styles = { style: { ...style, digits }, finer: { ...style, digits: more } };
      if (equations.every((equation) => closes(equation, styles))) return { ...styles, closes: true };
    }
  }
  return { style, finer: style, closes: false };
}

/** Adds numbers as they are shown. @param {readonly number[]} shown */
export const sumOf = (shown) => shown.reduce((sum, number) => sum + number, 0);

/** Multiplies numbers as they are shown. @param {readonly number[]} shown */
export const productOf = (shown) => shown.reduce((product, number) => product * number, 1);

/**
 * Returns the equation of a product.
 *
 * @param {readonly number[]} given  its factors
 * @param {number} result
 * @returns {Equation}
 */
export const productEquation = (given, result) => ({
  given,
  precisions: ['finer'],
  result,
  calculate: productOf,
});
