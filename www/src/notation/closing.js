/**
 * How many decimals an equation needs so that the numbers shown close: that the numbers as they are
 * written give the result as it is written. It calculates with what is shown, never with the network's
 * own numbers.
 *
 * @module
 */
import { formatOf, parseNumber } from './format.js';

/** @import { Style } from './format.js' */

/** More decimals than these are not tried. */
export const MOST_DECIMALS = 6;

/**
 * An equation: the numbers on its right side, its result, and how the one is made of the other.
 * @typedef {{ given: readonly number[], result: number, calculate: (shown: number[]) => number }} Equation
 */

/**
 * Returns the style in which all of these equations close, and whether they do: with six decimals some
 * may not.
 *
 * @param {readonly Equation[]} equations
 * @param {Style} style  has the least number of decimals
 * @returns {{ style: Style, closes: boolean }}
 */
export function closing(equations, style) {
  for (let { digits } = style; digits <= Math.max(style.digits, MOST_DECIMALS); digits += 1) {
    const { short } = formatOf({ ...style, digits });
    const closes = equations.every(({ given, result, calculate }) => {
      const shown = given.map((number) => parseNumber(short(number)) ?? number);
      return short(calculate(shown)) === short(result);
    });
    if (closes) return { style: { ...style, digits }, closes };
  }
  return { style, closes: false };
}

/** Adds numbers as they are shown. @param {readonly number[]} shown */
export const sumOf = (shown) => shown.reduce((sum, number) => sum + number, 0);

/** Multiplies numbers as they are shown. @param {readonly number[]} shown */
export const productOf = (shown) => shown.reduce((product, number) => product * number, 1);
