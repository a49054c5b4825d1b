/**
 * Asking the core what the network shown answers over many inputs, for the panels that are open: pure
 * functions of state.
 *
 * @module
 */

import { MOST_WORK, parametersOf } from '../protocol/work.js';
import { shows } from './panels.js';
import { sameList } from './equality.js';
import { patch } from './patch.js';

/** @import { Survey, Wants } from '../protocol/survey.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Next, PageState } from './state.js' */

/**
 * What is known of a network: `since` is the view it was asked with, `view` the newest one with the same
 * network.
 * @typedef {{ since: View, view: View, asked: Wants, survey: Partial<Survey> }} Surveyed
 */

/** @type {Wants} */
export const NOTHING = Object.freeze({ map: false, neurons: false, confusion: false, norms: false });
const KEYS = /** @type {const} */ (['map', 'neurons', 'confusion', 'norms']);

/**
 * Whether the samples are so many and the network so big that they are counted only when somebody wants it.
 *
 * @param {PageState} state
 */
export function isMuch({ view }) {
  if (!view) return false;
  const total = view.timeline.evaluations.at(-1)?.total ?? view.after.sampleCount;
  return total * parametersOf(view.after.sizes) > MOST_WORK;
}

/**
 * @param {PageState} state
 * @returns {Wants}
 */
export function wantsOf(state) {
  const { view, settings } = state;
  if (!view) return NOTHING;
  const two = view.after.sizes[0] === 2;
  return {
    map: two && shows(settings, 'map'),
    neurons: two && settings.neurons,
    confusion: view.after.evaluates && shows(settings, 'confusion') && !isMuch(state),
    norms: shows(settings, 'training'),
  };
}

/**
 * Whether two views have the same network and samples.
 *
 * @param {View} one
 * @param {View} other
 */
const sameNetwork = ({ after, singleSample }, other) =>
  singleSample === other.singleSample &&
  after.sizes.join() === other.after.sizes.join() &&
  after.weights.every((w, l) => sameList(w, other.after.weights[l])) &&
  after.biases.every((b, l) => sameList(b, other.after.biases[l]));

/**
 * @param {View} view
 * @param {Surveyed | undefined} last
 * @returns {Surveyed}
 */
function known(view, last) {
  if (last?.view === view) return last;
  const sameRun =
    last && last.view.singleSample === view.singleSample && sameList(last.view.journal, view.journal);
  if (last && sameRun && sameNetwork(last.view, view)) return { ...last, view };
  // Norms are those of the run, wherever in it one is.
  const { norms } = sameRun ? last.survey : { norms: undefined };
  return { since: view, view, asked: { ...NOTHING, norms: norms !== undefined }, survey: { norms } };
}

/**
 * Asks for what is wanted and not there yet.
 *
 * @param {PageState} state
 * @param {Wants} wants
 * @returns {Next}
 */
function askFor(state, wants) {
  const { view } = state;
  if (!view) return { state, commands: [] };
  const surveyed = known(view, state.answers.surveyed);
  const missing = Object.fromEntries(KEYS.map((key) => [key, wants[key] && !surveyed.asked[key]]));
  if (!KEYS.some((key) => missing[key])) {
    const same = surveyed === state.answers.surveyed;
    return { state: same ? state : patch(state, { answers: { surveyed } }), commands: [] };
  }
  const asked = Object.fromEntries(KEYS.map((key) => [key, wants[key] || surveyed.asked[key]]));
  const { position, sizes } = view.after;
  return {
    state: patch(state, { answers: { surveyed: { ...surveyed, asked: /** @type {Wants} */ (asked) } } }),
    commands: [
      {
        request: { kind: 'survey', position, sizes, wants: /** @type {Wants} */ (missing) },
        since: surveyed.since,
      },
    ],
  };
}

/**
 * The right answers are to be counted though they are many.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const count = (state) => askFor(state, { ...NOTHING, confusion: true });

/**
 * Adds the questions that a change of state raises. A run is told what its reports should have.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export function survey(before, next) {
  const now = next.state;
  if (now.run.current) {
    const [old, wants] = [wantsOf(before), wantsOf(now)];
    if (!before.run.current || (old.map === wants.map && old.neurons === wants.neurons)) return next;
    return { ...next, commands: [...next.commands, { request: { kind: 'watch', wants } }] };
  }
  const { waiting } = now.playback;
  const same = now.view === before.view && now.settings === before.settings;
  if (same && waiting === before.playback.waiting) return next;
  const wants = wantsOf(now);
  if (waiting !== undefined || !(now.answers.surveyed || KEYS.some((key) => wants[key]))) return next;
  const { state, commands } = askFor(now, wants);
  return { state, commands: [...next.commands, ...commands] };
}

/**
 * An answer; one about another network says nothing.
 *
 * @param {PageState} state
 * @param {Survey} answer
 * @param {View | undefined} since
 * @returns {PageState}
 */
export function learn(state, answer, since) {
  const { surveyed } = state.answers;
  if (!surveyed || surveyed.since !== since) return state;
  const there = Object.entries(answer).filter(([, value]) => value !== undefined);
  return patch(state, {
    answers: { surveyed: { ...surveyed, survey: { ...surveyed.survey, ...Object.fromEntries(there) } } },
  });
}

/**
 * What is known now: of the run that is on, else of the network shown.
 *
 * @param {PageState} state
 * @returns {Partial<Survey>}
 */
export function surveyOf(state) {
  const { run, view } = state;
  const { surveyed } = state.answers;
  if (run.current) return run.current.progress?.survey ?? {};
  return surveyed && surveyed.view === view ? surveyed.survey : {};
}
