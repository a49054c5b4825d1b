/**
 * What steps are called on the button Next, and what comes next.
 *
 * @module
 */

/** What a step is called on the button. */
export const next = {
  load: 'load the sample',
  z: 'weighted sums',
  a: 'activations',
  cost: 'cost',
  delta: 'errors',
  nabla: 'gradients',
  sum: 'add to the sums',
  mean: 'mean gradient',
  scale: 'size of the step',
  update: 'update',
  evaluate: 'test',
  shuffle: 'shuffle',
};
/** The same of a layer with a single neuron. */
export const nextOfOne = { z: 'weighted sum', a: 'activation', delta: 'error' };

/** @param {number} n */
export const nextMiniBatch = (n) => `mini-batch ${n}`;
/** @param {number} n */
export const nextEpoch = (n) => `epoch ${n}`;
/** @param {number} n */
export const inMiniBatch = (n) => `mini-batch ${n}, sample 1`;
/** @param {number} n */
export const inEpoch = (n) => `epoch ${n}, sample 1`;
export const end = 'end of the mini-batch';
export const part = 'part';
/** @param {number} sample @param {number} m */
export const sampleOf = (sample, m) => `sample ${sample} of ${m}`;
/** @param {number} sample @param {number} m */
export const loadSample = (sample, m) => `load sample ${sample} of ${m}`;

/** Symbols that are words. */
export const evaluateShort = 'test';
export const shuffleShort = 'shuffle';

/** A sample of the mini-batch, by its number. @param {number} n */
export const sample = (n) => `sample ${n}`;
