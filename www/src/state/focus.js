/**
 * What is selected, pointed at, pinned and dragged.
 *
 * @module
 */
import { sameSelection } from '../notation/selection.js';
import { patch } from './patch.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { PageState } from './state.js' */

/**
 * A number in a field on the stage: with what text it begins, if not with its value, and once it is set which
 * number comes next.
 * @typedef {{ selection: Selection, text?: string | undefined, next?: Selection | undefined }} Typing
 */

/**
 * @typedef {object} Focus
 * @property {Selection | undefined} selection
 * @property {Selection | undefined} hover  what the pointer is over
 * @property {Selection[]} pins  with a card besides what is selected
 * @property {{ selection: Selection, value: number, y: number, moved: boolean } | undefined} drag  the
 *   value being dragged: value and pointer y in px at the start, and whether the pointer has moved since
 * @property {Typing | undefined} typing  the number that is typed where it stands
 */

/** @type {Focus} */
export const FOCUS = Object.freeze({
  selection: undefined,
  hover: undefined,
  pins: [],
  drag: undefined,
  typing: undefined,
});

/** The most cards that can be pinned. */
const MOST_PINS = 4;

/**
 * Removes a pinned card.
 *
 * @param {PageState} state
 * @param {Selection} selection
 */
export const unpin = (state, selection) =>
  patch(state, { focus: { pins: state.focus.pins.filter((pin) => !sameSelection(pin, selection)) } });

/**
 * Pins a card. With more than `MOST_PINS`, the oldest is removed.
 *
 * @param {PageState} state
 * @param {Selection} selection
 */
export function pin(state, selection) {
  const others = unpin(state, selection).focus.pins;
  return patch(state, { focus: { pins: [...others, selection].slice(-MOST_PINS) } });
}
