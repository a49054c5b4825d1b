/**
 * The whole page.
 *
 * @module
 */
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { describe } from '../scene/describe.js';
import { batch } from './batch.js';
import { equation } from './equation.js';
import { inspector } from './inspector.js';
import { ribbon } from './ribbon.js';
import { stage } from './stage.js';
import { timeline } from './timeline.js';
import { topbar } from './topbar.js';
import { transport } from './transport.js';

/** @import { Dispatch, PageState } from '../state/state.js' */

/** @param {PageState} state @param {Dispatch} dispatch */
export function page(state, dispatch) {
  // While playing, a sentence for each step would be more than anybody can listen to.
  const spoken = state.view && !state.playing && state.motion === 0 ? describe(state.view) : '';
  return html`
    ${topbar(state, dispatch)} ${ribbon(state, dispatch)}
    <main>
      <section id="stage" class="stage" aria-label="The network">${stage(state, dispatch)}</section>
      <aside aria-label="Explanations">
        ${equation(state, dispatch)} ${inspector(state, dispatch)} ${batch(state, dispatch)}
      </aside>
      ${transport(state, dispatch)} ${timeline(state, dispatch)}
    </main>
    <p class="unseen" aria-live="polite">${spoken}</p>
    ${
      state.notice === undefined
        ? nothing
        : html`<div class="notice" role="alert">
            <p>${state.notice}</p>
            <button type="button" @click=${() => dispatch({ type: 'notice', sentence: undefined })}>
              Close
            </button>
          </div>`
    }
  `;
}
