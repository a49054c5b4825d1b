/**
 * Where the keys go when what had the focus is gone: back to what opened a sheet, or to the stage.
 *
 * @module
 */

/** @import { PageState } from '../../state/state.js' */

export function createFocus() {
  /** @type {Element | null} */
  let opener = null;
  /** What was drawn last. @type {{ sheet: PageState['sheet'], singleSample: boolean }} */
  let last = { sheet: undefined, singleSample: false };

  return {
    /** Before something is drawn. @param {PageState} state */
    before({ sheet }) {
      if (sheet !== undefined && last.sheet === undefined) opener = document.activeElement;
    },

    /** After that. @param {PageState} state */
    after({ sheet, view }) {
      const singleSample = view?.singleSample === true;
      const closed = sheet === undefined && last.sheet !== undefined;
      const other = singleSample !== last.singleSample;
      last = { sheet, singleSample };
      const stage = document.getElementById('stage');
      // On a phone the stage can be far from what opened the single-sample session.
      if (other && singleSample) stage?.scrollIntoView({ block: 'nearest' });
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      if (closed && opener instanceof HTMLElement && opener.isConnected) opener.focus();
      else if (other) stage?.focus({ preventScroll: true });
    },
  };
}
