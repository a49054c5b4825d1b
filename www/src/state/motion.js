/**
 * How t moves through a step, and from one step to the next.
 *
 * @module
 */
import { beatsOf } from '../scene/beats.js';
import { isOrigin, samePosition } from './equality.js';
import { drawnNeurons } from './layout.js';
import { patch } from './patch.js';
import { BEAT_TIME, MOST_PRESSES, REST_TIME, STEP_TIME, stopped } from './playback.js';

/** @import { StepUnit } from '../protocol/position.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Arrival, Playback, Press } from './playback.js' */
/** @import { Next, PageState } from './state.js' */

/** Two moments closer than this are one: t is a sum of many small parts. */
const CLOSE = 1e-9;

/**
 * @param {PageState} state
 * @returns {Next}
 */
const quiet = (state) => ({ state, commands: [] });

/**
 * Returns the state with some of how it moves replaced.
 *
 * @param {PageState} state
 * @param {Partial<Playback>} playback
 */
const moving = (state, playback) => patch(state, { playback });

/**
 * Into how many beats the step shown is divided at this pace.
 *
 * @param {PageState} state
 */
function beats(state) {
  const { view } = state;
  if (!view || state.playback.pace !== 'detail') return 1;
  return Math.max(1, beatsOf(view, drawnNeurons(state, view)).length);
}

/**
 * The end of the beat that t is in, or the start going back.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 */
function nextStop(state, by) {
  const n = beats(state);
  const at = state.playback.t * n;
  const stop = by > 0 ? Math.floor(at + CLOSE) + 1 : Math.ceil(at - CLOSE) - 1;
  return Math.min(1, Math.max(0, stop / n));
}

/**
 * Sets off for the next stop; a cut with reduced motion.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 * @returns {PageState}
 */
function setOff(state, by) {
  const tEnd = nextStop(state, by);
  return moving(state, state.playback.reducedMotion ? { t: tEnd, motion: 0 } : { tEnd, motion: by });
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
  const asking = moving(state, { waiting, motion: 0, rest: 0 });
  return { state: asking, commands: [{ request: { kind: 'move', position, unit, by } }] };
}

/**
 * @param {PageState} state
 * @returns {PageState}
 */
const resting = (state) => moving(state, { motion: 0, rest: REST_TIME / state.playback.speed });

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
  const { waiting, presses, pace } = state.playback;
  if (waiting !== undefined) {
    return quiet(moving(state, { presses: presses.length < MOST_PRESSES ? [...presses, press] : presses }));
  }
  const unit = press.unit === 'pace' ? pace : press.unit;
  const still = moving(state, { playing: false, rest: 0 });
  if (unit === 'detail') return detail(still, press.by);
  return press.by > 0 ? onwards(still, unit) : back(still, unit);
}

/**
 * One beat on or back.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 * @returns {Next}
 */
function detail(state, by) {
  // A press in the middle of a beat finishes it at once.
  const { motion, tEnd } = state.playback;
  const at = moving(state, { pace: 'detail', ...(motion === by && { t: tEnd, motion: 0 }) });
  const { t } = at.playback;
  if (by > 0) return t < 1 ? quiet(setOff(at, 1)) : askMove(moving(at, { t: 1 }), 'step', 1, 'forward');
  if (t > 0 && !isOrigin(at.view?.after.position)) return quiet(setOff(at, -1));
  return t > 0 ? quiet(moving(at, { t: 1, motion: 0 })) : askMove(at, 'step', -1, 'cut');
}

/**
 * @param {PageState} state
 * @param {StepUnit} unit
 * @returns {Next}
 */
function onwards(state, unit) {
  const { t, motion, tEnd, reducedMotion, pace } = state.playback;
  if (unit === 'step' && t < 1 && (motion !== 1 || tEnd < 1)) {
    const cut = reducedMotion || pace === 'detail';
    return quiet(moving(state, cut ? { t: 1, motion: 0 } : { tEnd: 1, motion: 1 }));
  }
  return askMove(moving(state, { t: 1 }), unit, 1, 'forward');
}

/**
 * @param {PageState} state
 * @param {StepUnit} unit
 * @returns {Next}
 */
