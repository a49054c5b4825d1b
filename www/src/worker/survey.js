/**
 * Questions about what a network answers over many inputs, put to the core together.
 *
 * @module
 */

import { GRADIENT, MOST_WORK, parametersOf } from '../protocol/work.js';

/** @import { SampleList } from '../protocol/data.js' */
/** @import { Norms } from '../protocol/inspection.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { RunStatus } from '../protocol/run.js' */
/** @import { Confusion, DecisionMap, Survey, Wants } from '../protocol/survey.js' */

/**
 * What is asked of the session.
 * @typedef {object} Surveyed
 * @property {(position: Position, side: number, every: boolean) => DecisionMap} map
 * @property {(position: Position, most: number) => SampleList} samples
 * @property {(position: Position, most: number) => Confusion} confusion
 * @property {number} completed
 * @property {() => RunStatus} runStatus
 * @property {(most: number) => Norms[]} normHistory
 */

/** Squares to a side of the map, and of a neuron's own. */
const SIDE = 48;
const COARSE = 16;
/** So many samples are drawn on a map. */
const MOST_POINTS = 600;
/** So many wrong ones are shown. */
const MOST_WRONG = 48;
/** The norms of so many mini-batches are drawn at most. */
const MOST_NORMS = 200;

/** Gradients along the run, of fewer mini-batches where these are big. @param {Surveyed} session @param {number[]} sizes */
function history(session, sizes) {
  const { samples, miniBatchSize } = session.runStatus();
  // Those that were run can have been bigger.
  const m = Math.max(miniBatchSize, samples / Math.max(1, session.completed));
  const most = Math.floor(MOST_WORK / (GRADIENT * parametersOf(sizes) * m));
  return most > 1 ? session.normHistory(Math.min(MOST_NORMS, most)) : [];
}

/**
 * @param {Surveyed} session
 * @param {Position} position
 * @param {number[]} sizes  there
 * @param {Wants} wants
 * @returns {Survey}
 */
export function survey(session, position, sizes, wants) {
  const two = sizes[0] === 2;
  return {
    map: two && wants.map ? session.map(position, SIDE, false) : undefined,
    points: two && wants.map ? session.samples(position, MOST_POINTS) : undefined,
    neurons: two && wants.neurons ? session.map(position, COARSE, true) : undefined,
    confusion: wants.confusion ? session.confusion(position, MOST_WRONG) : undefined,
    norms: wants.norms ? history(session, sizes) : undefined,
  };
}
