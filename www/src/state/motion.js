/**
 * How t moves through a step, and from one step to the next: pure functions of state.
 *
 * @module
 */
import { MOST_PRESSES, REST_TIME, STEP_TIME, isOrigin, samePosition } from './state.js';

/** @import { Position, Unit, View } from '../engine/protocol.js' */
/** @import { Arrival, Next, PageState, Press } from './state.js' */

/** @param {PageState} state @returns {Next} */
const quiet = (state) => ({ state, commands: [] });

/**
 * Asks for the neighbour of the position shown.
 *
 * @param {PageState} state
 * @param {Unit} unit
 * @param {1 | -1} by
 * @param {Arrival} waiting
 * @returns {Next}
 */
function askMove(state, unit, by, waiting) {
  if (!state.view) return quiet(state);
  const { position } = state.view.after;
  const asking = { ...state, waiting, motion: /** @type {const} */ (0), rest: 0 };
  return { state: asking, commands: [{ request: { kind: 'move', position, unit, by } }] };
}

/** @param {PageState} state @returns {Next} */
const rest = (state) => quiet({ ...state, motion: 0, rest: REST_TIME / state.speed });

/**
 * A person asks to move. A step back runs the step shown backwards first; bigger moves back are cuts. A press
 * during a move finishes that at once.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {Next}
 */
export function press(state, press) {
  const { unit, by } = press;
  if (!state.view) return quiet(state);
  if (state.waiting !== undefined) {
    const presses = state.presses.length < MOST_PRESSES ? [...state.presses, press] : state.presses;
    return quiet({ ...state, presses });
  }
  const still = { ...state, playing: false, rest: 0 };
  if (by > 0) {
    if (unit === 'step' && state.t < 1 && state.motion !== 1) {
      return quiet(state.reducedMotion ? { ...still, t: 1, motion: 0 } : { ...still, motion: 1 });
    }
    return askMove({ ...still, t: 1 }, unit, 1, 'forward');
  }
  if (isOrigin(state.view.after.position)) return quiet({ ...still, t: 1, motion: 0 });
  if (unit !== 'step' || state.reducedMotion) return askMove(still, unit, -1, 'cut');
  if (state.motion === -1) return askMove(still, unit, -1, 'backward');
  if (state.t === 0) return askMove(still, unit, -1, 'cut');
  return quiet({ ...still, motion: -1 });
}

/**
 * Begins to play, or stops where it is.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export function toggle(state) {
  if (state.playing) return quiet({ ...state, playing: false, motion: 0, rest: 0, presses: [] });
  return goOn({ ...state, playing: true });
}

/**
 * What comes next while playing, from wherever t is.
 *
 * @param {PageState} state
 * @returns {Next}
 */
function goOn(state) {
  if (!state.view || state.waiting !== undefined) return quiet(state);
  if (state.direction > 0) {
    if (state.t < 1 && !state.reducedMotion) return quiet({ ...state, motion: 1 });
    return askMove(state, state.pace, 1, 'forward');
  }
  if (isOrigin(state.view.after.position)) return quiet({ ...state, playing: false, t: 1, motion: 0 });
  if (state.pace !== 'step' || state.reducedMotion) return askMove(state, state.pace, -1, 'cut');
  if (state.t > 0) return quiet({ ...state, motion: -1 });
  return askMove(state, 'step', -1, 'cut');
}

/**
 * Time passes.
 *
 * @param {PageState} state
 * @param {number} elapsed  milliseconds
 * @returns {Next}
 */
export function tick(state, elapsed) {
  if (state.waiting !== undefined) return quiet(state);
  if (state.rest > 0) {
    const left = state.rest - elapsed;
    return left > 0 ? quiet({ ...state, rest: left }) : goOn({ ...state, rest: 0 });
  }
  if (state.motion === 0) return quiet(state);
  const t = Math.min(1, Math.max(0, state.t + (state.motion * elapsed * state.speed) / STEP_TIME));
  const moved = { ...state, t };
  if (state.motion > 0 && t === 1) return state.playing ? rest(moved) : quiet({ ...moved, motion: 0 });
  if (state.motion < 0 && t === 0) return askMove(moved, 'step', -1, 'cut');
  return quiet(moved);
}

/**
 * The answer is there: sets t and motion as it was asked for.
 *
 * @param {PageState} state
 * @param {View} view
 * @returns {Next}
 */
export function arrive(state, view) {
  const { waiting } = state;
  const stayed = state.view && samePosition(state.view.after.position, view.after.position);
  /** @type {PageState} */
  const here = { ...state, view, waiting: undefined };
  if (waiting === undefined || waiting === 'keep') return quiet(here);
  const next = here.presses[0];
  if (next) {
    // Somebody is already further: this step is not played, only passed.
    return press({ ...here, t: 1, motion: 0, presses: here.presses.slice(1) }, next);
  }
  if (stayed) return quiet({ ...here, playing: false, motion: 0, t: 1 });
  if (waiting === 'forward' && !state.reducedMotion) return quiet({ ...here, t: 0, motion: 1 });
  if (waiting === 'backward') return quiet({ ...here, t: 1, motion: -1 });
  const cut = { ...here, t: 1, motion: /** @type {const} */ (0) };
  return state.playing ? rest(cut) : quiet(cut);
}
