/**
 * How a run stands: how far it is, how fast it goes, and what came of each epoch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { listClasses, neverPredictedSince } from '../../notation/classes.js';
import { settingsInForce } from '../../state/run.js';

/** @import { Running } from '../../protocol/run.js' */
/** @import { PageState } from '../../state/state.js' */

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
