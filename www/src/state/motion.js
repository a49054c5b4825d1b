/**
 * Motion: how t moves through a step, and from one step to the next.
 *
 * @module
 */
import { beatsOf } from '../scene/beats.js';
import { isOrigin, samePosition } from './equality.js';
import { layoutOf } from './layout.js';
import { onlyState, patch } from './patch.js';
import { BEAT_TIME, MOST_PRESSES, REST_TIME, STEP_TIME, stopped } from './playback.js';

/** @import { StepUnit } from '../protocol/position.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Arrival, Playback, Press } from './playback.js' */
/** @import { Next, PageState } from './state.js' */

/** Two values of t closer than this are the same: t is a sum of many small parts, each rounded. */
const CLOSE = 1e-9;

/**
 * Replaces fields of `playback`.
 *
 * @param {PageState} state
 * @param {Partial<Playback>} playback
 */
const moving = (state, playback) => patch(state, { playback });

/**
 * Returns into how many beats the step shown is divided at this pace.
 *
 * @param {PageState} state
 */
function beatCount(state) {
  const { view } = state;
  if (!view || state.playback.pace !== 'detail') return 1;
  return Math.max(1, beatsOf(view, layoutOf(state, view)).length);
}

/**
 * Returns the end of the beat that t is in, or its start when moving back.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 */
function nextBeatEnd(state, by) {
  const n = beatCount(state);
  const at = state.playback.t * n;
  const beat = by > 0 ? Math.floor(at + CLOSE) + 1 : Math.ceil(at - CLOSE) - 1;
  return Math.min(1, Math.max(0, beat / n));
}

/**
 * Starts moving to the end of the beat; with reduced motion, goes there at once.
 *
 * @param {PageState} state
 * @param {1 | -1} by
 * @returns {PageState}
 */
function startMotion(state, by) {
  const tEnd = nextBeatEnd(state, by);
  return moving(state, state.playback.reducedMotion ? { t: tEnd, motion: 0 } : { tEnd, motion: by });
}

/**
 * Requests the position a step, sample, mini-batch or epoch before or after the one shown.
 *
 * @param {PageState} state
 * @param {StepUnit} unit
 * @param {1 | -1} by
 * @param {Arrival} waiting
 * @returns {Next}
 */
function requestMove(state, unit, by, waiting) {
  if (!state.view) return onlyState(state);
  const { position } = state.view.after;
  const next = moving(state, { waiting, motion: 0, rest: 0 });
  return { state: next, commands: [{ request: { kind: 'move', position, unit, by } }] };
}

/**
 * Stops the motion and waits until playing goes on.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
const pause = (state) => moving(state, { motion: 0, rest: REST_TIME / state.playback.speed });

/**
 * Moves by a press of a key or button. A step back plays the step shown backwards first; bigger moves back
 * are cuts. A press during a motion finishes it at once.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {Next}
 */
export function press(state, press) {
  if (!state.view) return onlyState(state);
  const { waiting, presses, pace } = state.playback;
  if (waiting !== undefined) {
    return onlyState(
      moving(state, { presses: presses.length < MOST_PRESSES ? [...presses, press] : presses }),
    );
  }
  const unit = press.unit === 'pace' ? pace : press.unit;
  const still = moving(state, { playing: false, rest: 0 });
  if (unit === 'detail') return detail(still, press.by);
  return press.by > 0 ? forward(still, unit) : backward(still, unit);
}

/**
 * Moves one beat forward or back.
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
  if (by > 0)
    return t < 1 ? onlyState(startMotion(at, 1)) : requestMove(moving(at, { t: 1 }), 'step', 1, 'forward');
  if (t > 0 && !isOrigin(at.view?.after.position)) return onlyState(startMotion(at, -1));
  return t > 0 ? onlyState(moving(at, { t: 1, motion: 0 })) : requestMove(at, 'step', -1, 'cut');
}

/**
 * Moves forward; within a step, to its end first.
 *
 * @param {PageState} state
 * @param {StepUnit} unit
 * @returns {Next}
 */
function forward(state, unit) {
  const { t, motion, tEnd, reducedMotion, pace } = state.playback;
  if (unit === 'step' && t < 1 && (motion !== 1 || tEnd < 1)) {
    const cut = reducedMotion || pace === 'detail';
    return onlyState(moving(state, cut ? { t: 1, motion: 0 } : { tEnd: 1, motion: 1 }));
  }
  return requestMove(moving(state, { t: 1 }), unit, 1, 'forward');
}

/**
 * Moves back.
 *
 * @param {PageState} state
 * @param {StepUnit} unit
 * @returns {Next}
 */
