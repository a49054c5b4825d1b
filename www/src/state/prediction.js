/**
 * Predict, then reveal: before a step, the page asks for a number that the step will compute. Pure functions of state; the
 * number itself is not there before the step has been taken.
 *
 * @module
 */
import { parameterValue } from '../notation/quantities.js';
import { neuronAt, neuronIn, parameterIn } from '../notation/selection.js';
import { shows } from './panels.js';
import { patch } from './patch.js';

/** @import { Step } from '../protocol/position.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Press } from './playback.js' */
/** @import { PageState } from './state.js' */

/**
 * What is asked before a step: the number of `selection` that the step computes. `press` waits for the answer.
 * @typedef {{ step: Step, selection: Selection, press: Press }} Question
 */

/**
 * Whether the sign of a number is predicted (−1, 0 or 1) or its value.
 * @typedef {'sign' | 'value'} Mode
 */

/**
 * A prediction that was judged against the number computed.
 * @typedef {{ question: Question, guess: number, value: number, right: boolean, mode: Mode }} Judged
 */

/**
 * @typedef {object} Prediction
 * @property {Mode} mode
 * @property {Question | undefined} question  asked now
 * @property {number | undefined} guess  the answer to it, until the number is computed
 * @property {Judged | undefined} last
 * @property {number} right  predictions that were right during this visit
 * @property {number} of  predictions made during this visit
 */

/** @type {Prediction} */
export const PREDICTION = Object.freeze({
  mode: 'sign',
  question: undefined,
  guess: undefined,
  last: undefined,
  right: 0,
  of: 0,
});

/** Steps whose number has a sign that is not known before. */
const SIGNED = ['z', 'a', 'delta', 'nabla', 'sum'];
/** Steps whose number can be worked out from what is shown. */
const VALUED = [...SIGNED, 'cost', 'mean', 'scale', 'update'];

/** A value counts as right this close to the true one, as a share of it, or in all. */
export const SHARE = 0.1;
export const CLOSE = 0.01;

/**
 * The step after the one shown, inside the mini-batch.
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
 * Returns what the number that a step computes belongs to.
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
 * @param {PageState} state
 * @param {Press} press
 * @returns {Question | undefined}  none for a step that has nothing to ask
 */
function questionOf(state, press) {
  const { view, prediction, focus } = state;
  const step = view && nextStep(view.after);
  if (!step || !(prediction.mode === 'sign' ? SIGNED : VALUED).includes(step.kind)) return undefined;
  const selection = askedAbout(step, focus.selection, view.after.sizes.length);
  const still = selection.kind === 'bias' && !view.after.conventions.trainBiases;
  if (still && (step.kind === 'scale' || step.kind === 'update')) return undefined;
  return { step, selection, press };
}

/**
 * Nothing is asked any more.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
export const unasked = (state) =>
  state.prediction.question ? patch(state, { prediction: { question: undefined, guess: undefined } }) : state;

/**
 * Whether a press is met with a question first, and the state that asks it.
 *
 * @param {PageState} state
 * @param {Press} press
 * @returns {PageState | undefined}  none if the press goes its way
 */
export function asking(state, press) {
  const { waiting, pace, t, motion } = state.playback;
  const unit = press.unit === 'pace' ? pace : press.unit;
  const single = press.by > 0 && (unit === 'step' || unit === 'detail');
  if (!single || !state.view || !shows(state.settings, 'predict') || waiting !== undefined) return undefined;
  if (state.prediction.question) return state;
  // Inside a step everything is there already.
  if (t < 1 && (unit === 'detail' || motion === 0)) return undefined;
  const question = questionOf(state, press);
  if (!question) return undefined;
  return patch(state, {
    playback: { t: 1, motion: 0, playing: false, rest: 0 },
    prediction: { question, guess: undefined, last: undefined },
  });
}

/**
 * The number a question is about, once it is there.
 *
 * @param {State} state
 * @param {Question} question
 * @returns {number | undefined}
 */
export function numberOf(state, { step: { kind }, selection }) {
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
        scale: { w: state.changeW, b: state.changeB },
        update: { w: state.weights, b: state.biases },
      };
      const of = quantities[kind];
      return of && parameterValue(state, of, selection);
    }
    default:
      return undefined;
  }
}

/**
 * Whether a guess is right: a sign as −1, 0 or 1 (of an activation: below, at or above ½), or a value about the true one.
 *
 * @param {Prediction['mode']} mode
 * @param {Question} question
 * @param {number} guess
 * @param {number} value
 */
export function isRight(mode, { step }, guess, value) {
  if (mode === 'sign') return Math.sign(step.kind === 'a' ? value - 0.5 : value) === guess;
  return Math.abs(guess - value) <= Math.max(SHARE * Math.abs(value), CLOSE);
}

/**
 * A view is there: a guess that waited for it is judged, and a question that was passed by is dropped.
 *
 * @param {Prediction} prediction
 * @param {View} view
 * @returns {Prediction}
 */
export function judged(prediction, { after }) {
  const { question, guess, mode } = prediction;
  if (!question) return prediction;
  const rest = { ...prediction, question: undefined, guess: undefined };
  const value = after.step.kind === question.step.kind ? numberOf(after, question) : undefined;
  if (guess === undefined || value === undefined) return rest;
  const right = isRight(mode, question, guess, value);
  const last = { question, guess, value, right, mode };
  return { ...rest, last, right: rest.right + (right ? 1 : 0), of: rest.of + 1 };
}
