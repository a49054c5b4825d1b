/**
 * Trouble, in the place of the caption, with a way out: an update that diverged, or a network whose sigmoids
 * are so flat that nothing moves.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { close } from '../../words/en/common.js';
import { back, lower } from '../../words/en/notices.js';
import { diverged, stuck } from '../../words/en/trouble.js';

/** @import { View } from '../../protocol/view.js' */
/** @import { Action, Dispatch, PageState } from '../../state/state.js' */

/** An update moves something if one of its steps is as large as this. */
const NOTICEABLE = 1e-6;
/** The mean cost from which on that is trouble. */
const HIGH_COST = 0.05;

const SIGN = svg`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"
  ><path d="M10 3.500L17.500 16.500h-15zM10 8.500v4M10 14.700h.01" /></svg>`;

/**
 * Returns whether an update moved nothing though the cost is high and eta is not 0.
 *
 * @param {View} view
 */
export function isStuck({ after: { step, stepW, stepB, miniBatchCost, eta } }) {
  if (step.kind !== 'update' || eta === 0 || (miniBatchCost ?? 0) < HIGH_COST) return false;
  const all = [...stepW, ...stepB];
  return all.every((list) => !list || list.every((value) => Math.abs(value) < NOTICEABLE));
}

/**
 * Draws the trouble, if there is any.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function trouble(state, dispatch) {
  const { view, feedback, run } = state;
  const { notice } = feedback;
  if (notice?.diverged) {
    return card(
      diverged.title,
      notice.sentence,
      [
        [back, { type: 'recover', how: 'back' }],
        [lower, { type: 'recover', how: 'lower' }],
        [close, { type: 'notice', notice: undefined }],
      ],
      dispatch,
    );
  }
  if (!view || run.current || view.singleSample || !isStuck(view)) return nothing;
  const { after, timeline } = view;
  const set = timeline.edits.filter(({ kind, index }) => kind === 'eta' && index <= after.index).at(-1);
  const { short } = formatOf(state.settings);
  /** @type {Action} */
  const origin = { type: 'show', position: { epoch: 0, miniBatch: 0, sample: 0, step: 0 } };
  const before = set && set.index > 0 ? set.index : undefined;
  const count = (/** @type {number} */ index) => index.toLocaleString('en');
  return card(
    stuck.title,
    stuck.why(set && count(set.index + 1), short(after.eta)),
    [
      before === undefined
        ? [stuck.start, origin]
        : [stuck.back(count(before)), { type: 'visit', index: before - 1 }],
      [stuck.seed, { type: 'proposeSeed' }],
    ],
    dispatch,
  );
}

/**
 * @param {string} title
 * @param {string} sentence
 * @param {[string, Action][]} ways
 * @param {Dispatch} dispatch
 */
const card = (title, sentence, ways, dispatch) =>
  html`<div class="notice trouble" role="alert">
    ${SIGN}
    <div>
      <h2>${title}</h2>
      <p>${sentence}</p>
    </div>
    <span class="ways">
      ${ways.map(
        ([label, action]) => html`<button type="button" @click=${() => dispatch(action)}>${label}</button>`,
      )}
    </span>
  </div>`;
