/**
 * What outputs stand for, and what counts of them say: pure. The class is found as the core finds it, of numbers that the
 * core computed.
 *
 * @module
 */

/** @import { DataAt, Evaluated } from '../protocol/messages.js' */

/** The greatest, the first of equals; of a single output 1 from a half on. @param {ArrayLike<number>} output */
export function classOf(output) {
  if (output.length === 1) return Number(output[0]) >= 0.5 ? 1 : 0;
  return Array.from(output).reduce((best, value, at) => (value > Number(output[best]) ? at : best), 0);
}

/** How many there are and how many on the diagonal. @param {Float64Array} counts @param {number} classes */
export function rightOf(counts, classes) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let right = 0;
  for (let of = 0; of < classes; of += 1) right += Number(counts[of * (classes + 1)]);
  return { total, right };
}

/** Classes that there are samples of, but that are never predicted. @param {Float64Array} counts @param {number} classes */
export function neverPredictedIn(counts, classes) {
  const all = Array.from({ length: classes }, (_, at) => at);
  const given = (/** @type {number} */ taken) => all.some((of) => Number(counts[of * classes + taken]) > 0);
  const asked = (/** @type {number} */ of) => all.some((taken) => Number(counts[of * classes + taken]) > 0);
  return all.filter((one) => asked(one) && !given(one));
}

/** So many evaluations in a row without an answer are called being stuck. */
const LONG = 3;

/**
 * Classes that were never predicted in the last evaluations, a few at least, and since which epoch.
 * @param {readonly Evaluated[]} evaluations
 * @returns {{ classes: number[], since: number } | undefined}
 */
export function stuckAt(evaluations) {
  let [common, at] = [evaluations.at(-1)?.neverPredicted ?? 0, evaluations.length];
  while (at > 0 && (common & Number(evaluations[at - 1]?.neverPredicted)) !== 0) {
    common &= Number(evaluations[at - 1]?.neverPredicted);
    at -= 1;
  }
  if (common === 0 || evaluations.length - at < LONG) return undefined;
  const classes = Array.from({ length: 32 }, (_, one) => one).filter((one) => (common & (1 << one)) !== 0);
  return { classes, since: Number(evaluations[at]?.epoch) };
}

/** What a class is called: its name in the table it came from, else its number. @param {Pick<DataAt, 'classes'>} data @param {number} one */
export const classNameOf = ({ classes }, one) => classes?.[one] ?? String(one);

/** A list of classes in words. @param {readonly number[]} classes @param {Pick<DataAt, 'classes'>} [data] */
export function inWords(classes, data = {}) {
  const names = classes.map((one) => classNameOf(data, one));
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
