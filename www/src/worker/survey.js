/**
 * Answers about the outputs of a network over many inputs, and about its gradients along the run.
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
 * The part of a session that the answers need.
 *
 * @typedef {object} Surveyed
 * @property {(position: Position, side: number, every: boolean) => DecisionMap} map
 * @property {(position: Position, most: number) => SampleList} samples
 * @property {(position: Position, most: number) => Confusion} confusion
 * @property {number} completed
 * @property {() => RunStatus} runStatus
 * @property {(most: number) => Norms[]} normHistory
 */

/** Squares along a side of the map of an output, and of the map of each neuron. */
const SIDE = 48;
const COARSE = 16;
/** The most samples on a map. */
const MOST_POINTS = 600;
/** The most samples with a wrong class that are listed. */
const MOST_WRONG = 48;
/** The most mini-batches whose norms are drawn. */
const MOST_NORMS = 200;

/**
 * Returns the norms of gradients along the run. If the mini-batches are large, it takes fewer of them.
 *
 * @param {Surveyed} session
 * @param {number[]} sizes
 */
function history(session, sizes) {
  const { samples, miniBatchSize } = session.runStatus();
  // Earlier mini-batches may have been larger.
  const m = Math.max(miniBatchSize, samples / Math.max(1, session.completed));
  const most = Math.floor(MOST_WORK / (GRADIENT * parametersOf(sizes) * m));
  return most > 1 ? session.normHistory(Math.min(MOST_NORMS, most)) : [];
}

/**
 * Returns the answers that are wanted.
 *
 * @param {Surveyed} session
 * @param {Position} position
 * @param {number[]} sizes  layer sizes at the position
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
