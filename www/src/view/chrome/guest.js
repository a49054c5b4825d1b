/**
 * Over the stage, while a guest is on it.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {PageState} state @param {Dispatch} dispatch */
export const guestBanner = ({ view }, dispatch) =>
  view?.guest
    ? html`<div class="guest" role="status">
        <span>A guest sample: nothing here changes the run.</span>
        <button type="button" @click=${() => dispatch({ type: 'leaveGuest' })}>Back to the run</button>
      </div>`
    : nothing;
