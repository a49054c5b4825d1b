/**
 * Predictions: before a step, the page asks for a number that the step will compute. The page does not have
 * that number before the step is taken.
 *
 * @module
 */
import { parameterValue } from '../notation/parameter-value.js';
import { neuronAt, neuronIn, parameterIn } from '../notation/selection.js';
import { isOpen } from './panels.js';
import { patch } from './patch.js';

/** @import { Step } from '../protocol/position.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Press } from './playback.js' */
/** @import { PageState } from './state.js' */

/**
 * Asks for the number of `selection` that a step computes; `press` is the move that waits for the answer.
 * @typedef {{ step: Step, selection: Selection, press: Press }} Question
 */

/**
 * Whether the sign of a number is predicted (−1, 0 or 1) or its value.
 * @typedef {'sign' | 'value'} Mode
 */

/**
 * A prediction that was judged against the number computed.
 * @typedef {{ question: Question, guess: number, value: number, correct: boolean, mode: Mode }} Judged
 */

/**
 * @typedef {object} Prediction
 * @property {Mode} mode
 * @property {Question | undefined} question  asked now
 * @property {number | undefined} guess  the prediction, until the number is computed
 * @property {Judged | undefined} last  the latest prediction that was judged
 * @property {number} correct  how many predictions of this visit were correct
 * @property {number} total  how many were made
 */

/** @type {Prediction} */
export const PREDICTION = Object.freeze({
  mode: 'sign',
  question: undefined,
  guess: undefined,
  last: undefined,
  correct: 0,
  total: 0,
});

/** Steps whose number can have any sign. */
const SIGNED = ['z', 'a', 'delta', 'nabla', 'sum'];
/** Steps whose number can be computed from the numbers shown. */
const VALUED = [...SIGNED, 'cost', 'mean', 'scale', 'update'];

/** A predicted value may differ from the true one by this share of it … */
export const RELATIVE_TOLERANCE = 0.1;
/** … or by this much, if that is more. */
export const ABSOLUTE_TOLERANCE = 0.01;

/**
 * Returns the step after the one shown, within the mini-batch.
 *
 * @param {State} state
 * @returns {Step | undefined}
 */
function nextStep({ position, m, sampleSteps, tailSteps }) {
  const { sample, step } = position;
  if (sample === m) return tailSteps[step + 1];
  return sampleSteps[step + 1] ?? (sample + 1 < m ? sampleSteps[0] : tailSteps[0]);
}

/**
 * Returns what the page asks about before a step: what is selected, if the step computes it.
 *
 * @param {Step} step
 * @param {Selection | undefined} selection
 * @param {number} layers
 * @returns {Selection}
 */
function askedAbout({ kind, layer = 0 }, selection, layers) {
  if (kind === 'cost') return { kind: 'cost' };
  if (kind === 'z' || kind === 'a' || kind === 'delta') return neuronAt(layer, neuronIn(selection, layer));
  return parameterIn(selection, kind === 'nabla' ? layer : undefined, layers);
}

/**
 * Returns the question before the next step, if there is a number to ask for.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {Question | undefined}
 */
function questionOf(state, press) {
  const { view, prediction, focus } = state;
  const step = view && nextStep(view.after);
  if (!step || !(prediction.mode === 'sign' ? SIGNED : VALUED).includes(step.kind)) return undefined;
  const selection = askedAbout(step, focus.selection, view.after.sizes.length);
  const isFixed = selection.kind === 'bias' && !view.after.conventions.trainBiases;
  if (isFixed && (step.kind === 'scale' || step.kind === 'update')) return undefined;
  return { step, selection, press };
}

/**
 * Removes the question.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
export const dropQuestion = (state) =>
  state.prediction.question ? patch(state, { prediction: { question: undefined, guess: undefined } }) : state;

/**
 * Returns a state that asks a question before a move.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {PageState | undefined}  nothing if the move needs no question
 */
export function askBefore(state, press) {
  const { waiting, pace, t, motion } = state.playback;
  const unit = press.unit === 'pace' ? pace : press.unit;
  const single = press.by > 0 && (unit === 'step' || unit === 'detail');
  if (!single || !state.view || !isOpen(state.settings, 'predict') || waiting !== undefined) return undefined;
  if (state.prediction.question) return state;
  // Within a step its numbers have been computed already.
  if (t < 1 && (unit === 'detail' || motion === 0)) return undefined;
  const question = questionOf(state, press);
  if (!question) return undefined;
  return patch(state, {
    playback: { t: 1, motion: 0, playing: false, rest: 0 },
    prediction: { question, guess: undefined, last: undefined },
  });
}

/**
 * Returns the number that a question asks for, once it is computed.
 *
 * @param {State} state
 * @param {Question} question
 * @returns {number | undefined}
 */
export function askedNumber(state, { step: { kind }, selection }) {
  switch (selection.kind) {
    case 'cost':
      return state.cost;
    case 'neuron': {
      const layers = kind === 'z' ? state.z : kind === 'a' ? state.a : state.delta;
      return layers[selection.layer - 1]?.[selection.neuron];
    }
    case 'weight':
    case 'bias': {
      /** @type {Record<string, { w: State['weights'], b: State['biases'] }>} */
      const quantities = {
        nabla: { w: state.nablaW, b: state.nablaB },
        sum: { w: state.sumNablaW, b: state.sumNablaB },
        mean: { w: state.meanNablaW, b: state.meanNablaB },
        scale: { w: state.stepW, b: state.stepB },
        update: { w: state.weights, b: state.biases },
      };
      const quantity = quantities[kind];
      return quantity && parameterValue(state, quantity, selection);
    }
    default:
      return undefined;
  }
}

/**
 * Returns whether a prediction is correct: the sign as −1, 0 or 1 (of an activation: below, at or above ½),
 * or a value within the tolerance.
 *
 * @param {Mode} mode
 * @param {Question} question
 * @param {number} guess
 * @param {number} value
 */
export function isCorrect(mode, { step }, guess, value) {
  if (mode === 'sign') return Math.sign(step.kind === 'a' ? value - 0.5 : value) === guess;
  return Math.abs(guess - value) <= Math.max(RELATIVE_TOLERANCE * Math.abs(value), ABSOLUTE_TOLERANCE);
}

/**
 * Judges the prediction that waited for a view. Without one, the question is dropped.
 *
 * @param {Prediction} prediction
 * @param {View} view
 * @returns {Prediction}
 */
export function judge(prediction, { after }) {
  const { question, guess, mode } = prediction;
  if (!question) return prediction;
  const rest = { ...prediction, question: undefined, guess: undefined };
  const value = after.step.kind === question.step.kind ? askedNumber(after, question) : undefined;
  if (guess === undefined || value === undefined) return rest;
  const correct = isCorrect(mode, question, guess, value);
  const last = { question, guess, value, correct, mode };
  return { ...rest, last, correct: rest.correct + (correct ? 1 : 0), total: rest.total + 1 };
}
