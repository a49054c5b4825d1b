/**
 * Editing a value on the stage by arrow keys or by dragging.
 *
 * @module
 */
import { sameSelection, selectionKey } from '../notation/selection.js';
import { editable } from './editable.js';
import { clearRefusal } from './feedback.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';
import { editOrTune } from './run.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Typing } from './focus.js' */
/** @import { Next, PageState } from './state.js' */

/** What one px of dragging adds. */
const PER_PIXEL = 0.01;
/** Px the pointer has to move before a press is a drag and not a click. */
const SLACK = 3;

/**
 * Rounds to 12 digits, which removes the rounding errors of decimal sums.
 *
 * @param {number} value
 */
const tidy = (value) => Number(value.toPrecision(12));

/**
 * Edits a value. Edits of the same gesture are undone together.
 *
 * @param {PageState} state
 * @param {Selection} selection
 * @param {number} value
 * @param {string} gesture
 * @returns {Next}
 */
function setValue(state, selection, value, gesture) {
  const own = state.view && editable(state.view.after, selection);
  if (!own) return onlyState(state);
  const continues = state.pending.gesture === gesture;
  return editOrTune(patch(state, { pending: { value } }), {
    type: 'edit',
    edit: own.edit(tidy(value)),
    continues,
    gesture,
    field: `value-${selectionKey(selection)}`,
  });
}

/**
 * Edits a value by one press of an arrow key. Presses in a row are undone together.
 *
 * @param {PageState} state
 * @param {Selection} selection
 * @param {number} by
 * @returns {Next}
 */
export function nudge(state, selection, by) {
  const own = state.view && editable(state.view.after, selection);
  if (!own) return onlyState(state);
  const gesture = `nudge-${selectionKey(selection)}`;
  // If the last press has not been answered yet, this one adds to the value it requested.
  const { playback, pending } = state;
  const value = playback.waiting !== undefined && pending.gesture === gesture ? pending.value : own.value;
  return setValue(patch(state, { focus: { selection } }), selection, (value ?? own.value) + by, gesture);
}

/**
 * Edits the value that is dragged, after the pointer has moved.
 *
 * @param {PageState} state
 * @param {number} y  px
 * @returns {Next}
 */
export function drag(state, y) {
  const { drag } = state.focus;
  if (!drag || (!drag.moved && Math.abs(drag.y - y) < SLACK)) return onlyState(state);
  const dragged = patch(state, { focus: { drag: { ...drag, moved: true }, selection: drag.selection } });
  return setValue(
    dragged,
    drag.selection,
    drag.value + (drag.y - y) * PER_PIXEL,
    `drag-${selectionKey(drag.selection)}`,
  );
}

/** Where a refusal of a typed number is shown. */
export const NUMBER_FIELD = 'number';

/**
 * Opens the field of a number, or closes it.
 *
 * @param {PageState} state
 * @param {Typing | undefined} typing
 * @returns {PageState}
 */
export function typeNumber(state, typing) {
  const clear = stopped(clearRefusal(state, NUMBER_FIELD));
  if (!typing) return patch(clear, { focus: { typing } });
  const { selection, text, next } = typing;
  // Keys that are pressed before the field is there come one after the other.
  const open = state.focus.typing;
  const before = text !== undefined && open && sameSelection(open.selection, selection) ? open.text : '';
  return patch(clear, {
    focus: { selection, typing: { selection, text: text && (before ?? '') + text, next } },
  });
}
