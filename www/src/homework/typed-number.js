/**
 * Parses one number that was typed: a decimal or a fraction.
 *
 * @module
 */
import { NUMBER } from '../notation/format.js';
import { plainDigits } from '../notation/invisible.js';

/**
 * Parses a decimal number.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
function parseDecimal(text) {
  const value = NUMBER.test(text) ? Number(text) : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/**
 * Parses a decimal number or a fraction of two, as the nearest double.
 *
 * @param {string} text
 * @returns {number | undefined}  `undefined` if it is neither
 */
export function parseNumberOrFraction(text) {
  const [numerator = '', denominator, more] = plainDigits(text.trim()).split('/');
  if (more !== undefined) return undefined;
  const top = parseDecimal(numerator.trim());
  if (denominator === undefined || top === undefined) return top;
  const bottom = parseDecimal(denominator.trim());
  return bottom === undefined || bottom === 0 ? undefined : top / bottom;
}
