/**
 * What the page knows apart from the session: where in a step it is, how it moves, what is selected.
 *
 * @module
 */

/** @import { Edit, Position, Request, Unit, View } from '../engine/protocol.js' */

/**
 * Something on the stage. `layer` is the book's number, the rest counts from 0.
 * @typedef {(
 *   | { kind: 'neuron', layer: number, neuron: number }
 *   | { kind: 'weight', layer: number, to: number, from: number }
 *   | { kind: 'bias', layer: number, neuron: number }
 *   | { kind: 'target', neuron: number }
 *   | { kind: 'cost' }
 * )} Selection
 */

/** @typedef {Extract<Unit, 'step' | 'sample' | 'miniBatch'>} Pace */

/**
 * What an answer on its way will do when it comes: play the step forwards, play the one before backwards, or
 * show it as it is.
 * @typedef {'forward' | 'backward' | 'cut' | 'keep'} Arrival
 */

/**
 * @typedef {object} PageState
 * @property {View | undefined} view
 * @property {number} t  where in the step shown, 0 (before it) to 1 (after it)
 * @property {1 | -1 | 0} motion  which way t is moving now
 * @property {boolean} playing
 * @property {1 | -1} direction  of playing
 * @property {number} rest  milliseconds to wait until playing goes on
 * @property {number} speed  1 is a step in `STEP_TIME`
 * @property {Pace} pace
 * @property {Arrival | undefined} waiting  set while an answer is on its way
 * @property {(Press & { type: 'move' })[]} presses  moves asked for meanwhile, oldest first
 * @property {Selection | undefined} selection
 * @property {Selection | undefined} hover
 * @property {string | undefined} gesture  a field that is being dragged: one undo takes all of it back
 * @property {Record<string, string>} refusals  a sentence for each field whose last value was refused
 * @property {boolean} unfolded  whether long sums are written out
 * @property {string | undefined} notice
 * @property {boolean} reducedMotion
 * @property {{ width: number, height: number }} room  pixels there are for the stage
 */

/** @typedef {{ type: 'move', unit: Unit, by: 1 | -1 }} Press */

/**
 * @typedef {(
 *   | Press
 *   | { type: 'open', example: import('../engine/protocol.js').ExampleName }
 *   | { type: 'answered', view: View, message?: string, field?: string }
 *   | { type: 'refused', sentence: string, field?: string }
 *   | { type: 'withdraw', field: string }
 *   | { type: 'seedProposed', seed: number }
 *   | { type: 'show', position: Position }
 *   | { type: 'visit', index: number }
 *   | { type: 'run', miniBatches: number }
 *   | { type: 'edit', edit: Edit, continues?: boolean, field?: string, gesture?: string }
 *   | { type: 'endGesture' }
 *   | { type: 'proposeSeed' } | { type: 'undo' } | { type: 'redo' }
 *   | { type: 'toggle' } | { type: 'direction', direction: 1 | -1 }
 *   | { type: 'speed', speed: number } | { type: 'pace', pace: Pace }
 *   | { type: 'scrub', t: number } | { type: 'tick', elapsed: number }
 *   | { type: 'select', selection: Selection | undefined } | { type: 'hover', selection: Selection | undefined }
 *   | { type: 'unfold', all: boolean }
 *   | { type: 'notice', sentence: string | undefined }
 *   | { type: 'reducedMotion', reduced: boolean }
 *   | { type: 'room', width: number, height: number }
 * )} Action
 */

/** @typedef {(action: Action) => void} Dispatch */

/** Something the page wants from the worker; `field` is where a refusal is shown. @typedef {{ request: Request, field?: string }} Command */

/** @typedef {{ state: PageState, commands: Command[] }} Next */

/** Milliseconds for a step at speed 1. */
export const STEP_TIME = 1_000;
/** Milliseconds of rest between two steps at speed 1. */
export const REST_TIME = 350;
/** So many moves are remembered while an answer is on its way; a held key asks for more. */
export const MOST_PRESSES = 3;

/** The state before anything is known. @type {PageState} */
export const INITIAL = Object.freeze({
  view: undefined,
  t: 1,
  motion: 0,
  playing: false,
  direction: 1,
  rest: 0,
  speed: 1,
  pace: 'step',
  waiting: undefined,
  presses: [],
  selection: undefined,
  hover: undefined,
  gesture: undefined,
  refusals: {},
  unfolded: false,
  notice: undefined,
  reducedMotion: false,
  room: { width: 960, height: 560 },
});

/**
 * Whether two positions are the same.
 * @param {Position} one
 * @param {Position} other
 */
export const samePosition = (one, other) =>
  one.epoch === other.epoch &&
  one.miniBatch === other.miniBatch &&
  one.sample === other.sample &&
  one.step === other.step;

/**
 * Whether it is the first position of all.
 * @param {Position} position
 */
export const isOrigin = (position) =>
  position.epoch + position.miniBatch + position.sample + position.step === 0;

/** Whether the clock has something to do. @param {PageState} state */
export const isMoving = (state) => state.waiting === undefined && (state.motion !== 0 || state.rest > 0);
