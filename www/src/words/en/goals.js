/**
 * How far a run goes, and what is wrong with a goal.
 *
 * @module
 */

export const notCounted = 'Right answers are not counted with these samples.';
export const notWhole =
  'A run goes on for a whole number of mini-batches or epochs, from 1 to 1,000,000,000.';
export const notAPercentage = 'An accuracy is above 0 and at most 100 percent.';
export const notPositive = 'A cost to be reached is above 0.';
