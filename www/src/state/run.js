/**
 * Runs: starting one, editing during it, and stopping it.
 *
 * @module
 */
import { requestView, edit } from './edit.js';
import { clearRefusal, refuse } from './feedback.js';
import { withoutMoment } from './moment.js';
import { press } from './motion.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';
import { wantsOf } from './survey.js';
import * as words from '../words/en/goals.js';

/** @import { Goal, Running } from '../protocol/run.js' */
/** @import { Press } from './playback.js' */
/** @import { Action, Next, PageState } from './state.js' */

/**
 * @typedef {object} Run
 * @property {{ goal: Goal, progress: Running | undefined } | undefined} current  the run that goes on
 * @property {Goal} nextGoal  when the next run ends
 */

/** @type {Run} */
export const RUN = Object.freeze({ current: undefined, nextGoal: { kind: 'miniBatches', value: 100 } });

/** Kinds of edits that do not end a run. */
const TUNABLE = new Set(['eta', 'miniBatchSize']);

/**
 * Returns what is wrong with a goal, as a sentence.
 *
 * @param {Goal} goal
 * @param {boolean} evaluates
 */
export function goalError({ kind, value }, evaluates) {
  if (kind === 'accuracy' && !evaluates) return words.notCounted;
  if (
    (kind === 'miniBatches' || kind === 'epochs') &&
    !(Number.isInteger(value) && value >= 1 && value <= 1e9)
  )
    return words.notWhole;
  if (kind === 'accuracy' && !(value > 0 && value <= 100)) return words.notAPercentage;
  return kind === 'cost' && !(value > 0) ? words.notPositive : undefined;
}

/**
 * Returns the goal of the next run: the one chosen, unless accuracy cannot be measured with this data.
 *
 * @param {Pick<PageState, 'run' | 'view'>} state
 * @returns {Goal}
 */
export const goalInForce = ({ run: { nextGoal }, view }) =>
  nextGoal.kind === 'accuracy' && view && !view.after.evaluates ? RUN.nextGoal : nextGoal;

/**
 * Starts a run, or says what is wrong with its goal.
 *
 * @param {PageState} state
 * @param {Goal} goal
 * @returns {Next}
 */
export function startRun(state, goal) {
  const sentence = goalError(goal, state.view?.after.evaluates ?? false);
  if (sentence !== undefined) return onlyState(refuse(state, 'goal', sentence));
  const ready = patch(clearRefusal(stopped(state), 'goal'), {
    run: { current: { goal, progress: undefined } },
  });
  return requestView(ready, { kind: 'run', goal, wants: wantsOf(state) }, 'cut');
}

/**
 * Stops the run, if there is one; its answer comes later.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const stopRun = (state) => ({
  state,
  commands: state.run.current ? [{ request: { kind: 'stop' } }] : [],
});

/**
 * Moves in time; a run is stopped first.
 *
 * @param {PageState} state
 * @param {Press} action
 * @returns {Next}
 */
export function stopAndPress(state, action) {
  const next = press(withoutMoment(state), action);
  return { ...next, commands: [...stopRun(state).commands, ...next.commands] };
}

/**
 * Edits the session. A run goes on after an edit of eta or the mini-batch size; any other edit ends it and is
 * made where the run has arrived.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'edit' }>} action
 * @returns {Next}
 */
export function editOrTune(state, action) {
  const { field, gesture, continues = false } = action;
  if (!state.run.current) return edit(state, action);
  if (!TUNABLE.has(action.edit.kind)) return edit(state, action, true);
  return {
    state: patch(clearRefusal(state, field), { pending: { gesture } }),
    commands: [{ request: { kind: 'tune', edit: action.edit, continues }, field }],
  };
}

/**
 * Takes a report of the run.
 *
 * @param {PageState} state
 * @param {Running} progress
 * @returns {PageState}
 */
export function takeProgress(state, progress) {
  const { current } = state.run;
  return current ? patch(state, { run: { current: { ...current, progress } } }) : state;
}

/**
 * Pauses the run while the page is hidden, unless it may go on in the background.
 *
 * @param {PageState} state
 * @param {boolean} hidden
 * @returns {Next}
 */
export function setHidden(state, hidden) {
  const pauses = state.run.current !== undefined && !state.settings.background;
  return { state, commands: pauses ? [{ request: { kind: 'hold', on: hidden } }] : [] };
}

/**
 * Returns eta, mini-batch size and timeline in force: during a run those of its latest report, else those of
 * the view.
 *
 * @param {PageState} state
 */
export function settingsInForce({ view, run }) {
  const progress = run.current?.progress;
  return {
    eta: progress?.eta ?? view?.after.eta,
    miniBatchSize: progress?.miniBatchSize ?? view?.after.miniBatchSize,
    timeline: progress?.timeline ?? view?.timeline,
  };
}
