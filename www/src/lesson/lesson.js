/**
 * What the lesson says at each of its stops: its sentences with the numbers of the state.
 *
 * @module
 */
import * as words from '../words/en/lesson.js';

/** @import { State } from '../protocol/state.js' */

/**
 * @typedef {object} LessonText
 * @property {string} title
 * @property {(state: State, short: (value: number) => string) => string} text
 */

/**
 * Returns numbers as text, separated by commas.
 *
 * @param {ArrayLike<number> | undefined} values
 * @param {(value: number) => string} short
 */
const list = (values, short) => Array.from(values ?? [], (value) => short(value)).join(', ');

/**
 * Returns a step as text, always with its sign.
 *
 * @param {number} step
 * @param {(value: number) => string} short
 */
const signed = (step, short) => (step > 0 ? '+' : '') + short(step);

/**
 * Returns a stop's text: the title of its words, and their text with numbers of the state.
 *
 * @template T
 * @param {{ title: string, text: (given: T) => string }} stop
 * @param {(state: State, short: (value: number | undefined) => string) => T} given
 * @returns {LessonText}
 */
const told = ({ title, text }, given) => ({
  title,
  text: (state, short) => text(given(state, (value) => short(Number(value)))),
});

/** One for each of `LESSON_STOPS`. @type {readonly LessonText[]} */
export const LESSON_TEXTS = Object.freeze([
  told(words.network, ({ x, y }, short) => ({ x: list(x, short), y: list(y, short) })),
  told(words.hidden, ({ z, a }, short) => ({ z: short(z[1]?.[0]), a: short(a[1]?.[0]) })),
  told(words.answer, ({ a, y }, short) => ({ a: short(a[2]?.[0]), y: list(y, short) })),
  told(words.cost, ({ cost }, short) => ({ cost: short(cost) })),
  told(words.outputError, ({ delta, slope }, short) => ({
    slope: short(slope[2]?.[0]),
    delta: short(delta[2]?.[0]),
  })),
  told(words.outputWeight, ({ nablaW }, short) => ({ nabla: short(nablaW[2]?.[0]) })),
  told(words.hiddenError, ({ carried, delta }, short) => ({
    carried: short(carried[1]?.[0]),
    delta: short(delta[1]?.[0]),
  })),
  told(words.hiddenWeight, ({ nablaW }, short) => ({ nabla: short(nablaW[1]?.[0]) })),
  told(words.biases, ({ nablaB }, short) => ({ nabla: short(nablaB[1]?.[0]) })),
  told(words.mean, ({ m, meanNablaW }, short) => ({ m, mean: short(meanNablaW[2]?.[0]) })),
  told(words.update, ({ stepW, stepEta }, short) => ({
    eta: short(stepEta),
    step: signed(Number(stepW[2]?.[0]), short),
  })),
  told(words.again, ({ index, miniBatchCost }, short) => ({
    miniBatches: index + 1,
    cost: short(miniBatchCost),
  })),
]);
