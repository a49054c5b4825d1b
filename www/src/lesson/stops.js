/**
 * The stops of the lesson, a guided tour of the 3-2-1 example. Each is a position and a selection in the
 * session; `lesson.js` has what is said there.
 *
 * @module
 */

/** @import { Position } from '../protocol/position.js' */
/** @import { Selection } from '../notation/selection.js' */

/** The example the lesson is about. */
export const LESSON_EXAMPLE = 'majority';

/**
 * A stop of the tour.
 *
 * @typedef {object} LessonStop
 * @property {Position} position
 * @property {Selection | undefined} selection
 * @property {string[]} open  the panels that it needs; the tab of the last one is shown
 */

/**
 * Returns a position in the first mini-batch.
 *
 * @param {number} step
 * @param {number} [sample]
 * @returns {Position}
 */
const at = (step, sample = 0) => ({ epoch: 0, miniBatch: 0, sample, step });

/** @type {readonly LessonStop[]} */
export const LESSON_STOPS = Object.freeze([
  {
    position: at(0),
    selection: undefined,
    open: [],
  },
  {
    position: at(2),
    selection: { kind: 'neuron', layer: 2, neuron: 0 },
    open: [],
  },
  {
    position: at(4),
    selection: { kind: 'neuron', layer: 3, neuron: 0 },
    open: [],
  },
  {
    position: at(5),
    selection: { kind: 'cost' },
    open: [],
  },
  {
    position: at(6),
    selection: { kind: 'neuron', layer: 3, neuron: 0 },
    open: [],
  },
  {
    position: at(7),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: [],
  },
  {
    position: at(8),
    selection: { kind: 'neuron', layer: 2, neuron: 0 },
    open: [],
  },
  {
    position: at(9),
    selection: { kind: 'weight', layer: 2, to: 0, from: 0 },
    open: [],
  },
  {
    position: at(9),
    selection: { kind: 'bias', layer: 2, neuron: 0 },
    open: [],
  },
  {
    position: at(0, 4),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: ['ledger'],
  },
  {
    position: at(2, 4),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: ['ledger', 'eta'],
  },
  {
    position: { epoch: 300, miniBatch: 1, sample: 4, step: 2 },
    selection: undefined,
    open: ['eta'],
  },
]);
