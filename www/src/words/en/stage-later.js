/**
 * Words of the picture in later steps.
 *
 * @module
 */
import { phrase } from '../phrase.js';

/** @param {string} value */
export const cost = (value) => `cost C: ${value}`;
export const square = 'the area of this square';
export const halfSquare = 'half of this square';
export const sample = 'sample';
export const samples = 'samples';
export const before = 'before';
export const after = 'after';
/** @param {unknown} letter  as it is drawn */
export const mean = (letter) => phrase`mean ${letter}`;
/** @param {string} value */
export const slope = (value) => `slope ${value}`;

/** On a phone. */
export const controls = 'Controls';
export const press = 'One press moves';

/** What a flag of the timeline says that was changed. */
export const changed = {
  eta: 'η changed',
  miniBatchSize: 'm changed',
  sizes: 'layer sizes changed',
  weight: 'a weight changed',
  bias: 'a bias changed',
  parameters: 'weights and biases changed',
  input: 'an input changed',
  target: 'a target changed',
  conventions: 'conventions changed',
};

/** @param {string} cost */
export const meanCost = (cost) => `mean cost ${cost}`;

/** A sum on its way back. */
export const miss = 'miss';
export const twiceMiss = 'twice the miss';
export const sumSoFar = 'sum so far';

/** The presentation. */
export const leave = 'Leave';
export const leaveHint = 'Leave (Esc)';
export const fillScreen = 'Fill the screen';
