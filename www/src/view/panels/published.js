/**
 * The numbers an author printed for a worked example, beside the numbers computed here, and why some of them
 * differ.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { full } from '../../notation/format.js';
import { startsAsPublished, publishedExample } from '../../homework/published.js';
import { pending } from './panel.js';

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
  return html`<p>
      M. Mazur, “A Step by Step Backpropagation Example” (2015), prints 0.291027924 as the error after one
      update, and leaves the biases as they are.
    </p>
    <table class="published">
      <thead>
        <tr>
          <th scope="col">error after the first update</th>
          <th scope="col">computed here</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">biases not trained</th>
          ${computed(first.frozen, 'frozen')}
        </tr>
        <tr>
          <th scope="row">biases trained</th>
          ${computed(first.trained, 'trained')}
        </tr>
      </tbody>
    </table>
    <p>
      Even without training the biases the seventh decimal differs: his hidden gradients were formed with the
      output weights as they were after their update. Here every gradient is formed with the old weights, and
      all weights change at once.
    </p>
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
              ${set.trainBiases ? 'Leave the biases as they are' : 'Train the biases too'}
            </button>
          </p>`
        : nothing
    }`;
}

/** Units in the textbook's numbering: two hidden, then the output. */
const UNITS = [
  ['unit 4', '0.332', 1, 0],
  ['unit 5', '0.525', 1, 1],
  ['unit 6', '0.474', 2, 0],
];

/** @param {PageState} state */
function textbook({ view }) {
  const first = view?.after.index === 0;
  return html`<p>
      The worked example used with J. Han and M. Kamber, “Data Mining: Concepts and Techniques”, with biases
      trained, eta 0.9 and one sample, prints these outputs:
    </p>
    <table class="published">
      <thead>
        <tr>
          <td></td>
          <th scope="col">printed</th>
          <th scope="col">computed here</th>
        </tr>
      </thead>
      <tbody>
        ${UNITS.map(
          ([name, printed, l, j]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${printed}</td>
              ${computed(first ? view.after.a[Number(l)]?.[Number(j)] : undefined, String(name))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${first ? nothing : html`<p class="muted">Computed in the first mini-batch.</p>`}`;
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
  if (!startsAsPublished(name, first.start))
    return html`<p class="muted">
      The weights, biases or eta are not the printed ones any more, so there is nothing to compare.
    </p>`;
  return name === 'mazur' ? mazur(first, state, dispatch) : textbook(state);
}
