/**
 * Running: how far, how it stands, and what came of each epoch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { listClasses, neverPredictedSince } from '../../notation/classes.js';
import { goalInForce, settingsInForce } from '../../state/run.js';
import { GOALS, backgroundBox, goalFields } from '../parts/goal.js';

/** @import { Running } from '../../protocol/run.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** So many epochs are named while nothing runs; the panel has all. */
const LATEST = 2;

/**
 * A whole number with its thousands apart.
 *
 * @param {number} value
 */
const integer = (value) => Math.round(value).toLocaleString('en');

/** @param {number} miniBatches */
const howMany = (miniBatches) =>
  miniBatches === 1 ? '1 mini-batch' : `${integer(miniBatches)} mini-batches`;

/** @param {number} seconds */
function time(seconds) {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * How fast it goes, and how long still.
 *
 * @param {Running} progress
 */
const pace = ({ rate, left }) =>
  [
    rate === undefined ? '' : `${integer(Number(rate.toPrecision(2)))} samples/s`,
    left === undefined ? '' : `${time(left)} left`,
  ]
    .filter(Boolean)
    .join(' · ');

/**
 * Returns how a run stands.
 *
 * @param {{ progress?: Running | undefined }} run
 */
const statusOf = ({ progress }) => (progress ? pace(progress) || 'running …' : 'starting …');

/**
 * What has been run, how it goes on, and the latest right answers.
 *
 * @param {PageState} state
 */
export function report(state) {
  const { settings } = state;
  const run = state.run.current;
  const { timeline } = settingsInForce(state);
  if (!timeline) return nothing;
  const { short } = formatOf(settings);
  const { completed, evaluations } = timeline;
  const progress = run?.progress;
  const stuck = neverPredictedSince(evaluations);
  const never = stuck && listClasses(stuck.classes, state.view?.data);
  // Without test data, the samples trained with are evaluated.
  const samples = state.view?.data.test ? 'test samples' : 'samples';
  return html`<div class="report">
    <span class="count">${howMany(completed)} run</span>
    ${run ? html`<span class="run-status">${statusOf(run)}</span>` : nothing}
    ${progress?.cost === undefined ? nothing : html`<span>mean cost ${short(progress.cost)}</span>`}
    ${evaluations
      .slice(run || stuck ? -1 : -LATEST)
      .reverse()
      .map(
        ({ epoch, correct, total }) =>
          html`<span class="evaluation"
            >Epoch ${integer(epoch + 1)}: ${integer(correct)} of ${integer(total)} ${samples} correct</span
          >`,
      )}
    ${never ? html`<span class="stuck">never predicts ${never}</span>` : nothing}
  </div>`;
}

/**
 * The same in a line, where the timeline is out of sight.
 *
 * @param {PageState} state
 */
function brief(state) {
  const { timeline } = settingsInForce(state);
  if (!timeline || (!state.run.current && timeline.completed === 0)) return nothing;
  const { completed, evaluations } = timeline;
  const last = evaluations.at(-1);
  const parts = [
    howMany(completed),
    last
      ? `epoch ${integer(last.epoch + 1)}: ${integer(last.correct)} of ${integer(last.total)} correct`
      : '',
    state.run.current?.progress ? pace(state.run.current.progress) : '',
  ];
  return html`<span class="brief">${parts.filter(Boolean).join(' · ')}</span>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function runner(state, dispatch) {
  const { view } = state;
  const run = state.run.current;
  const goal = goalInForce(state);
  if (!view) return nothing;
  const [, words = ''] = GOALS.find(([kind]) => kind === goal.kind) ?? [];
  const name = goal.kind === 'stop' ? 'Run until stopped' : `Run ${full(goal.value)} ${words}`;
  // One button, which keeps the focus.
  const button = html`<button
    type="button"
    class=${run ? 'stop' : ''}
    aria-label=${run ? '■ Stop' : name}
    @click=${() => dispatch(run ? { type: 'stop' } : { type: 'run', goal })}
  >
    ${run ? '■ Stop' : '▶▶ Run'}
  </button>`;
  return html`<div class="runner" role="group" aria-label="Run">
    ${goalFields(state, 'Run', dispatch)} ${button} ${backgroundBox(state, dispatch)} ${brief(state)}
  </div>`;
}
