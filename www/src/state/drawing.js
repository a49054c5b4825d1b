/**
 * The digit drawn on the page, and what the network answers to it.
 *
 * @module
 */
import { SIDE, rasterize } from '../drawing/rasterize.js';
import { requestView } from './edit.js';
import { clearRefusal } from './feedback.js';
import { isOpen } from './panels.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Digit } from '../protocol/survey.js' */
/** @import { Action, Next, PageState } from './state.js' */

/**
 * @typedef {object} Drawing
 * @property {readonly (readonly number[])[]} strokes
 *   points of each, x then y, 0 to 1
 * @property {boolean} asked  whether an answer has been requested and is not there yet
 * @property {boolean} stale  whether more was drawn since then
 * @property {Digit | undefined} digit  what the network answers
 */

/** @type {Drawing} */
export const DRAWING = Object.freeze({ strokes: [], asked: false, stale: false, digit: undefined });

/**
 * Returns whether a network classifies digits: 28 × 28 or 8 × 8 inputs, ten outputs.
 *
 * @param {readonly number[]} sizes
 */
export const isForDigits = (sizes) => [784, 64].includes(Number(sizes[0])) && sizes.at(-1) === 10;

/**
 * Requests what the network answers to the drawing; one request at a time.
 *
 * @param {PageState} state
 * @returns {Next}
 */
function requestDigit(state) {
  const { view, drawing } = state;
  if (!view || !isForDigits(view.after.sizes) || drawing.strokes.length === 0) return onlyState(state);
  if (drawing.asked) return onlyState(patch(state, { drawing: { stale: true } }));
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
 * Replaces the strokes of the drawing.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'drawInk' }>} action
 * @returns {Next}
 */
export function drawInk(state, { strokes }) {
  const digit = strokes.length === 0 ? undefined : state.drawing.digit;
  return requestDigit(patch(state, { drawing: { strokes, digit } }));
}

/**
 * Takes what the network answers, and asks again if more has been drawn meanwhile.
 *
 * @param {PageState} state
 * @param {Digit} digit
 * @returns {Next}
 */
export function takeDigit(state, digit) {
  const { stale, strokes } = state.drawing;
  const next = patch(state, {
    drawing: { asked: false, stale: false, digit: strokes.length > 0 ? digit : undefined },
  });
  return stale ? requestDigit(next) : onlyState(next);
}

/**
 * Requests an answer for the drawing again whenever another network is shown.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export function askDigit(before, next) {
  const now = next.state;
  const other = now.view !== before.view && !now.view?.singleSample && isOpen(now.settings, 'draw');
  if (!other || now.playback.playing || now.playback.waiting !== undefined) return next;
  // An answer that was requested may never come, because the worker can have been replaced.
  const { state, commands } = requestDigit(patch(now, { drawing: { asked: false } }));
  return { state, commands: [...next.commands, ...commands] };
}

/**
 * Opens a single-sample session with a given sample.
 *
 * @param {PageState} state
 * @param {Float64Array} x
 * @param {Float64Array} y
 * @returns {Next}
 */
export function openSample(state, x, y) {
  if (!state.view) return onlyState(state);
  return requestView(
    stopped(state),
    { kind: 'openSample', position: state.view.after.position, x, y },
    'cut',
  );
}

/**
 * Opens a single-sample session with an evaluation sample, by its number.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'openEvaluationSample' }>} action
 * @returns {Next}
 */
export function openEvaluationSample(state, { number, field }) {
  if (!state.view) return onlyState(state);
  const { position } = state.view.after;
  const ready = patch(clearRefusal(stopped(state), field), { panels: { sampleNumber: number } });
  return requestView(ready, { kind: 'openEvaluationSample', position, number }, 'cut', field);
}

/**
 * Closes the side column, where it lies over the picture, when a single sample has come into the picture.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export const showSample = (before, next) =>
  next.state.view?.singleSample && !before.view?.singleSample
    ? { ...next, state: patch(next.state, { ui: { drawer: false } }) }
    : next;
