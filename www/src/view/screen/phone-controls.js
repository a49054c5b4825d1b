/**
 * The controls that the screen of a phone has no room for: learning rate, mini-batch size, pace, speed, runs
 * and the timeline. They stand in the sheet of the mini-batch.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { rates } from './rates.js';
import { runButton, runStatus } from './run-button.js';
import { timeline } from './timeline.js';
import { paces, speedButton } from './transport.js';
import * as words from '../../words/en/stage-later.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {PageState} state @param {Dispatch} dispatch */
export const phoneControls = (state, dispatch) =>
  html`<section class="panel phone-controls" aria-label=${words.controls}>
    ${rates(state, dispatch)}
    <p class="muted">${words.press}</p>
    ${paces(state, dispatch)}
    <div class="runs">${runButton(state, dispatch)} ${speedButton(state, dispatch)} ${runStatus(state)}</div>
    ${timeline(state, dispatch)}
  </section>`;
