/**
 * A sentence over the page that waits to be closed.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * That something takes a while, for whoever waits for it.
 *
 * @param {PageState} state
 */
export const moment = ({ feedback, playback, run }) =>
  feedback.slow && playback.waiting !== undefined && !run.current
    ? html`<p class="moment" role="status">One moment …</p>`
    : nothing;

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function notice({ feedback }, dispatch) {
  const shown = feedback.notice;
  if (!shown) return nothing;
  const ways = shown.diverged
    ? html`<button type="button" @click=${() => dispatch({ type: 'recover', how: 'back' })}>
          Back to the start of the mini-batch
        </button>
        <button type="button" @click=${() => dispatch({ type: 'recover', how: 'lower' })}>
          Divide eta by 10
        </button>`
    : shown.ways?.map(
        ({ label, action }) => html`<button type="button" @click=${() => dispatch(action)}>${label}</button>`,
      );
  return html`<div class="notice" role=${shown.passing ? 'status' : 'alert'}>
    <p>${shown.sentence}</p>
    <span class="ways">
      ${ways}
      <button type="button" @click=${() => dispatch({ type: 'notice', notice: undefined })}>Close</button>
    </span>
  </div>`;
}