function backward(state, unit) {
  const { t, motion, tEnd, reducedMotion, pace } = state.playback;
  if (isOrigin(state.view?.after.position)) return onlyState(moving(state, { t: 1, motion: 0 }));
  const cut = unit !== 'step' || reducedMotion || pace === 'detail';
  if (cut) return requestMove(state, unit, -1, 'cut');
  if (motion === -1 && tEnd === 0) return requestMove(state, unit, -1, 'backward');
  if (t === 0) return requestMove(state, unit, -1, 'cut');
  return onlyState(moving(state, { tEnd: 0, motion: -1 }));
}

/**
 * Pauses where the picture is: a step that was requested already is not shown.
 *
 * @param {PageState} state
 */
function pausedHere(state) {
  const { waiting } = state.playback;
  const isStep = waiting === 'forward' || waiting === 'backward';
  return moving(stopped(state), { waiting: isStep ? 'drop' : waiting });
}

/**
 * Starts playing, or stops where it is.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const togglePlaying = (state) =>
  state.playback.playing ? onlyState(pausedHere(state)) : playOn(moving(state, { playing: true }));

/**
 * Starts the next motion while playing, from any t.
 *
 * @param {PageState} state
 * @returns {Next}
 */
function playOn(state) {
  const { t, waiting, pace, direction, reducedMotion } = state.playback;
  if (!state.view || waiting !== undefined) return onlyState(state);
  const inside = pace === 'detail' || pace === 'step';
  const unit = pace === 'detail' ? 'step' : pace;
  // With reduced motion a beat is a cut and a pause, and a step is one cut.
  const moves = !reducedMotion || pace === 'detail';
  if (direction > 0) {
    if (t < 1 && moves) return onlyState(pauseAfterCut(startMotion(state, 1)));
    return requestMove(state, unit, 1, 'forward');
  }
  if (isOrigin(state.view.after.position))
    return onlyState(moving(state, { playing: false, t: 1, motion: 0 }));
  if (!inside || !moves) return requestMove(state, unit, -1, 'cut');
  if (t > 0) return onlyState(pauseAfterCut(startMotion(state, -1)));
  return requestMove(state, 'step', -1, 'cut');
}

/**
 * Pauses if reduced motion has ended the motion at once.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
const pauseAfterCut = (state) => (state.playback.motion === 0 ? pause(state) : state);

/**
 * Moves t by the time that has passed.
 *
 * @param {PageState} state
 * @param {number} elapsed  milliseconds
 * @returns {Next}
 */
export function tick(state, elapsed) {
  const { waiting, rest, motion, tEnd, pace, speed, playing } = state.playback;
  if (waiting !== undefined) return onlyState(state);
  if (rest > 0) {
    const left = rest - elapsed;
    return left > 0 ? onlyState(moving(state, { rest: left })) : playOn(moving(state, { rest: 0 }));
  }
  if (motion === 0) return onlyState(state);
  const duration = pace === 'detail' ? BEAT_TIME * beatCount(state) : STEP_TIME;
  const t = state.playback.t + (motion * elapsed * speed) / duration;
  const arrived = motion > 0 ? t >= tEnd : t <= tEnd;
  if (!arrived) return onlyState(moving(state, { t }));
  const ended = moving(state, { t: tEnd, motion: 0 });
  if (motion < 0 && tEnd === 0) return requestMove(ended, 'step', -1, 'cut');
  return onlyState(playing ? pause(ended) : ended);
}

/**
 * Shows a view that has come, with t and motion as it was requested.
 *
 * @param {PageState} state
 * @param {View} view
 * @returns {Next}
 */
export function arrive(state, view) {
  const { waiting, playing, reducedMotion, pace, presses } = state.playback;
  const [next, ...later] = presses;
  if (waiting === 'drop') {
    const still = moving(state, { waiting: undefined, presses: later });
    return next ? press(still, next) : onlyState(still);
  }
  const stayed = state.view && samePosition(state.view.after.position, view.after.position);
  const here = moving({ ...state, view }, { waiting: undefined });
  if (waiting === undefined || waiting === 'keep') {
    return next ? press(moving(here, { presses: later }), next) : onlyState(here);
  }
  // Another press waits: this step is not played.
  if (next) return press(moving(here, { t: 1, motion: 0, presses: later }), next);
  if (stayed) return onlyState(moving(here, { playing: false, motion: 0, t: 1 }));
  if (waiting === 'forward' && (!reducedMotion || pace === 'detail')) {
    const started = startMotion(moving(here, { t: 0 }), 1);
    return onlyState(playing ? pauseAfterCut(started) : started);
  }
  if (waiting === 'backward') return onlyState(moving(here, { t: 1, tEnd: 0, motion: -1 }));
  const cut = moving(here, { t: 1, motion: 0 });
  return onlyState(playing ? pause(cut) : cut);
}
