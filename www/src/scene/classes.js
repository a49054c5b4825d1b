/**
 * What outputs stand for, and what counts of them say: pure. The class is found as the core finds it, of numbers that the
 * core computed.
 *
 * @module
 */

/** The greatest, the first of equals; of a single output 1 from a half on. @param {Float64Array} output */
export function classOf(output) {
  if (output.length === 1) return Number(output[0]) >= 0.5 ? 1 : 0;
  return output.reduce((best, value, at) => (value > Number(output[best]) ? at : best), 0);
}

/** How many there are and how many on the diagonal. @param {Float64Array} counts @param {number} classes */
export function rightOf(counts, classes) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let right = 0;
  for (let of = 0; of < classes; of += 1) right += Number(counts[of * (classes + 1)]);
  return { total, right };
}

/** Classes that there are samples of, but that are never answered. @param {Float64Array} counts @param {number} classes */
export function neverGiven(counts, classes) {
  const all = Array.from({ length: classes }, (_, at) => at);
  const given = (/** @type {number} */ taken) => all.some((of) => Number(counts[of * classes + taken]) > 0);
  const asked = (/** @type {number} */ of) => all.some((taken) => Number(counts[of * classes + taken]) > 0);
  return all.filter((one) => asked(one) && !given(one));
}
