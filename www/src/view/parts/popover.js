/**
 * Menus that are drawn when they open: popovers, which close by a press elsewhere or Escape.
 *
 * @module
 */

/** @import { Dispatch } from '../../state/state.js' */

/**
 * Opens a popover, once.
 *
 * @param {Element | undefined} element
 */
export function showPopover(element) {
  const popover = /** @type {HTMLElement | undefined} */ (element);
  // Not before it is in the page.
  queueMicrotask(() => {
    if (popover?.isConnected && !popover.matches(':popover-open')) popover.showPopover();
  });
}

/**
 * Returns what removes a popover from the page once it has closed.
 *
 * @param {Dispatch} dispatch
 */
export const onToggle =
  (dispatch) =>
  (/** @type {ToggleEvent} */ { newState }) => {
    if (newState === 'closed') dispatch({ type: 'dialog', dialog: undefined });
  };
