/**
 * Sentences the page says: notices, refusals beside fields, and the narration of steps.
 *
 * @module
 */
import { patch } from './patch.js';

/** @import { PageState } from './state.js' */

/**
 * A sentence over the page. `diverged` offers ways out of an update that cannot be made.
 * @typedef {{ sentence: string, diverged?: boolean }} Notice
 */

/**
 * @typedef {object} Feedback
 * @property {Notice | undefined} notice
 * @property {Record<string, string>} refusals  a sentence for each field whose last value was refused
 * @property {{ text: string, age: number }} narration  the sentence for screen readers, and how many milliseconds
 *   ago it came
 * @property {boolean} slow  whether the answer that is on its way takes long
 */

/** @type {Feedback} */
export const FEEDBACK = Object.freeze({
  notice: undefined,
  refusals: {},
  narration: { text: '', age: Infinity },
  slow: false,
});

/** While playing, the narration changes at most this often, in milliseconds. */
export const NARRATION_TIME = 5_000;

/**
 * Puts a sentence beside a field.
 *
 * @param {PageState} state
 * @param {string} field
 * @param {string} sentence
 */
export const refuse = (state, field, sentence) =>
  patch(state, { feedback: { refusals: { ...state.feedback.refusals, [field]: sentence } } });

/**
 * Removes the sentence beside a field, if there is one.
 *
 * @param {PageState} state
 * @param {string | undefined} field
 */
export function clearRefusal(state, field) {
  const { refusals } = state.feedback;
  if (field === undefined || !(field in refusals)) return state;
  const { [field]: _, ...others } = refusals;
  return patch(state, { feedback: { refusals: others } });
}
