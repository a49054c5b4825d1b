/**
 * The whole page: top bar, ribbon, caption, stage, equation, transport, timeline, and the side column.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { moment, notice } from '../chrome/notice.js';
import { changeSaid, stepSaid } from './caption.js';
import { ribbon } from './ribbon.js';
import { timeline } from './timeline.js';
import { topbar } from './topbar.js';
import { transport } from './transport.js';
import { tabShown, tabs } from '../panels/tabs.js';
import { stage } from './stage.js';
import { laterPart, partOf } from '../registry.js';
import { page as title } from '../../words/en/topbar.js';
import * as words from '../../words/en/stage.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Moves the focus without changing the address, which is the lesson's. @param {Event} event */
function skip(event) {
  event.preventDefault();
  document.getElementById('transport')?.focus();
}

/**
 * Draws the page.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function page(state, dispatch) {
  const { view, settings, run, pending, fetched, feedback } = state;
  const { refusals } = feedback;
  const { asTable, presentation, dialog, drawer, tall, phone } = state.ui;
  const { stop } = state.lesson;
  const table = asTable && partOf('table');
  const { picture, caption, equation } = stage(state, dispatch);
  // What does not depend on t is not drawn again in every frame.
  const bar = guard(
    [view, run.current, refusals, pending.gesture, stop, dialog, drawer, phone, fetched],
    () => topbar(state, dispatch),
  );
  const steps = guard([view, settings, phone], () => ribbon(state, dispatch));
  const story = guard([view, stop, settings, fetched], () => partOf('lesson')?.(state, dispatch));
  const costs = guard([view, run.current, settings, fetched], () => timeline(state, dispatch));
  return html`<a class="skip" href="#transport" @click=${skip}>${words.skip}</a>
    <div class="frame ${presentation ? 'presenting' : ''} ${drawer ? 'drawer' : ''} ${tall ? 'tall' : ''}">
      ${presentation ? html`<header class="unseen"><h1>${title}</h1></header>` : nothing} ${bar}
      ${view?.singleSample ? laterPart()?.singleSampleBanner(dispatch) : nothing} ${steps} ${caption}
      ${laterPart()?.trouble(state, dispatch)}
      <main>
        <section id="stage" class="stage" data-part="stage" tabindex="-1" aria-label=${words.label}>
          ${table ? table(state, dispatch) : picture}
          ${state.focus.typing ? partOf('number')?.(state, dispatch) : nothing}
          ${run.current ? html`<p class="behind">${words.behind}</p>` : nothing}
        </section>
        ${equation} ${guard([settings.tab, drawer], () => tabs(state, dispatch))}
        <aside data-part="side" aria-label=${words.side}>
          ${phone ? laterPart()?.sheetHandle(state, dispatch) : nothing}
          <div id="side" role="tabpanel" aria-labelledby="tab-${settings.tab}">
            ${story}
            ${phone && settings.tab === 'miniBatch' ? laterPart()?.phoneControls(state, dispatch) : nothing}
            ${tabShown(state, dispatch)}
          </div>
        </aside>
        ${transport(state, dispatch)} ${phone ? nothing : costs}
      </main>
    </div>
    <p class="unseen" aria-live="polite">
      ${guard(
        [feedback.narration.view, feedback.moment, settings, laterPart()],
        () => changeSaid(state) ?? stepSaid(state),
      )}
    </p>
    ${moment(state)} ${notice(state, dispatch)}
    ${dialog && dialog !== 'homework' ? partOf(dialog)?.(state, dispatch) : nothing}`;
}
