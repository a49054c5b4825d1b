/**
 * Playback: the moment shown within a step, and how it moves.
 *
 * @module
 */
import { patch } from './patch.js';

/** @import { StepUnit } from '../protocol/position.js' */
/** @import { PageState } from './state.js' */

/**
 * How far one press goes; `detail` is one product, sum or share inside a step.
 * @typedef {'detail' | Extract<StepUnit, 'step' | 'sample' | 'miniBatch'>} Pace
 */

/**
 * How a requested view is shown: its step played forwards (`forward`), the step played backwards
 * (`backward`), at the end of its step (`cut`), at the same t as before (`keep`), or not at all, since
 * playing was paused meanwhile (`drop`).
 * @typedef {'forward' | 'backward' | 'cut' | 'keep' | 'drop'} Arrival
 */

/**
 * A press of a key or button that moves in time; the unit `pace` stands for the pace set.
 * @typedef {{ type: 'move', unit: StepUnit | 'detail' | 'pace', by: 1 | -1 }} Press
 */

/**
 * @typedef {object} Playback
 * @property {number} t  where in the step shown, 0 (before it) to 1 (after it)
 * @property {1 | -1 | 0} motion  which way t is moving now
 * @property {number} tEnd  the t at which the motion ends
 * @property {boolean} playing
 * @property {1 | -1} direction  of playing
 * @property {number} rest  milliseconds left to wait until playing goes on
 * @property {number} speed  1 is a step in `STEP_TIME`
 * @property {Pace} pace
 * @property {Arrival | undefined} waiting  how the requested view is shown, while it is not there
 * @property {Press[]} presses  made while waiting, oldest first
 * @property {boolean} reducedMotion  whether the browser asks for no animation
 */

/** @type {Playback} */
export const PLAYBACK = Object.freeze({
  t: 1,
  motion: 0,
  tEnd: 1,
  playing: false,
  direction: 1,
  rest: 0,
  speed: 1,
  pace: 'step',
  waiting: undefined,
  presses: [],
  reducedMotion: false,
});

/** Milliseconds for a step at speed 1. */
export const STEP_TIME = 1_000;
/** Milliseconds for a beat inside a step at speed 1. */
export const BEAT_TIME = 700;
/** Milliseconds of rest between two steps at speed 1. */
export const REST_TIME = 350;
/** The most presses remembered while waiting; a held key makes more. */
export const MOST_PRESSES = 3;

/**
 * Whether t changes with time.
 *
 * @param {PageState} state
 */
export const isMoving = ({ playback: { waiting, motion, rest } }) =>
  waiting === undefined && (motion !== 0 || rest > 0);

/**
 * Returns the state with all motion stopped where it is.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
export const stopped = (state) =>
  patch(state, { playback: { playing: false, motion: 0, rest: 0, presses: [] } });
