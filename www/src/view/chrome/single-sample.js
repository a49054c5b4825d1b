/**
 * The banner over the stage during a single-sample session.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import * as words from '../../words/en/run.js';

/** @import { Dispatch } from '../../state/state.js' */

/** @param {Dispatch} dispatch */
export const singleSampleBanner = (dispatch) =>
  html`<div class="single-sample" role="status">
    <span>${words.singleSample}</span>
    <button type="button" @click=${() => dispatch({ type: 'closeSample' })}>${words.backToRun}</button>
  </div>`;
