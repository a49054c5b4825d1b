/**
 * The transport: steps, play, speed and runs.
 *
 * @module
 */

export const label = 'Transport';
export const back = 'Back';
export const next = 'Next';
export const stop = 'Stop';
export const play = 'Play';
export const pause = 'Pause';
export const playHint = 'Play (space)';
export const pauseHint = 'Pause (space)';
export const playBackwards = 'Play backwards';

export const paces = { detail: 'Detail', step: 'Step', sample: 'Sample', miniBatch: 'Mini-batch' };
export const pacesLabel = 'Size of a step';
/** @param {string} pace @param {string} key */
export const paceHint = (pace, key) => `${pace} (${key})`;
export const backHint = 'Back by the size of a step (←)';
export const nextHint = 'On by the size of a step (→)';

export const speed = 'Speed';
/** @param {number} times */
export const speedOf = (times) => `Speed ${times}×`;
export const position = 'Position in the step';

export const run = 'Run';
/** @param {string} n */
export const runShort = (n) => `Run ${n}`;
/** What the button of a run says, by the kind of its goal. */
export const runs = {
  /** @param {string} n */
  miniBatches: (n) => `Run ${n} mini-batches`,
  /** @param {string} n */
  epochs: (n) => `Run ${n} epochs`,
  /** @param {string} percent */
  accuracy: (percent) => `Run until ${percent} % correct`,
  /** @param {string} cost */
  cost: (cost) => `Run until mean cost ${cost}`,
  stop: () => 'Run until stopped',
};
export const howFar = 'How far';
/** The kinds of goals in the menu, and the labels of their numbers. */
export const goals = {
  miniBatches: ['mini-batches', 'Mini-batches'],
  epochs: ['epochs', 'Epochs'],
  accuracy: ['until % correct', 'Percent correct'],
  cost: ['until mean cost', 'Mean cost'],
  stop: ['until stopped', ''],
};
export const background = 'keep running in background';
export const backgroundHint = 'Otherwise the run waits until the page is visible again';
