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
export const playBackwards = 'Play backwards';
export const pauseHint = 'Pause (space)';

export const paces = { detail: 'Detail', step: 'Step', sample: 'Sample', miniBatch: 'Mini-batch' };
export const pacesLabel = 'Size of a step';
/** @param {string} pace @param {string} key */
export const paceHint = (pace, key) => `${pace} (${key})`;
export const backHint = 'Back in time, by the size of a step (←)';
export const nextHint = 'On by the size of a step (→)';

/** @param {number} times */
export const speedOf = (times) => `Speed ${times}×`;

export const run = 'Run';
/** @param {string} n */
export const runShort = (n) => `Run ${n}`;
