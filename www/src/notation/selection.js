/**
 * Selections compared, with one another and with a network.
 *
 * @module
 */

/** @import { Selection } from '../state/state.js' */

/** A selection as a word, for comparing and for names of fields. @param {Selection} selection */
export const key = (selection) => Object.values(selection).join('-');

/**
 * Whether both mean the same thing on the stage.
 * @param {Selection | undefined} one
 * @param {Selection | undefined} other
 */
export const sameSelection = (one, other) =>
  one !== undefined && other !== undefined && key(one) === key(other);

/**
 * Whether a network of these sizes has what is selected.
 * @param {Selection} selection
 * @param {readonly number[]} sizes
 */
export function exists(selection, sizes) {
  switch (selection.kind) {
    case 'weight':
      return (
        selection.to < (sizes[selection.layer - 1] ?? 0) && selection.from < (sizes[selection.layer - 2] ?? 0)
      );
    case 'neuron':
    case 'bias':
      return selection.neuron < (sizes[selection.layer - 1] ?? 0);
    case 'target':
      return selection.neuron < (sizes.at(-1) ?? 0);
    case 'sample':
    case 'cost':
      return true;
  }
}
