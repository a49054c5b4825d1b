/**
 * Buttons that open a menu, and close it when they are pressed again.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Ui } from '../../state/ui.js' */

/** Whether the press that goes on began while the menu was open; the browser closes it by itself. */
let wasOpen = false;

/**
 * Draws the button.
 *
 * @param {NonNullable<Ui['dialog']>} menu
 * @param {unknown} content
 * @param {PageState} state
 * @param {Dispatch} dispatch
 * @param {{ classes?: string, title?: string, label?: string }} [how]  `label` is for screen readers
 */
export const menuButton = (menu, content, { ui, view }, dispatch, { classes = 'text', title, label } = {}) =>
  html`<button
    type="button"
    class=${classes}
    id="${menu}-button"
    title=${title ?? nothing}
    aria-label=${label ?? nothing}
    aria-haspopup="dialog"
    aria-expanded=${ui.dialog === menu ? 'true' : 'false'}
    ?disabled=${!view}
    @pointerdown=${() => (wasOpen = document.getElementById(`${menu}-menu`) !== null)}
    @click=${() => {
      const open = wasOpen || document.getElementById(`${menu}-menu`) !== null;
      wasOpen = false;
      dispatch({ type: 'dialog', dialog: open ? undefined : menu });
    }}
  >
    ${content}
  </button>`;
