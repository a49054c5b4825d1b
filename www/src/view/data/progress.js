/**
 * How much of a data set has been loaded.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { oneMoment } from '../../words/en/common.js';
import { loading as words } from '../../words/en/data.js';

/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch } from '../../state/state.js' */

const MEGA = 1_000_000;

/**
 * @param {NonNullable<DataSheet['loading']>} loading
 * @param {Dispatch} dispatch
 */
export function progress({ loaded, total }, dispatch) {
  const mega = (/** @type {number} */ bytes) => (bytes / MEGA).toFixed(1);
  const done = total === undefined ? words.some(mega(loaded)) : words.of(mega(loaded), mega(total));
  return html`<div class="loading">
    <progress
      aria-label=${words.label}
      max=${total ?? nothing}
      value=${total === undefined ? nothing : loaded}
    ></progress>
    <span>${loaded === 0 && total === undefined ? oneMoment : done}</span>
    <button type="button" @click=${() => dispatch({ type: 'cancelLoading' })}>${words.cancel}</button>
  </div>`;
}
