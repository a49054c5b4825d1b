/**
 * Values changed where they stand, by arrow keys or by dragging: pure functions of state.
 *
 * @module
 */
import { sameSelection, selectionKey } from '../notation/selection.js';
import { editable } from './editable.js';
import { change } from './run.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Next, PageState } from './state.js' */

/** What one px of dragging adds. */
const PER_PIXEL = 0.01;
/** So far the pointer goes before it is a drag and not a click, in px. */
const SLACK = 3;

/** Without the crumbs of decimal sums. @param {number} value */
const tidy = (value) => Number(value.toPrecision(12));

/** @param {PageState} state @param {Selection} selection @param {number} value @param {string} gesture @returns {Next} */
function set(state, selection, value, gesture) {
  const own = state.view && editable(state.view.after, selection);
  if (!own) return { state, commands: [] };
  const continues = state.gesture === gesture;
  return change(
    { ...state, held: value },
    {
      type: 'edit',
      edit: own.edit(tidy(value)),
      continues,
      gesture,
      field: `value-${selectionKey(selection)}`,
    },
  );
}

/**
 * One arrow key. Several in a row are one change to undo.
 *
 * @param {PageState} state
 * @param {Selection} selection
 * @param {number} by
 * @returns {Next}
 */
export function nudge(state, selection, by) {
  const own = state.view && editable(state.view.after, selection);
  if (!own) return { state, commands: [] };
  const gesture = `nudge-${selectionKey(selection)}`;
  // Keys can be faster than the worker: then they go on from what was asked for last.
  const value = state.waiting !== undefined && state.gesture === gesture ? state.held : own.value;
  return set({ ...state, selection }, selection, (value ?? own.value) + by, gesture);
}

/**
 * The pointer has moved with a value held.
 *
 * @param {PageState} state
 * @param {number} y  px
 * @returns {Next}
 */
export function drag(state, y) {
  const { drag } = state;
  if (!drag || (!drag.moved && Math.abs(drag.y - y) < SLACK)) return { state, commands: [] };
  const held = { ...state, drag: { ...drag, moved: true }, selection: drag.selection };
  return set(
    held,
    drag.selection,
    drag.value + (drag.y - y) * PER_PIXEL,
    `drag-${selectionKey(drag.selection)}`,
  );
}

/** @param {PageState} state @param {Selection} selection @returns {PageState} */
export const unpin = (state, selection) => ({
  ...state,
  pins: state.pins.filter((pin) => !sameSelection(pin, selection)),
});
