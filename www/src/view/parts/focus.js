/**
 * Where the keys go when what had the focus is gone: back to what opened a sheet, or to the stage.
 *
 * @module
 */

/** @import { PageState } from '../../state/state.js' */
/** @import { Ui } from '../../state/ui.js' */

export function createFocus() {
  /** @type {Element | null} */
  let opener = null;
  /** What was drawn last. @type {{ dialog: Ui['dialog'], singleSample: boolean }} */
  let last = { dialog: undefined, singleSample: false };

  return {
    /**
     * Before something is drawn.
     *
     * @param {PageState} state
     */
    before({ ui }) {
      if (ui.dialog !== undefined && last.dialog === undefined) opener = document.activeElement;
    },

    /**
     * After that.
     *
     * @param {PageState} state
     */
    after({ view, ui: { dialog } }) {
      const singleSample = view?.singleSample === true;
      const closed = dialog === undefined && last.dialog !== undefined;
      const other = singleSample !== last.singleSample;
      last = { dialog, singleSample };
      const stage = document.getElementById('stage');
      // On a phone the stage can be far from what opened the single-sample session.
      if (other && singleSample) stage?.scrollIntoView({ block: 'nearest' });
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      if (closed && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      else if (other) stage?.focus({ preventScroll: true });
    },
  };
}
