/**
 * The handle of the sheet on a phone: pulled up or pressed, the sheet fills the screen; pulled down, it gives
 * the picture back.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { fillScreen } from '../../words/en/stage-later.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** A pointer that moves less than so many px has pressed. */
const LEAST = 24;

/** Where the handle was taken, in px. */
let taken = 0;

/** @param {PageState} state @param {Dispatch} dispatch */
export function sheetHandle({ ui: { tall } }, dispatch) {
  /** @param {boolean} to */
  const pull = (to) => dispatch({ type: 'drawer', on: to || tall, tall: to });
  return html`<button
    type="button"
    class="handle"
    aria-label=${fillScreen}
    aria-pressed=${tall ? 'true' : 'false'}
    @pointerdown=${(/** @type {PointerEvent} */ event) => {
      taken = event.clientY;
      // The press ends here, wherever the pointer is then.
      /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    }}
    @click=${(/** @type {MouseEvent} */ event) => {
      // A press by key has no place.
      const by = event.detail === 0 ? 0 : event.clientY - taken;
      pull(Math.abs(by) < LEAST ? !tall : by < 0);
    }}
  ></button>`;
}
