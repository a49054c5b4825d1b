/**
 * Sentences for the user: notices, refusals beside fields, and the narration of steps.
 *
 * @module
 */
import { CHANGES } from './changes.js';
import { patch } from './patch.js';

/** @import { Changes } from './changes.js' */
/** @import { Moment } from '../captions/moment.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Action, PageState } from './state.js' */

/**
 * A sentence over the page. With `diverged` it offers ways to leave an update that diverged, and `ways` are
 * others. A `passing` one only tells something, and goes with the next step.
 * @typedef {object} Notice
 * @property {string} sentence
 * @property {boolean} [diverged]
 * @property {readonly { label: string, action: Action }[]} [ways]
 * @property {boolean} [passing]
 */

/**
 * @typedef {object} Feedback
 * @property {Notice | undefined} notice
 * @property {Record<string, string>} refusals  a sentence for each field whose last value was refused
 * @property {{ view: View | undefined, age: number }} narration  the step told for screen readers, and since
 *   how many milliseconds
 * @property {Moment | undefined} moment  the last change, which the caption tells until the next step
 * @property {Changes} changes  what Undo and Redo would take back or make again
 * @property {boolean} slow  whether an answer takes so long that the page says so
 */

/** @type {Feedback} */
export const FEEDBACK = Object.freeze({
  notice: undefined,
  refusals: {},
  narration: { view: undefined, age: Infinity },
  moment: undefined,
  changes: CHANGES,
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
