/**
 * The slider of eta, logarithmic.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ETA_FROM, ETA_TO } from '../../protocol/eta.js';
import { etaSlider as label } from '../../words/en/topbar.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * Returns a power of ten to two digits, so that the field reads well.
 *
 * @param {number} exponent
 */
const eta = (exponent) => Number((10 ** exponent).toPrecision(2));

/**
 * Draws the slider. While it is dragged, its edits are one.
 *
 * @param {number} etaNow
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const etaSlider = (etaNow, state, dispatch) =>
  html`<input
    type="range"
    aria-label=${label}
    min=${ETA_FROM}
    max=${ETA_TO}
    step="0.05"
    .value=${String(etaNow > 0 ? Math.log10(etaNow) : ETA_FROM)}
    aria-valuetext=${etaNow}
    @input=${(/** @type {Event} */ event) => {
      const { valueAsNumber } = /** @type {HTMLInputElement} */ (event.target);
      dispatch({
        type: 'edit',
        edit: { kind: 'eta', value: eta(valueAsNumber) },
        field: 'eta',
        continues: state.pending.gesture === 'eta',
        gesture: 'eta',
      });
    }}
    @change=${() => dispatch({ type: 'endGesture' })}
  />`;
