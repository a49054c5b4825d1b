/**
 * Digits with which a line of arithmetic closes: the sum or product of the numbers as they are shown is the
 * result as it is shown. It only compares numbers that the core has delivered with one another.
 *
 * @module
 */

/** No more decimals are shown for it, and a factor has at most so many more than the result. */
const MOST = 6;
const FINER = 2;

/**
 * How a number is shown: with all its digits, with the result's, or as a factor with more where needed.
 * @typedef {'exact' | 'same' | 'finer'} Precision
 */

/**
 * Returns the decimals of the result and of its factors, and whether the line closes with them.
 *
 * @param {number[]} values
 * @param {Precision[]} precisions  of the values
 * @param {number} result
 * @param {(shown: number[]) => number} compute  the result of the values as they are shown
 * @param {number} wanted  decimals
 * @returns {{ digits: number, finer: number, closes: boolean }}
 */
export function closingDigits(values, precisions, result, compute, wanted) {
  const most = precisions.includes('finer') ? FINER : 0;
  for (let digits = wanted; digits <= Math.max(wanted, MOST); digits += 1) {
    for (let finer = digits; finer <= digits + most; finer += 1) {
      const shown = values.map((value, at) =>
        precisions[at] === 'exact' ? value : rounded(value, precisions[at] === 'finer' ? finer : digits),
      );
      if (rounded(compute(shown), digits) === rounded(result, digits)) return { digits, finer, closes: true };
    }
  }
  return { digits: wanted, finer: wanted, closes: false };
}

/** Returns a number as it is shown with so many decimals. @param {number} value @param {number} digits */
export const rounded = (value, digits) => Number(value.toFixed(digits)) + 0;
