/**
 * Runs: beginning one, changing things while it goes on, ending it. Pure functions of state.
 *
 * @module
 */
import { ask, edit } from './edit.js';
import { clearRefusal, refuse } from './feedback.js';
import { press } from './motion.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';
import { wantsOf } from './survey.js';

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

/** What can be changed while a run goes on. */
const LIVE = new Set(['eta', 'miniBatchSize']);

/**
 * What is wrong with a goal, as a sentence.
 *
 * @param {Goal} goal
 * @param {boolean} evaluates
 */
function fault({ kind, value }, evaluates) {
  if (kind === 'accuracy' && !evaluates) return 'Right answers are not counted with these samples.';
  if (
    (kind === 'miniBatches' || kind === 'epochs') &&
    !(Number.isInteger(value) && value >= 1 && value <= 1e9)
  )
    return 'A run goes on for a whole number of mini-batches or epochs, from 1 to 1,000,000,000.';
  if (kind === 'accuracy' && !(value > 0 && value <= 100))
    return 'An accuracy is above 0 and at most 100 percent.';
  return kind === 'cost' && !(value > 0) ? 'A cost to be reached is above 0.' : undefined;
}

/**
 * When the next run ends: as it was chosen, where that can be.
 *
 * @param {Pick<PageState, 'run' | 'view'>} state
 * @returns {Goal}
 */
export const goalOf = ({ run: { nextGoal }, view }) =>
  nextGoal.kind === 'accuracy' && view && !view.after.evaluates ? RUN.nextGoal : nextGoal;

/**
 * @param {PageState} state
 * @param {Goal} goal
 * @returns {Next}
 */
export function run(state, goal) {
  const sentence = fault(goal, state.view?.after.evaluates ?? false);
  if (sentence !== undefined) return { state: refuse(state, 'goal', sentence), commands: [] };
  const ready = patch(clearRefusal(stopped(state), 'goal'), {
    run: { current: { goal, progress: undefined } },
  });
  return ask(ready, { kind: 'run', goal, wants: wantsOf(state) }, 'cut');
}

/**
 * @param {PageState} state
 * @returns {Next}
 */
export const stop = (state) => ({
  state,
  commands: state.run.current ? [{ request: { kind: 'stop' } }] : [],
});

/**
 * A key during a run stops it first.
 *
 * @param {PageState} state
 * @param {Press} action
 * @returns {Next}
 */
export function pressed(state, action) {
  const next = press(patch(state, { ui: { resized: undefined } }), action);
  return { ...next, commands: [...stop(state).commands, ...next.commands] };
}

/**
 * An edit. During a run eta and the mini-batch size are changed where it has got to, and it goes on; any other edit ends
 * it and is made there.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'edit' }>} action
 * @returns {Next}
 */
export function change(state, action) {
  const { field, gesture, continues = false } = action;
  if (!state.run.current) return edit(state, action);
  if (!LIVE.has(action.edit.kind)) return edit(state, action, true);
  return {
    state: patch(clearRefusal(state, field), { pending: { gesture } }),
    commands: [{ request: { kind: 'tune', edit: action.edit, continues }, field }],
  };
}

/**
 * @param {PageState} state
 * @param {Running} progress
 * @returns {PageState}
 */
export function progressed(state, progress) {
  const { current } = state.run;
  return current ? patch(state, { run: { current: { ...current, progress } } }) : state;
}

/**
 * The page is hidden or seen again.
 *
 * @param {PageState} state
 * @param {boolean} hidden
 * @returns {Next}
 */
export function hide(state, hidden) {
  const waits = state.run.current !== undefined && !state.settings.background;
  return { state, commands: waits ? [{ request: { kind: 'hold', on: hidden } }] : [] };
}

/**
 * Eta and mini-batch size in force, and what has been run: of the run that is on, else of the view.
 *
 * @param {PageState} state
 */
export function present({ view, run }) {
  const progress = run.current?.progress;
  return {
    eta: progress?.eta ?? view?.after.eta,
    miniBatchSize: progress?.miniBatchSize ?? view?.after.miniBatchSize,
    timeline: progress?.timeline ?? view?.timeline,
  };
}
