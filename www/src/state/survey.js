/**
 * Surveys: what the network shown answers over many inputs, requested for the panels that are open.
 *
 * @module
 */

import { MOST_WORK, parametersOf } from '../protocol/work.js';
import { isOpen } from './panels.js';
import { sameList } from './equality.js';
import { onlyState, patch } from './patch.js';

/** @import { Survey, Wants } from '../protocol/survey.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Next, PageState } from './state.js' */

/**
 * The survey of a network, as far as it has been answered.
 *
 * @typedef {object} Surveyed
 * @property {View} since  shown when it was first requested
 * @property {View} view  the latest view with the same network
 * @property {Wants} asked  the parts that have been requested
 * @property {Partial<Survey>} survey  the parts that have been answered
 */

/** No part of a survey. @type {Wants} */
export const NOTHING_WANTED = Object.freeze({ map: false, neurons: false, confusion: false, norms: false });
const PARTS = /** @type {const} */ (['map', 'neurons', 'confusion', 'norms']);

/**
 * Returns whether samples and network are so many and big that correct samples are counted only on request.
 *
 * @param {PageState} state
 */
export function isCountExpensive({ view }) {
  if (!view) return false;
  const total = view.timeline.evaluations.at(-1)?.total ?? view.after.sampleCount;
  return total * parametersOf(view.after.sizes) > MOST_WORK;
}

/**
 * Returns which parts of a survey the open panels and the stage show.
 *
 * @param {PageState} state
 * @returns {Wants}
 */
export function wantsOf(state) {
  const { view, settings } = state;
  if (!view) return NOTHING_WANTED;
  const two = view.after.sizes[0] === 2;
  return {
    map: two && isOpen(settings, 'map'),
    neurons: two && settings.neurons,
    confusion: view.after.evaluates && isOpen(settings, 'confusion') && !isCountExpensive(state),
    norms: isOpen(settings, 'training'),
  };
}

/**
 * Returns whether two views have the same network and samples.
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
 * Returns the survey of the network shown: the last one if the network is the same, or else a new one.
 *
 * @param {View} view
 * @param {Surveyed | undefined} last
 * @returns {Surveyed}
 */
function surveyedFor(view, last) {
  if (last?.view === view) return last;
  const sameRun =
    last && last.view.singleSample === view.singleSample && sameList(last.view.journal, view.journal);
  if (last && sameRun && sameNetwork(last.view, view)) return { ...last, view };
  // Norms over time are of the run and the same at every position.
  const { norms } = sameRun ? last.survey : { norms: undefined };
  return { since: view, view, asked: { ...NOTHING_WANTED, norms: norms !== undefined }, survey: { norms } };
}

/**
 * Requests the parts that are wanted and have not been requested yet.
 *
 * @param {PageState} state
 * @param {Wants} wants
 * @returns {Next}
 */
function requestSurvey(state, wants) {
  const { view } = state;
  if (!view) return onlyState(state);
  const surveyed = surveyedFor(view, state.answers.surveyed);
  const missing = Object.fromEntries(PARTS.map((key) => [key, wants[key] && !surveyed.asked[key]]));
  if (!PARTS.some((key) => missing[key])) {
    const same = surveyed === state.answers.surveyed;
    return onlyState(same ? state : patch(state, { answers: { surveyed } }));
  }
  const asked = Object.fromEntries(PARTS.map((key) => [key, wants[key] || surveyed.asked[key]]));
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
 * Requests the count of correct samples, however much it takes.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const countCorrect = (state) => requestSurvey(state, { ...NOTHING_WANTED, confusion: true });

/**
 * Adds the requests that a change of state calls for. During a run, tells the run which parts its reports
 * should have.
 *
 * @param {PageState} before
 * @param {Next} next
 * @returns {Next}
 */
export function askSurvey(before, next) {
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
  if (waiting !== undefined || !(now.answers.surveyed || PARTS.some((key) => wants[key]))) return next;
  const { state, commands } = requestSurvey(now, wants);
  return { state, commands: [...next.commands, ...commands] };
}

/**
 * Takes an answer, unless it is about another network.
 *
 * @param {PageState} state
 * @param {Survey} answer
 * @param {View | undefined} since
 * @returns {PageState}
 */
export function takeSurvey(state, answer, since) {
  const { surveyed } = state.answers;
  if (!surveyed || surveyed.since !== since) return state;
  const answered = Object.entries(answer).filter(([, value]) => value !== undefined);
  return patch(state, {
    answers: { surveyed: { ...surveyed, survey: { ...surveyed.survey, ...Object.fromEntries(answered) } } },
  });
}

/**
 * Returns the survey to be shown: during a run from its latest report, else of the network shown.
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
