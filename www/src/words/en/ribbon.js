/**
 * The ribbon: the steps of a mini-batch in their phases, and where one is.
 *
 * @module
 */
import { phrase } from '../phrase.js';

export const label = 'Steps of the mini-batch';
export const phases = {
  forward: 'Forward',
  cost: 'Cost',
  backward: 'Backward',
  sum: 'Sum',
  update: 'Update',
};
/** @param {string} phase @param {number} steps */
export const folded = (phase, steps) => `${phase}: ${steps} steps`;

export const sampleDone = 'The sample is done';
/** @param {number} m */
export const samplesDone = (m) => `All ${m} samples done`;
/** @param {number} sample @param {number} m */
export const sampleOf = (sample, m) => `Sample ${sample} of ${m}`;
export const eachSample = 'for each sample';
/** @param {number} m */
export const lastOne = (m) => (m === 1 ? 'last one: 1 sample' : `last one: ${m} samples`);
export const once = 'once per mini-batch';
/**
 * @param {{ epoch: number, miniBatch: number, count: number }} given
 * @param {(text: string) => unknown} bold
 */
export const where = ({ epoch, miniBatch, count }, bold) =>
  phrase`Epoch ${epoch}, mini-batch ${bold(`${miniBatch} of ${count}`)}`;

export const key = 'Key';
export const keyHint = 'What the marks mean';
export const numbers = 'Numbers:';
export const thisStep = 'this step';
export const all = 'all';
export const none = 'none';