function back(state, unit) {
  const { t, motion, tEnd, reducedMotion, pace } = state.playback;
  if (isOrigin(state.view?.after.position)) return quiet(moving(state, { t: 1, motion: 0 }));
  const cut = unit !== 'step' || reducedMotion || pace === 'detail';
  if (cut) return askMove(state, unit, -1, 'cut');
  if (motion === -1 && tEnd === 0) return askMove(state, unit, -1, 'backward');
  if (t === 0) return askMove(state, unit, -1, 'cut');
  return quiet(moving(state, { tEnd: 0, motion: -1 }));
}

/**
 * Begins to play, or stops where it is.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const toggle = (state) =>
  state.playback.playing ? quiet(stopped(state)) : goOn(moving(state, { playing: true }));

/**
 * What comes next while playing, from wherever t is.
 *
 * @param {PageState} state
 * @returns {Next}
 */
function goOn(state) {
  const { t, waiting, pace, direction, reducedMotion } = state.playback;
  if (!state.view || waiting !== undefined) return quiet(state);
  const inside = pace === 'detail' || pace === 'step';
  const unit = pace === 'detail' ? 'step' : pace;
  // With reduced motion a beat is a cut and a rest; a whole step has no moments of its own.
  const moves = !reducedMotion || pace === 'detail';
  if (direction > 0) {
    if (t < 1 && moves) return quiet(afterCut(setOff(state, 1)));
    return askMove(state, unit, 1, 'forward');
  }
  if (isOrigin(state.view.after.position)) return quiet(moving(state, { playing: false, t: 1, motion: 0 }));
  if (!inside || !moves) return askMove(state, unit, -1, 'cut');
  if (t > 0) return quiet(afterCut(setOff(state, -1)));
  return askMove(state, 'step', -1, 'cut');
}

/**
 * @param {PageState} state
 * @returns {PageState}
 */
const afterCut = (state) => (state.playback.motion === 0 ? resting(state) : state);

/**
 * Time passes.
 *
 * @param {PageState} state
 * @param {number} elapsed  milliseconds
 * @returns {Next}
 */
export function tick(state, elapsed) {
  const { waiting, rest, motion, tEnd, pace, speed, playing } = state.playback;
  if (waiting !== undefined) return quiet(state);
  if (rest > 0) {
    const left = rest - elapsed;
    return left > 0 ? quiet(moving(state, { rest: left })) : goOn(moving(state, { rest: 0 }));
  }
  if (motion === 0) return quiet(state);
  const duration = pace === 'detail' ? BEAT_TIME * beats(state) : STEP_TIME;
  const t = state.playback.t + (motion * elapsed * speed) / duration;
  const arrived = motion > 0 ? t >= tEnd : t <= tEnd;
  if (!arrived) return quiet(moving(state, { t }));
  const there = moving(state, { t: tEnd, motion: 0 });
  if (motion < 0 && tEnd === 0) return askMove(there, 'step', -1, 'cut');
  return quiet(playing ? resting(there) : there);
}

/**
 * The answer is there: sets t and motion as it was asked for.
 *
 * @param {PageState} state
 * @param {View} view
 * @returns {Next}
 */
export function arrive(state, view) {
  const { waiting, playing, reducedMotion, pace, presses } = state.playback;
  const [next, ...later] = presses;
  const stayed = state.view && samePosition(state.view.after.position, view.after.position);
  const here = moving({ ...state, view }, { waiting: undefined });
  if (waiting === undefined || waiting === 'keep') {
    return next ? press(moving(here, { presses: later }), next) : quiet(here);
  }
  // Somebody is already further: this step is not played, only passed.
  if (next) return press(moving(here, { t: 1, motion: 0, presses: later }), next);
  if (stayed) return quiet(moving(here, { playing: false, motion: 0, t: 1 }));
  if (waiting === 'forward' && (!reducedMotion || pace === 'detail')) {
    const set = setOff(moving(here, { t: 0 }), 1);
    return quiet(playing ? afterCut(set) : set);
  }
  if (waiting === 'backward') return quiet(moving(here, { t: 1, tEnd: 0, motion: -1 }));
  const cut = moving(here, { t: 1, motion: 0 });
  return quiet(playing ? resting(cut) : cut);
}
