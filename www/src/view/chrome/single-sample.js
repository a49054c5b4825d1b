/**
 * The banner over the stage during a single-sample session.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';

/** @import { Dispatch } from '../../state/state.js' */

/** @param {Dispatch} dispatch */
export const singleSampleBanner = (dispatch) =>
  html`<div class="single-sample" role="status">
    <span>A single sample: nothing here changes the run.</span>
    <button type="button" @click=${() => dispatch({ type: 'closeSample' })}>Back to the run</button>
  </div>`;
