/**
 * Narration for screen readers: which step is told. Each one is, but while playing at most one every five
 * seconds.
 *
 * @module
 */
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
    const { view, age } = state.feedback.narration;
    return speak(patch(state, { feedback: { narration: { view, age: age + action.elapsed } } }));
  }
  return state.view && !state.playback.playing ? speak(state) : state;
}

/**
 * Tells the step shown, once its motion has ended.
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
  return view === narration.view ? state : patch(state, { feedback: { narration: { view, age: 0 } } });
}
