/**
 * Questions about what a network answers over many inputs, put to the core together.
 *
 * @module
 */

import { parts } from './position.js';
import { GRADIENT, MOST_WORK, parametersOf } from '../protocol/work.js';

/** @import { Norms } from '../protocol/inspection.js' */
/** @import { Position } from '../protocol/messages.js' */

/** @typedef {import('../protocol/survey.js').Digit} Digit */
/** @typedef {import('../protocol/survey.js').Wants} Wants */
/** @typedef {import('../protocol/survey.js').Plane} Plane */
/** @typedef {import('../protocol/survey.js').Confusion} Confusion */
/** @typedef {import('../protocol/survey.js').Survey} Survey */

/** Nothing of it is known. @type {Survey} */
export const UNKNOWN = {
  map: undefined,
  points: undefined,
  neurons: undefined,
  confusion: undefined,
  norms: undefined,
};

/** @typedef {readonly [epoch: number, miniBatch: number, sample: number, step: number]} At */

/**
 * What is asked of the session.
 * @typedef {object} Surveyed
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, side: number, every: boolean) => Float64Array} map
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, most: number) => Float64Array} samples
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, most: number) => Float64Array} confusion
 * @property {number} completed
 * @property {() => Float64Array} runStatus  samples gone through, eta, mini-batch size …
 * @property {(most: number) => Float64Array} normHistory
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

/** @param {Surveyed} session @param {At} at @param {number} side @param {boolean} every */
function picture(session, at, side, every) {
  const [x1 = 0, x2 = 0, toX1 = 0, toX2 = 0, ...a] = session.map(...at, side, every);
  const pictures = Array.from({ length: a.length / side ** 2 }, (_, n) =>
    Float64Array.from(a.slice(n * side ** 2, (n + 1) * side ** 2)),
  );
  return { side, from: [x1, x2], to: [toX1, toX2], pictures };
}

/** @param {Float64Array} list @param {number[]} sizes @returns {Confusion} */
function confusion(list, sizes) {
  const [inputs, outputs] = [Number(sizes[0]), Number(sizes.at(-1))];
  const classes = Number(list[0]);
  const counts = list.slice(1, 1 + classes ** 2);
  const length = 1 + inputs + 2 * outputs;
  const wrong = [];
  for (let at = 1 + classes ** 2; at < list.length; at += length) {
    const row = list.slice(at, at + length);
    const x = row.slice(1, 1 + inputs);
    const y = row.slice(1 + inputs, 1 + inputs + outputs);
    wrong.push({ sample: Number(row[0]), x, y, output: row.slice(1 + inputs + outputs) });
  }
  return { classes, counts, wrong };
}

/** @param {Float64Array} list @returns {(Norms & { index: number })[]} */
function norms(list) {
  const all = [];
  for (let at = 0; at < list.length;) {
    const [index, layers] = [Number(list[at]), Number(list[at + 1])];
    const [nablaW, delta] = [0, 1].map((n) => list.slice(at + 2 + n * layers, at + 2 + (n + 1) * layers));
    all.push({ index, nablaW: nablaW ?? list, delta: delta ?? list });
    at += 2 + 2 * layers;
  }
  return all;
}

/** Gradients along the run, of fewer mini-batches where these are big. @param {Surveyed} session @param {number[]} sizes */
function history(session, sizes) {
  const [samples = 0, , miniBatchSize = 0] = session.runStatus();
  // Those that were run can have been bigger.
  const m = Math.max(miniBatchSize, samples / Math.max(1, session.completed));
  const most = Math.floor(MOST_WORK / (GRADIENT * parametersOf(sizes) * m));
  return most > 1 ? norms(session.normHistory(Math.min(MOST_NORMS, most))) : [];
}

/**
 * @param {Surveyed} session
 * @param {Position} position
 * @param {number[]} sizes  there
 * @param {Wants} wants
 * @returns {Survey}
 */
export function survey(session, position, sizes, wants) {
  const at = parts(position);
  const two = sizes[0] === 2;
  const layers = sizes.slice(1);
  return {
    map: two && wants.map ? picture(session, at, SIDE, false) : undefined,
    points: two && wants.map ? session.samples(...at, MOST_POINTS) : undefined,
    neurons:
      two && wants.neurons
        ? {
            ...picture(session, at, COARSE, true),
            starts: layers.map((_, l) => layers.slice(0, l).reduce((n, m) => n + m, 0)),
          }
        : undefined,
    confusion: wants.confusion ? confusion(session.confusion(...at, MOST_WRONG), sizes) : undefined,
    norms: wants.norms ? history(session, sizes) : undefined,
  };
}
