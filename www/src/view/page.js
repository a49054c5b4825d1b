/**
 * The whole page.
 *
 * @module
 */
import { html } from '../../vendor/lit-html/lit-html.js';
import { batch } from './batch.js';
import { equation } from './equation.js';
import { help } from './help.js';
import { inspector } from './inspector.js';
import { notice } from './notice.js';
import { ribbon } from './ribbon.js';
import { stage } from './stage/stage.js';
import { twin } from './table.js';
import { timeline } from './timeline.js';
import { topbar } from './topbar.js';
import { transport } from './transport.js';

/** @import { Dispatch, PageState } from '../state/state.js' */

/** @param {PageState} state @param {Dispatch} dispatch */
export function page(state, dispatch) {
  const shown = state.tabled ? twin(state, dispatch) : stage(state, dispatch);
  return html`<div class="frame ${state.presenting ? 'presenting' : ''}">
      ${topbar(state, dispatch)} ${ribbon(state, dispatch)}
      <main>
        <section id="stage" class="stage" aria-label="The network">${shown}</section>
        <aside aria-label="Explanations">
          ${equation(state, dispatch)} ${batch(state, dispatch)} ${inspector(state, dispatch)}
        </aside>
        ${transport(state, dispatch)} ${timeline(state, dispatch)}
      </main>
    </div>
    <p class="unseen" aria-live="polite">${state.narration.text}</p>
    ${notice(state, dispatch)} ${help(state, dispatch)}`;
}
