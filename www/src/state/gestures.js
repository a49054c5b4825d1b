/**
 * Changing a value on the stage, by arrow keys or by dragging.
 *
 * @module
 */
import { selectionKey } from '../notation/selection.js';
import { editable } from './editable.js';
import { patch } from './patch.js';
import { change } from './run.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Next, PageState } from './state.js' */

/** What one px of dragging adds. */
const PER_PIXEL = 0.01;
/** Px the pointer has to move before a press is a drag and not a click. */
const SLACK = 3;

/**
 * Returns a number without the rounding errors of decimal sums.
 *
 * @param {number} value
 */
const tidy = (value) => Number(value.toPrecision(12));

/**
 * @param {PageState} state
 * @param {Selection} selection
 * @param {number} value
 * @param {string} gesture
 * @returns {Next}
 */
function set(state, selection, value, gesture) {
  const own = state.view && editable(state.view.after, selection);
  if (!own) return { state, commands: [] };
  const continues = state.pending.gesture === gesture;
  return change(patch(state, { pending: { value } }), {
    type: 'edit',
    edit: own.edit(tidy(value)),
    continues,
    gesture,
    field: `value-${selectionKey(selection)}`,
  });
}

/**
 * Changes a value by one press of an arrow key. Several in a row are one change to undo.
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
  const { playback, pending } = state;
  const value = playback.waiting !== undefined && pending.gesture === gesture ? pending.value : own.value;
  return set(patch(state, { focus: { selection } }), selection, (value ?? own.value) + by, gesture);
}

/**
 * Changes the value that is dragged: the pointer has moved.
 *
 * @param {PageState} state
 * @param {number} y  px
 * @returns {Next}
 */
export function drag(state, y) {
  const { drag } = state.focus;
  if (!drag || (!drag.moved && Math.abs(drag.y - y) < SLACK)) return { state, commands: [] };
  const dragged = patch(state, { focus: { drag: { ...drag, moved: true }, selection: drag.selection } });
  return set(
    dragged,
    drag.selection,
    drag.value + (drag.y - y) * PER_PIXEL,
    `drag-${selectionKey(drag.selection)}`,
  );
}
