/**
 * Narration for screen readers: one sentence for each step, at most one every five seconds while playing.
 *
 * @module
 */
import { formatOf } from '../notation/format.js';
import { stepSentence } from '../notation/sentences.js';
import { NARRATION_TIME } from './feedback.js';
import { patch } from './patch.js';

/** @import { Action, PageState } from './state.js' */

/**
 * Updates the narration after an action.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {PageState}
 */
export function narrate(state, action) {
  if (action.type === 'tick') {
    const { text, age } = state.feedback.narration;
    return speak(patch(state, { feedback: { narration: { text, age: age + action.elapsed } } }));
  }
  return state.view && !state.playback.playing ? speak(state) : state;
}

/**
 * Says the sentence of the step shown, once its motion has ended.
 *
 * @param {PageState} state
 * @returns {PageState}
 */
function speak(state) {
  const { view, playback } = state;
  const { narration } = state.feedback;
  if (!view || playback.waiting !== undefined) return state;
  const due = playback.playing ? narration.age >= NARRATION_TIME : playback.motion === 0;
  if (!due) return state;
  const text = stepSentence(view.after, formatOf(state.settings));
  return text === narration.text ? state : patch(state, { feedback: { narration: { text, age: 0 } } });
}
