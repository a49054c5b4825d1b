/**
 * A digit that is being drawn: strokes, and what the network makes of them. Pure functions of state.
 *
 * @module
 */
import { SIDE, rasterize } from '../drawing/rasterize.js';
import { ask, stopped, without } from './edit.js';
import { shows } from './panels.js';

/** @import { Digit } from '../worker/survey.js' */
/** @import { Action, Next, PageState } from './state.js' */

/** Whether a network is one for digits: pictures of 28 × 28 or 8 × 8, ten outputs. @param {readonly number[]} sizes */
export const isForDigits = (sizes) => [784, 64].includes(Number(sizes[0])) && sizes.at(-1) === 10;

/** @param {PageState} state @returns {Next} */
function question(state) {
  const { view, drawing } = state;
  if (!view || !isForDigits(view.after.sizes) || drawing.strokes.length === 0) return { state, commands: [] };
  if (drawing.asked) return { state: { ...state, drawing: { ...drawing, stale: true } }, commands: [] };
  const { position, sizes } = view.after;
  return {
    state: { ...state, drawing: { ...drawing, asked: true, stale: false } },
    commands: [
      {
        request: {
          kind: 'digit',
          position,
          ink: rasterize(drawing.strokes),
          side: SIDE,
          inputs: Number(sizes[0]),
        },
      },
    ],
  };
}

/** @param {PageState} state @param {Extract<Action, { type: 'ink' }>} action @returns {Next} */
export function draw(state, { strokes }) {
  const digit = strokes.length === 0 ? undefined : state.drawing.digit;
  return question({ ...state, drawing: { ...state.drawing, strokes, digit } });
}

/** @param {PageState} state @param {Digit} digit @returns {Next} */
export function recognised(state, digit) {
  const { stale, strokes } = state.drawing;
  const drawing = {
    ...state.drawing,
    asked: false,
    stale: false,
    digit: strokes.length > 0 ? digit : undefined,
  };
  const next = { ...state, drawing };
  return stale ? question(next) : { state: next, commands: [] };
}

/** Another network answers differently: it is asked again. @param {PageState} before @param {Next} next @returns {Next} */
export function askAgain(before, next) {
  const now = next.state;
  const other = now.view !== before.view && !now.view?.singleSample && shows(now.settings, 'draw');
  if (!other || now.playing || now.waiting !== undefined) return next;
  // An answer that is still on its way may never come: a worker can have been replaced.
  const { state, commands } = question({ ...now, drawing: { ...now.drawing, asked: false } });
  return { state, commands: [...next.commands, ...commands] };
}

/** Opens a single-sample session. @param {PageState} state @param {Float64Array} x @param {Float64Array} y @returns {Next} */
export function invite(state, x, y) {
  if (!state.view) return { state, commands: [] };
  return ask(stopped(state), { kind: 'openSample', position: state.view.after.position, x, y }, 'cut');
}

/** The same with one of the evaluation samples. @param {PageState} state @param {Extract<Action, { type: 'openEvaluationSample' }>} action @returns {Next} */
export function inviteNumber(state, { number, field }) {
  if (!state.view) return { state, commands: [] };
  const { position } = state.view.after;
  const ready = { ...stopped(state), number, refusals: without(state.refusals, field) };
  return ask(ready, { kind: 'openEvaluationSample', position, number }, 'cut', field);
}
