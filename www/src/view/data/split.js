/**
 * The bar of the train/test split: its border is dragged, or moved by arrow keys.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { parseNumber } from '../../notation/format.js';
import { splitsByEnds } from '../../tables/data-settings.js';
import { split as words } from '../../words/en/data-dialog.js';

/** @import { DataFields } from '../../tables/data-settings.js' */
/** @import { Dispatch } from '../../state/state.js' */

/** The largest share that can be dragged, in percent. */
const MOST = 90;

/**
 * Returns how many samples train and how many test, as the core divides them.
 *
 * @param {DataFields} fields
 * @param {number} count
 * @returns {{ train: number, test: number } | undefined}  none where the fields are no numbers
 */
export function splitOf(fields, count) {
  if (splitsByEnds(fields)) {
    const [train, test] = [parseNumber(fields.train), parseNumber(fields.test)];
    return train === undefined || test === undefined ? undefined : { train, test };
  }
  const share = parseNumber(fields.share);
  if (share === undefined || share < 0 || share > 100) return undefined;
  const test = Math.floor((share / 100) * count + 0.5);
  return { train: count - test, test };
}

/**
 * Draws the bar.
 *
 * @param {DataFields} fields
 * @param {number} count
 * @param {Dispatch} dispatch
 */
export function splitBar(fields, count, dispatch) {
  const parts = splitOf(fields, count);
  if (!parts) return nothing;
  const { train, test } = parts;
  const number = (/** @type {number} */ value) => value.toLocaleString('en');
  const fixed = splitsByEnds(fields);
  /** @param {Element | undefined} element */
  const size = (element) => {
    if (!(element instanceof HTMLElement)) return;
    element.style.setProperty('--train', String(Math.max(1, train)));
    element.style.setProperty('--test', String(test));
  };
  return html`<div class="split" ${ref(size)}>
    <div class="bar">
      <span class="train">${words.train(number(train))}</span>
      ${test > 0 ? html`<span class="test">${words.test(number(test))}</span>` : nothing}
      ${
        fixed
          ? nothing
          : html`<input
              type="range"
              aria-label=${words.label}
              min="0"
              max=${MOST}
              step="1"
              .value=${live(String(MOST - (parseNumber(fields.share) ?? 0)))}
              aria-valuetext="${words.train(number(train))}, ${words.test(number(test))}"
              @input=${(/** @type {Event} */ event) => {
                const { valueAsNumber } = /** @type {HTMLInputElement} */ (event.target);
                const share = String(MOST - valueAsNumber);
                dispatch({ type: 'changeDataSheet', change: { fields: { ...fields, share } } });
              }}
            />`
      }
    </div>
    ${fixed ? nothing : html`<p class="muted">${words.hint}</p>`}
  </div>`;
}
