/**
 * How t moves through a step, and from one step to the next: pure functions of state.
 *
 * @module
 */
import { beatsOf } from '../scene/beats.js';
import { layoutOf } from './layout.js';
import { BEAT_TIME, MOST_PRESSES, REST_TIME, STEP_TIME, isOrigin, samePosition } from './state.js';

/** @import { StepUnit, View } from '../protocol/messages.js' */
/** @import { Arrival, Next, PageState, Press } from './state.js' */

/** Two moments closer than this are one: t is a sum of many small parts. */
const CLOSE = 1e-9;

/** @param {PageState} state @returns {Next} */
const quiet = (state) => ({ state, commands: [] });

/** Into how many beats the step shown is divided at this pace. @param {PageState} state */
function beats(state) {
  const { view } = state;
  if (!view || state.pace !== 'detail') return 1;
  return Math.max(1, beatsOf(view, layoutOf(state, view)).length);
}

/**
 * The end of the beat that t is in, or the start going back.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 */
function nextStop(state, by) {
  const n = beats(state);
  const at = state.t * n;
  const stop = by > 0 ? Math.floor(at + CLOSE) + 1 : Math.ceil(at - CLOSE) - 1;
  return Math.min(1, Math.max(0, stop / n));
}

/** Sets off for the next stop; a cut with reduced motion. @param {PageState} state @param {1 | -1} by @returns {PageState} */
function setOff(state, by) {
  const goal = nextStop(state, by);
  return state.reducedMotion ? { ...state, t: goal, motion: 0 } : { ...state, goal, motion: by };
}

/**
 * Asks for the neighbour of the position shown.
 *
 * @param {PageState} state
 * @param {StepUnit} unit
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

/** @param {PageState} state @returns {PageState} */
const resting = (state) => ({ ...state, motion: 0, rest: REST_TIME / state.speed });

/**
 * A person asks to move. A step back runs the step shown backwards first; bigger moves back are cuts. A press
 * during a move finishes that at once.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {Next}
 */
export function press(state, press) {
  if (!state.view) return quiet(state);
  if (state.waiting !== undefined) {
    const presses = state.presses.length < MOST_PRESSES ? [...state.presses, press] : state.presses;
    return quiet({ ...state, presses });
  }
  const unit = press.unit === 'pace' ? state.pace : press.unit;
  const still = { ...state, playing: false, rest: 0 };
  if (unit === 'detail') return detail(still, press.by);
  return press.by > 0 ? onwards(still, unit) : back(still, unit);
}

/** One beat on or back. @param {PageState} state @param {1 | -1} by @returns {Next} */
function detail(state, by) {
  // A press in the middle of a beat finishes it at once.
  const here = { ...state, pace: /** @type {const} */ ('detail') };
  const at = state.motion === by ? { ...here, t: state.goal, motion: /** @type {const} */ (0) } : here;
  if (by > 0) return at.t < 1 ? quiet(setOff(at, 1)) : askMove({ ...at, t: 1 }, 'step', 1, 'forward');
  if (at.t > 0 && !isOrigin(at.view?.after.position)) return quiet(setOff(at, -1));
  return at.t > 0 ? quiet({ ...at, t: 1, motion: 0 }) : askMove(at, 'step', -1, 'cut');
}

/** @param {PageState} state @param {StepUnit} unit @returns {Next} */
function onwards(state, unit) {
  if (unit === 'step' && state.t < 1 && (state.motion !== 1 || state.goal < 1)) {
    const cut = state.reducedMotion || state.pace === 'detail';
    return quiet(cut ? { ...state, t: 1, motion: 0 } : { ...state, goal: 1, motion: 1 });
  }
  return askMove({ ...state, t: 1 }, unit, 1, 'forward');
}

/** @param {PageState} state @param {StepUnit} unit @returns {Next} */
function back(state, unit) {
  if (isOrigin(state.view?.after.position)) return quiet({ ...state, t: 1, motion: 0 });
  const cut = unit !== 'step' || state.reducedMotion || state.pace === 'detail';
  if (cut) return askMove(state, unit, -1, 'cut');
  if (state.motion === -1 && state.goal === 0) return askMove(state, unit, -1, 'backward');
  if (state.t === 0) return askMove(state, unit, -1, 'cut');
  return quiet({ ...state, goal: 0, motion: -1 });
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
  const inside = state.pace === 'detail' || state.pace === 'step';
  const unit = state.pace === 'detail' ? 'step' : state.pace;
  // With reduced motion a beat is a cut and a rest; a whole step has no moments of its own.
  const moves = !state.reducedMotion || state.pace === 'detail';
  if (state.direction > 0) {
    if (state.t < 1 && moves) return quiet(afterCut(setOff(state, 1)));
    return askMove(state, unit, 1, 'forward');
  }
  if (isOrigin(state.view.after.position)) return quiet({ ...state, playing: false, t: 1, motion: 0 });
  if (!inside || !moves) return askMove(state, unit, -1, 'cut');
  if (state.t > 0) return quiet(afterCut(setOff(state, -1)));
  return askMove(state, 'step', -1, 'cut');
}

/** @param {PageState} state @returns {PageState} */
const afterCut = (state) => (state.motion === 0 ? resting(state) : state);

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
  const duration = state.pace === 'detail' ? BEAT_TIME * beats(state) : STEP_TIME;
  const t = state.t + (state.motion * elapsed * state.speed) / duration;
  const arrived = state.motion > 0 ? t >= state.goal : t <= state.goal;
  if (!arrived) return quiet({ ...state, t });
  const there = { ...state, t: state.goal, motion: /** @type {const} */ (0) };
  if (state.motion < 0 && state.goal === 0) return askMove(there, 'step', -1, 'cut');
  return quiet(state.playing ? resting(there) : there);
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
  const next = here.presses[0];
  if (waiting === undefined || waiting === 'keep') {
    return next ? press({ ...here, presses: here.presses.slice(1) }, next) : quiet(here);
  }
  if (next) {
    // Somebody is already further: this step is not played, only passed.
    return press({ ...here, t: 1, motion: 0, presses: here.presses.slice(1) }, next);
  }
  if (stayed) return quiet({ ...here, playing: false, motion: 0, t: 1 });
  if (waiting === 'forward' && (!state.reducedMotion || state.pace === 'detail')) {
    const set = setOff({ ...here, t: 0 }, 1);
    return quiet(set.playing ? afterCut(set) : set);
  }
  if (waiting === 'backward') return quiet({ ...here, t: 1, goal: 0, motion: -1 });
  const cut = { ...here, t: 1, motion: /** @type {const} */ (0) };
  return quiet(state.playing ? resting(cut) : cut);
}
