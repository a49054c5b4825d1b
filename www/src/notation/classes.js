/**
 * Classes: which one an output stands for, what they are called, and what a confusion matrix says of
 * them. Numbers come from the core; a class is found by the core's rule.
 *
 * @module
 */

/** @import { DataAt } from '../protocol/data.js' */
/** @import { Evaluated } from '../protocol/timeline.js' */

/**
 * Returns the index of the greatest number, the first of equals. A single output is class 1 from 0.5 on.
 * @param {ArrayLike<number>} output
 */
export function classOf(output) {
  if (output.length === 1) return Number(output[0]) >= 0.5 ? 1 : 0;
  return Array.from(output).reduce((best, value, at) => (value > Number(output[best]) ? at : best), 0);
}

/**
 * Returns how many samples a confusion matrix counts, and how many of them on its diagonal.
 * @param {Float64Array} counts  row-major, `[class of the target][class of the output]`
 * @param {number} classes
 */
export function countCorrect(counts, classes) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let correct = 0;
  for (let one = 0; one < classes; one += 1) correct += Number(counts[one * (classes + 1)]);
  return { total, correct };
}

/**
 * Returns the classes that there are samples of and that are never predicted.
 * @param {Float64Array} counts  as in `countCorrect`
 * @param {number} classes
 */
export function neverPredictedIn(counts, classes) {
  const all = Array.from({ length: classes }, (_, at) => at);
  const predicted = (/** @type {number} */ output) =>
    all.some((target) => Number(counts[target * classes + output]) > 0);
  const sampled = (/** @type {number} */ target) =>
    all.some((output) => Number(counts[target * classes + output]) > 0);
  return all.filter((one) => sampled(one) && !predicted(one));
}

/** From so many evaluations in a row on, a class that is never predicted is reported. */
const LEAST_EVALUATIONS = 3;

/**
 * Returns the classes that none of the last evaluations predicted, and the first of these epochs.
 * @param {readonly Evaluated[]} evaluations
 * @returns {{ classes: number[], since: number } | undefined}  none if it were fewer than three evaluations
 */
export function neverPredictedSince(evaluations) {
  let [common, at] = [evaluations.at(-1)?.neverPredicted ?? 0, evaluations.length];
  while (at > 0 && (common & Number(evaluations[at - 1]?.neverPredicted)) !== 0) {
    common &= Number(evaluations[at - 1]?.neverPredicted);
    at -= 1;
  }
  if (common === 0 || evaluations.length - at < LEAST_EVALUATIONS) return undefined;
  const classes = Array.from({ length: 32 }, (_, one) => one).filter((one) => (common & (1 << one)) !== 0);
  return { classes, since: Number(evaluations[at]?.epoch) };
}

/**
 * Returns the name of a class in the table it came from, else its number.
 * @param {Pick<DataAt, 'classes'>} data
 * @param {number} one
 */
export const classNameOf = ({ classes }, one) => classes?.[one] ?? String(one);

/**
 * Returns the names of classes as a list in words: `1, 4 and 8`.
 * @param {readonly number[]} classes
 * @param {Pick<DataAt, 'classes'>} [data]
 */
export function listClasses(classes, data = {}) {
  const names = classes.map((one) => classNameOf(data, one));
  return names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
