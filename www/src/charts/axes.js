/**
 * Axis scales of a small chart: from values to px and back.
 *
 * @module
 */

/**
 * The range of an axis; `log` for a logarithmic one.
 *
 * @typedef {{ from: number, to: number, log?: boolean }} Axis
 */

/**
 * Returns where a value is on an axis, in px. Values outside the range are at its ends.
 *
 * @param {number} value
 * @param {Axis} axis
 * @param {number} start  px of the start of the range
 * @param {number} end  px of its end
 */
export function toPixels(value, axis, start, end) {
  const scale = (/** @type {number} */ number) => (axis.log ? Math.log10(number) : number);
  const share = (scale(value) - scale(axis.from)) / (scale(axis.to) - scale(axis.from) || 1);
  return start + (end - start) * Math.min(1, Math.max(0, share));
}

/**
 * Returns the value at a position in px: the inverse of `toPixels`.
 *
 * @param {number} px
 * @param {Axis} axis
 * @param {number} start
 * @param {number} end
 */
export function toValue(px, axis, start, end) {
  const share = Math.min(1, Math.max(0, (px - start) / (end - start)));
  if (!axis.log) return axis.from + share * (axis.to - axis.from);
  return 10 ** (Math.log10(axis.from) + share * (Math.log10(axis.to) - Math.log10(axis.from)));
}

/**
 * Returns the smallest of some values and its index; absent values are skipped.
 *
 * @param {readonly (number | undefined)[]} values
 */
export function minimum(values) {
  let best = -1;
  values.forEach((value, index) => {
    if (value !== undefined && (best < 0 || value < Number(values[best]))) best = index;
  });
  return best < 0 ? undefined : { index: best, value: Number(values[best]) };
}
