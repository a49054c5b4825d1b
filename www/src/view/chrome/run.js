/**
 * How a run stands: how far it is, how fast it goes, and what came of each epoch.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { listClasses, neverPredictedSince } from '../../notation/classes.js';
import { settingsInForce } from '../../state/run.js';
import { run as menu } from '../../words/en/menus.js';
import * as words from '../../words/en/run.js';

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

/** @param {number} seconds */
function timeLeft(seconds) {
  if (seconds < 60) return words.left.seconds(Math.ceil(seconds));
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60
    ? words.left.minutes(minutes)
    : words.left.hours(Math.floor(minutes / 60), minutes % 60);
}

/**
 * How fast it goes, and how long still.
 *
 * @param {Running} progress
 */
const pace = ({ rate, left }) =>
  [
    rate === undefined ? '' : words.samplesPerSecond(integer(Number(rate.toPrecision(2)))),
    left === undefined ? '' : timeLeft(left),
  ]
    .filter(Boolean)
    .join(' · ');

/**
 * Returns how a run stands.
 *
 * @param {{ progress?: Running | undefined }} run
 */
const statusOf = ({ progress }) => (progress ? pace(progress) || words.running : words.starting);

/**
 * Returns how much of the run is done, for the button that stops it.
 *
 * @param {PageState} state
 */
export function amountRun({ run: { current }, view }) {
  if (!current) return nothing;
  const { goal, progress } = current;
  const done = Math.max(0, (progress?.completed ?? 0) - Number(view?.timeline.completed));
  const total = goal.kind === 'miniBatches' ? goal.value : undefined;
  return html`<span class="coming"
      >${menu.progress(integer(done), total === undefined ? undefined : integer(total))}</span
    >${
      total === undefined
        ? nothing
        : html`<progress aria-hidden="true" max=${total} value=${done}></progress>`
    }`;
}

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
  const correctOf = state.view?.data.test ? words.correctOfTest : words.correct;
  return html`<div class="report">
    <span class="count">${words.done(integer(completed), completed === 1)}</span>
    ${run ? html`<span class="run-status">${statusOf(run)}</span>` : nothing}
    ${progress?.cost === undefined ? nothing : html`<span>${words.meanCost(short(progress.cost))}</span>`}
    ${evaluations
      .slice(run || stuck ? -1 : -LATEST)
      .reverse()
      .map(
        ({ epoch, correct, total }) =>
          html`<span class="evaluation"
            >${correctOf({
              epoch: integer(epoch + 1),
              correct: integer(correct),
              total: integer(total),
            })}</span
          >`,
      )}
    ${never ? html`<span class="stuck">${words.never(never)}</span>` : nothing}
  </div>`;
}
