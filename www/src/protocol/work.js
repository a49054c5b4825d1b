/**
 * How much work a question is, in multiplications: the worker answers one at a time, and nobody waits gladly.
 *
 * @module
 */

/** @import { View } from './messages.js' */

/** Up to so many multiplications are asked for unasked: about a tenth of a second, a whole one on a slow phone. */
export const MOST_WORK = 300_000_000;

/** A sample forward, back, and added to Σ∇, for each weight. */
export const GRADIENT = 3;

/** So many multiplications to a millisecond are expected of the slowest machine. */
const SLOWEST = 250_000;

/** Weights and biases of a network. @param {readonly number[]} sizes */
export const parametersOf = (sizes) =>
  sizes.slice(1).reduce((sum, n, at) => sum + n * (Number(sizes[at]) + 1), 0);

/**
 * Milliseconds the longest computation without a word may take besides: every sample once forward and back, as in an
 * evaluation or a mini-batch of all.
 *
 * @param {View} view
 */
export const longest = ({ after, data }) =>
  Math.round((GRADIENT * parametersOf(after.sizes) * (data.count + data.test)) / SLOWEST);
