/**
 * The networks and the data that all programs of the comparison train: mini-batch SGD, sigmoid units,
 * quadratic cost.
 *
 * @module
 */

/** @typedef {{ sizes: number[], m: number }} Shape */

/** @type {Shape[]} */
export const SHAPES = [
  { sizes: [3, 2, 1], m: 4 },
  { sizes: [2, 8, 8, 1], m: 10 },
  { sizes: [784, 30, 10], m: 10 },
  { sizes: [784, 100, 10], m: 32 },
];

/** Mini-batches before the samples repeat. */
export const MINI_BATCHES = 20;

export const ETA = 0.5;

/** @param {Shape} shape */
export const nameOf = ({ sizes, m }) => `${sizes.join('-')}, m ${m}`;

/**
 * Returns samples with random numbers between 0 and 1.
 *
 * @param {Shape} shape
 */
export function samplesFor({ sizes, m }) {
  let state = 45;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const count = m * MINI_BATCHES;
  const outputs = sizes[sizes.length - 1] ?? 0;
  return {
    count,
    xs: Float64Array.from({ length: count * (sizes[0] ?? 0) }, random),
    ys: Float64Array.from({ length: count * outputs }, random),
  };
}

/**
 * Returns the number of floating-point operations of a mini-batch. For each weight and sample these are a
 * multiplication and an addition in the forward pass, for its gradient, and for the delta of the layer below
 * if it is not the input.
 *
 * @param {Shape} shape
 */
export function operations({ sizes, m }) {
  let weights = 0;
  for (let l = 1; l < sizes.length; l += 1)
    weights += (sizes[l] ?? 0) * (sizes[l - 1] ?? 0) * (l > 1 ? 6 : 4);
  return weights * m;
}
