/**
 * The lesson: one stop at a time, moved by the reader.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { LESSON_TEXTS } from '../../lesson/lesson.js';
import { LESSON_STOPS } from '../../lesson/stops.js';
import { isLessonExample } from '../../state/lesson.js';
import { samePosition } from '../../state/equality.js';
import * as words from '../../words/en/lesson.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function lesson(state, dispatch) {
  const { view, settings } = state;
  const at = state.lesson.stop;
  const stop = at === undefined ? undefined : LESSON_STOPS[at];
  const told = at === undefined ? undefined : LESSON_TEXTS[at];
  if (at === undefined || !stop || !told || !view) return nothing;
  const here = isLessonExample(state) && samePosition(view.after.position, stop.position);
  /**
   * @param {string} text
   * @param {number | undefined} to
   * @param {boolean} [disabled]
   */
  const button = (text, to, disabled = false) =>
    html`<button
      type="button"
      class="small"
      ?disabled=${disabled}
      @click=${() => dispatch({ type: 'lesson', stop: to })}
    >
      ${text}
    </button>`;
  return html`<section class="panel lesson" aria-label=${words.label}>
    <h2>${told.title} <span class="muted">${words.stopOf(at + 1, LESSON_STOPS.length)}</span></h2>
    <p aria-live="polite">${here ? told.text(view.after, formatOf(settings).short) : words.away}</p>
    <p class="tools">
      ${button(words.back, at - 1, at === 0)} ${button(words.next, at + 1, at === LESSON_STOPS.length - 1)}
      ${here ? nothing : button(words.toStop, at)} ${button(words.leave, undefined)}
    </p>
  </section>`;
}
