/**
 * A sentence over the page that waits to be closed.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { close, oneMoment } from '../../words/en/common.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * That something takes a while, for whoever waits for it.
 *
 * @param {PageState} state
 */
export const moment = ({ feedback, playback, run }) =>
  feedback.slow && playback.waiting !== undefined && !run.current
    ? html`<p class="moment" role="status">${oneMoment}</p>`
    : nothing;

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function notice({ feedback }, dispatch) {
  const shown = feedback.notice;
  // Trouble stands in the place of the caption.
  if (!shown || shown.diverged) return nothing;
  const ways = shown.ways?.map(
    ({ label, action }) => html`<button type="button" @click=${() => dispatch(action)}>${label}</button>`,
  );
  return html`<div class="notice" role=${shown.passing ? 'status' : 'alert'}>
    <p>${shown.sentence}</p>
    <span class="ways">
      ${ways}
      <button type="button" @click=${() => dispatch({ type: 'notice', notice: undefined })}>${close}</button>
    </span>
  </div>`;
}
