/**
 * The work of a question, in multiplications. The worker answers one question at a time, so a long one delays
 * all others.
 *
 * @module
 */

/** @import { View } from './view.js' */

/** The most work of a question that the page asks by itself: 0.1 seconds, or a second on a slow phone. */
export const MOST_WORK = 300_000_000;

/** Multiplications for each weight to take a sample forward, back, and into Σ∇. */
export const GRADIENT = 3;

/** Multiplications in a millisecond on the slowest machine that is supported. */
export const SLOWEST = 250_000;

/**
 * Returns the number of weights and biases of a network.
 *
 * @param {readonly number[]} sizes
 */
export const parametersOf = (sizes) =>
  sizes.slice(1).reduce((sum, n, at) => sum + n * (Number(sizes[at]) + 1), 0);

/**
 * Returns how many milliseconds the longest computation that reports no progress may take on the slowest
 * machine: every sample once forward and back, as in an evaluation or a mini-batch of all samples.
 *
 * @param {View} view
 */
export const longest = ({ after, data }) =>
  Math.round((GRADIENT * parametersOf(after.sizes) * (data.count + data.test)) / SLOWEST);
