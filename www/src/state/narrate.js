/**
 * What is said to who cannot see: one sentence for each step, and not more than anybody can listen to.
 *
 * @module
 */
import { formatOf } from '../notation/format.js';
import { stepSentence } from '../notation/sentences.js';
import { NARRATION_TIME } from './state.js';

/** @import { Action, PageState } from './state.js' */

/**
 * The sentence of the step shown once it has arrived; while playing, at most one every five seconds.
 *
 * @param {PageState} state
 * @param {Action} action
 * @returns {PageState}
 */
export function narrate(state, action) {
  const { narration, view } = state;
  if (action.type === 'tick') {
    const age = narration.age + action.elapsed;
    return speak({ ...state, narration: { ...narration, age } });
  }
  return view && !state.playing ? speak(state) : state;
}

/** @param {PageState} state @returns {PageState} */
function speak(state) {
  const { view, narration } = state;
  if (!view || state.waiting !== undefined) return state;
  const due = state.playing ? narration.age >= NARRATION_TIME : state.motion === 0;
  if (!due) return state;
  const text = stepSentence(view.after, formatOf(state.settings));
  return text === narration.text ? state : { ...state, narration: { text, age: 0 } };
}
