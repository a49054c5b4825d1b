/**
 * Runs: when they end, and their progress. Types only.
 *
 * @module
 */

/** @import { Position } from './position.js' */
/** @import { Survey } from './survey.js' */
/** @import { Evaluated, Timeline } from './timeline.js' */

/**
 * When a run ends: after so many mini-batches or epochs, at the end of an epoch with so many percent correct
 * or with so small a mean cost, or only when it is stopped.
 *
 * @typedef {{ kind: 'miniBatches' | 'epochs' | 'accuracy' | 'cost' | 'stop', value: number }} Goal
 */

/**
 * The network and the settings of a session after the last completed mini-batch, in numbers.
 *
 * @typedef {object} RunStatus
 * @property {number} samples  trained on so far, those of earlier epochs included
 * @property {number} eta
 * @property {number} miniBatchSize
 * @property {number | undefined} cost  mean cost of the last mini-batches, as many as the running mean covers
 * @property {Evaluated | undefined} evaluated  the newest evaluation
 */

/**
 * The progress of a run.
 *
 * @typedef {object} Running
 * @property {number} completed  mini-batches completed so far
 * @property {Position} position  the end of the last
 * @property {number} eta  the setting now
 * @property {number} miniBatchSize  the setting now
 * @property {number | undefined} cost  mean cost of the last mini-batches, as many as the running mean covers
 * @property {Pick<Evaluated, 'epoch' | 'correct' | 'total'> | undefined} evaluated  the newest evaluation
 * @property {number | undefined} rate  samples a second
 * @property {number | undefined} left  seconds, if the end is known
 * @property {Goal} rest  what is left of its goal
 * @property {Timeline} timeline
 * @property {Survey | undefined} survey  the pictures that are wanted while it runs
 * @property {Float64Array} [journal]  if a change was made just now
 */

export {};
