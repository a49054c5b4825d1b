/**
 * Values that can be edited: weights, biases, inputs and targets.
 *
 * @module
 */

/** @import { Edit } from '../protocol/edit.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { Selection } from '../notation/selection.js' */

/**
 * Returns the value of a selection and the edit that replaces it; nothing for computed values.
 *
 * @param {State} state
 * @param {Selection} selection
 * @returns {{ value: number, edit: (value: number) => Edit } | undefined}
 */
export function editable(state, selection) {
  const { sample } = state;
  switch (selection.kind) {
    case 'weight': {
      const { layer, to, from } = selection;
      const value = state.weights[layer - 1]?.[to * (state.sizes[layer - 2] ?? 0) + from];
      return value === undefined
        ? undefined
        : { value, edit: (typed) => ({ kind: 'weight', layer, to, from, value: typed }) };
    }
    case 'bias': {
      const { layer, neuron } = selection;
      const value = state.biases[layer - 1]?.[neuron];
      return value === undefined
        ? undefined
        : { value, edit: (typed) => ({ kind: 'bias', layer, neuron, value: typed }) };
    }
    case 'neuron': {
      const value = state.x?.[selection.neuron];
      if (selection.layer !== 1 || value === undefined || sample === undefined) return undefined;
      return { value, edit: (typed) => ({ kind: 'input', sample, index: selection.neuron, value: typed }) };
    }
    case 'target': {
      const value = state.y?.[selection.neuron];
      if (value === undefined || sample === undefined) return undefined;
      return { value, edit: (typed) => ({ kind: 'target', sample, index: selection.neuron, value: typed }) };
    }
    case 'sample':
    case 'cost':
      return undefined;
  }
}
