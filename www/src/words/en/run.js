/**
 * How a run stands, and the banner of a single sample.
 *
 * @module
 */

/** @param {string} n  a number, as it is written @param {boolean} one */
export const done = (n, one) => (one ? `${n} mini-batch run` : `${n} mini-batches run`);

/** @param {string} n */
export const samplesPerSecond = (n) => `${n} samples/s`;

/** A time that is left. */
export const left = {
  /** @param {number} seconds */
  seconds: (seconds) => `${seconds} s left`,
  /** @param {number} minutes */
  minutes: (minutes) => `${minutes} min left`,
  /** @param {number} hours @param {number} minutes */
  hours: (hours, minutes) => `${hours} h ${minutes} min left`,
};

export const running = 'running …';
export const starting = 'starting …';

/** @param {string} cost */
export const meanCost = (cost) => `mean cost ${cost}`;

/** @param {{ epoch: string, correct: string, total: string }} given */
export const correct = ({ epoch, correct, total }) =>
  `Epoch ${epoch}: ${correct} of ${total} samples correct`;
/** @param {{ epoch: string, correct: string, total: string }} given */
export const correctOfTest = ({ epoch, correct, total }) =>
  `Epoch ${epoch}: ${correct} of ${total} test samples correct`;

/** @param {string} classes */
export const never = (classes) => `never predicts ${classes}`;

export const singleSample = 'A single sample: nothing here changes the run.';
export const backToRun = 'Back to the run';
