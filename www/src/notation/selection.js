/**
 * What can be selected in the network: a neuron, weight, bias, target, sample or the cost.
 *
 * @module
 */

/**
 * Something that is selected, pointed at or named. `layer` is the book's number; the other indices count
 * from 0. `to` and `from` are the neurons that a weight joins, as in the book's w with the indices jk.
 *
 * @typedef {(
 *   | { kind: 'neuron', layer: number, neuron: number }
 *   | { kind: 'weight', layer: number, to: number, from: number }
 *   | { kind: 'bias', layer: number, neuron: number }
 *   | { kind: 'target', neuron: number }
 *   | { kind: 'sample', row: number }
 *   | { kind: 'cost' }
 * )} Selection
 */

/**
 * What an update trains: a weight or a bias.
 * @typedef {Extract<Selection, { kind: 'weight' | 'bias' }>} Parameter
 */

/**
 * Returns neuron `neuron` (from 0) of layer `layer` (the book's number).
 * @param {number} layer
 * @param {number} neuron
 * @returns {Extract<Selection, { kind: 'neuron' }>}
 */
export const neuronAt = (layer, neuron) => ({ kind: 'neuron', layer, neuron });

/**
 * Returns the weight into neuron `to` of layer `layer` from neuron `from` of the layer before.
 * @param {number} layer
 * @param {number} to
 * @param {number} from
 * @returns {Extract<Selection, { kind: 'weight' }>}
 */
export const weightAt = (layer, to, from) => ({ kind: 'weight', layer, to, from });

/**
 * Returns the bias of neuron `neuron` of layer `layer`.
 * @param {number} layer
 * @param {number} neuron
 * @returns {Extract<Selection, { kind: 'bias' }>}
 */
export const biasAt = (layer, neuron) => ({ kind: 'bias', layer, neuron });

/**
 * Returns the target y of output neuron `neuron`.
 * @param {number} neuron
 * @returns {Extract<Selection, { kind: 'target' }>}
 */
export const targetAt = (neuron) => ({ kind: 'target', neuron });

/**
 * Returns a selection as text, equal for equal selections.
 * @param {Selection} selection
 */
export const selectionKey = (selection) => Object.values(selection).join('-');

/**
 * Returns whether both are there and select the same thing.
 * @param {Selection | undefined} one
 * @param {Selection | undefined} other
 */
export const sameSelection = (one, other) =>
  one !== undefined && other !== undefined && selectionKey(one) === selectionKey(other);

/**
 * Returns the index of the selected neuron of a layer, or 0. A weight or bias selects the neuron it leads to.
 * @param {Selection | undefined} selection
 * @param {number} layer
 */
export function neuronIn(selection, layer) {
  if (!selection || !('layer' in selection) || selection.layer !== layer) return 0;
  return selection.kind === 'weight' ? selection.to : selection.neuron;
}

/**
 * Returns the weight or bias that is selected, or the first weight into the selected neuron.
 * @param {Selection | undefined} selection
 * @param {number | undefined} layer  to which it has to belong, if any
 * @param {number} layers  of the network; without a layer, the last one is taken
 * @returns {Parameter}
 */
export function parameterIn(selection, layer, layers) {
  if (selection?.kind === 'weight' || selection?.kind === 'bias') {
    if (layer === undefined || selection.layer === layer) return selection;
  }
  const l = layer ?? layers;
  return weightAt(l, neuronIn(selection, l), 0);
}

/**
 * Returns whether a network of these sizes has what is selected.
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
