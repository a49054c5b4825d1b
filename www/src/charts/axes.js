/**
 * Places in a small chart: pure functions from numbers to px.
 *
 * @module
 */

/** @typedef {{ width: number, height: number, left: number, bottom: number, top: number, right: number }} Frame */

/** From which number to which an axis reaches; `log` for a logarithmic one. @typedef {{ from: number, to: number, log?: boolean }} Axis */

/**
 * Where a number is on an axis of so many px.
 *
 * @param {number} value
 * @param {Axis} axis
 * @param {number} from  px
 * @param {number} to  px
 */
export function along(value, axis, from, to) {
  const on = (/** @type {number} */ number) => (axis.log ? Math.log10(number) : number);
  const part = (on(value) - on(axis.from)) / (on(axis.to) - on(axis.from) || 1);
  return from + (to - from) * Math.min(1, Math.max(0, part));
}

/**
 * The number at a place, the other way round.
 *
 * @param {number} px
 * @param {Axis} axis
 * @param {number} from
 * @param {number} to
 */
export function at(px, axis, from, to) {
  const part = Math.min(1, Math.max(0, (px - from) / (to - from)));
  if (!axis.log) return axis.from + part * (axis.to - axis.from);
  return 10 ** (Math.log10(axis.from) + part * (Math.log10(axis.to) - Math.log10(axis.from)));
}

/** The least of some numbers with its place; absent ones are passed over. @param {readonly (number | undefined)[]} values */
export function least(values) {
  let best = -1;
  values.forEach((value, place) => {
    if (value !== undefined && (best < 0 || value < Number(values[best]))) best = place;
  });
  return best < 0 ? undefined : { place: best, value: Number(values[best]) };
}
