/**
 * The numbers an author printed for a worked example, beside the numbers computed here, and why some of them
 * differ.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { full } from '../../notation/format.js';
import { startsAsPublished, publishedExample } from '../../homework/published.js';
import { pending } from './pending.js';
import { published as words } from '../../words/en/mini-batch.js';

/** @import { First } from '../../protocol/inspection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** The numbers have so many decimals here. */
const DIGITS = 12;

/**
 * @param {number | undefined} value
 * @param {string} name
 */
const computed = (value, name) =>
  value === undefined
    ? html`<td></td>`
    : html`<td data-published=${name} data-value=${full(value)}>${value.toFixed(DIGITS)}</td>`;

/**
 * @param {First} first
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function mazur(first, state, dispatch) {
  const set = state.view?.after.conventionsSet;
  return html`<p>${words.mazur}</p>
    <table class="published">
      <thead>
        <tr>
          <th scope="col">${words.error}</th>
          <th scope="col">${words.here}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${words.notTrained}</th>
          ${computed(first.frozen, 'frozen')}
        </tr>
        <tr>
          <th scope="row">${words.trained}</th>
          ${computed(first.trained, 'trained')}
        </tr>
      </tbody>
    </table>
    <p>${words.why}</p>
    ${
      set
        ? html`<p class="tools">
            <button
              type="button"
              class="small"
              @click=${() =>
                dispatch({
                  type: 'edit',
                  edit: { kind: 'conventions', ...set, trainBiases: !set.trainBiases },
                })}
            >
              ${set.trainBiases ? words.leave : words.train}
            </button>
          </p>`
        : nothing
    }`;
}

/** Units in the textbook's numbering: two hidden, then the output. */
const UNITS = /** @type {const} */ ([
  [4, '0.332', 1, 0],
  [5, '0.525', 1, 1],
  [6, '0.474', 2, 0],
]);

/** @param {PageState} state */
function textbook({ view }) {
  const first = view?.after.index === 0;
  return html`<p>${words.textbook}</p>
    <table class="published">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.printed}</th>
          <th scope="col">${words.here}</th>
        </tr>
      </thead>
      <tbody>
        ${UNITS.map(
          ([number, printed, l, j]) =>
            html`<tr>
              <th scope="row">${words.unit(number)}</th>
              <td>${printed}</td>
              ${computed(first ? view.after.a[l]?.[j] : undefined, `unit-${number}`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${first ? nothing : html`<p class="muted">${words.first}</p>`}`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function published(state, dispatch) {
  const { view } = state;
  const { first } = state.answers;
  const name = view && publishedExample(view.after);
  if (!name) return nothing;
  if (!first) return pending(state);
  if (!startsAsPublished(name, first.start)) return html`<p class="muted">${words.others}</p>`;
  return name === 'mazur' ? mazur(first, state, dispatch) : textbook(state);
}
