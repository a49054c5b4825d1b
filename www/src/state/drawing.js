/**
 * The digit drawn on the page, and what the network answers to it.
 *
 * @module
 */
import { SIDE, rasterize } from '../drawing/rasterize.js';
import { ask } from './edit.js';
import { clearRefusal } from './feedback.js';
import { shows } from './panels.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Digit } from '../protocol/survey.js' */
/** @import { Action, Next, PageState } from './state.js' */

/**
 * @typedef {object} Drawing
 * @property {readonly (readonly number[])[]} strokes  the points of each one after the other, x then y, 0 to 1
 * @property {boolean} asked  whether an answer is on its way
 * @property {boolean} stale  whether more was drawn since that was asked for
 * @property {Digit | undefined} digit  what the network answers
 */

/** @type {Drawing} */
export const DRAWING = Object.freeze({ strokes: [], asked: false, stale: false, digit: undefined });

/**
 * Whether a network is one for digits: pictures of 28 × 28 or 8 × 8, ten outputs.
 *
 * @param {readonly number[]} sizes
 */
export const isForDigits = (sizes) => [784, 64].includes(Number(sizes[0])) && sizes.at(-1) === 10;

/**
 * @param {PageState} state
 * @returns {Next}
 */
function question(state) {
  const { view, drawing } = state;
  if (!view || !isForDigits(view.after.sizes) || drawing.strokes.length === 0) return { state, commands: [] };
  if (drawing.asked) return { state: patch(state, { drawing: { stale: true } }), commands: [] };
  const { position, sizes } = view.after;
  return {
    state: patch(state, { drawing: { asked: true, stale: false } }),
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

/**
 * @param {PageState} state
 * @param {Extract<Action, { type: 'drawInk' }>} action
 * @returns {Next}
 */
export function draw(state, { strokes }) {
  const digit = strokes.length === 0 ? undefined : state.drawing.digit;
  return question(patch(state, { drawing: { strokes, digit } }));
}

/**
 * @param {PageState} state
 * @param {Digit} digit
 * @returns {Next}
 */
export function recognised(state, digit) {
  const { stale, strokes } = state.drawing;
  const next = patch(state, {
    drawing: { asked: false, stale: false, digit: strokes.length > 0 ? digit : undefined },
  });
  return stale ? question(next) : { state: next, commands: [] };
}

/**
 * Another network answers differently: it is asked again.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export function askAgain(before, next) {
  const now = next.state;
  const other = now.view !== before.view && !now.view?.singleSample && shows(now.settings, 'draw');
  if (!other || now.playback.playing || now.playback.waiting !== undefined) return next;
  // An answer that is still on its way may never come: a worker can have been replaced.
  const { state, commands } = question(patch(now, { drawing: { asked: false } }));
  return { state, commands: [...next.commands, ...commands] };
}

/**
 * Opens a single-sample session.
 *
 * @param {PageState} state
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @returns {Next}
 */
export function invite(state, x, y) {
  if (!state.view) return { state, commands: [] };
  return ask(stopped(state), { kind: 'openSample', position: state.view.after.position, x, y }, 'cut');
}

/**
 * The same with one of the evaluation samples.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'openEvaluationSample' }>} action
 * @returns {Next}
 */
export function inviteNumber(state, { number, field }) {
  if (!state.view) return { state, commands: [] };
  const { position } = state.view.after;
  const ready = patch(clearRefusal(stopped(state), field), { panels: { sampleNumber: number } });
  return ask(ready, { kind: 'openEvaluationSample', position, number }, 'cut', field);
}
