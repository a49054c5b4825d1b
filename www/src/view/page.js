/**
 * The whole page.
 *
 * @module
 */
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { guard } from '../../vendor/lit-html/directives/guard.js';
import { singleSampleBanner } from './chrome/single-sample.js';
import { help } from './chrome/help.js';
import { lesson } from './chrome/lesson.js';
import { moment, notice } from './chrome/notice.js';
import { panels } from './panels/list.js';
import { ribbon } from './chrome/ribbon.js';
import { runner } from './chrome/run.js';
import { stage } from './stage/stage.js';
import { timeline } from './chrome/timeline.js';
import { partOf } from './registry.js';
import { topbar } from './chrome/topbar.js';
import { transport } from './chrome/transport.js';

/** @import { Dispatch, PageState } from '../state/state.js' */

/** In so many places the slider is drawn while t moves. */
const FOLLOWED = 12;

/**
 * The address is the lesson's.
 *
 * @param {Event} event
 */
function skip(event) {
  event.preventDefault();
  document.getElementById('transport')?.focus();
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function page(state, dispatch) {
  const { view, settings, run, playback } = state;
  const { refusals, narration } = state.feedback;
  const { asTable, presentation, dialog } = state.ui;
  const { stop } = state.lesson;
  const table = asTable && partOf('table');
  const shown = table ? table(state, dispatch) : stage(state, dispatch);
  // What does not depend on t is not drawn again in every frame.
  const bar = guard([view, run.current, refusals, state.pending.gesture, asTable, stop], () =>
    topbar(state, dispatch),
  );
  const steps = guard([view], () => ribbon(state, dispatch));
  const story = guard([view, stop, settings], () => lesson(state, dispatch));
  // The slider inside a step follows in a dozen places; at rest it is exact.
  const { t, motion, playing } = playback;
  const followed = motion === 0 ? t : Math.round(t * FOLLOWED) / FOLLOWED;
  const running = guard([view, playing, run, refusals, settings], () => runner(state, dispatch));
  const controls = transport(state, dispatch, running, followed);
  const costs = guard([view, run.current, settings], () => timeline(state, dispatch));
  return html`<a class="skip" href="#transport" @click=${skip}>To the controls</a>
    <div class="frame ${presentation ? 'presenting' : ''}">
      ${bar} ${singleSampleBanner(state, dispatch)} ${steps}
      <main>
        <section id="stage" class="stage" tabindex="-1" aria-label="The network">
          ${shown}
          ${
            run.current
              ? html`<p class="behind">Showing the state before the run. Updates when the run stops.</p>`
              : nothing
          }
        </section>
        <aside aria-label="Explanations">${story} ${panels(state, dispatch)}</aside>
        ${controls} ${costs}
      </main>
    </div>
    <p class="unseen" aria-live="polite">${narration.text}</p>
    ${moment(state)} ${notice(state, dispatch)} ${help(state, dispatch)}
    ${dialog === 'data' ? partOf('data')?.(state, dispatch) : nothing}`;
}
