/**
 * The button of runs, and how a run stands.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { full } from '../../notation/format.js';
import { goalInForce } from '../../state/run.js';
import { menuButton } from '../menus/button.js';
import { icon } from '../parts/icon.js';
import { laterPart } from '../registry.js';
import * as words from '../../words/en/transport.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Draws how a run stands, and after it what came of it. @param {PageState} state */
export function runStatus(state) {
  const isKnown = state.run.current !== undefined || Number(state.view?.timeline.completed) > 0;
  return html`<span class="status" role="status">${isKnown ? laterPart()?.report(state) : nothing}</span>`;
}

/** Draws the button of the menu of runs. @param {PageState} state @param {Dispatch} dispatch */
export function runButton(state, dispatch) {
  const { kind, value } = goalInForce(state);
  const short = kind === 'miniBatches' ? words.runShort(full(value)) : words.run;
  return menuButton('run', html`${icon('run')}${short}${icon('down')}`, state, dispatch, {
    classes: 'text run',
  });
}
