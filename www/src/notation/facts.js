/**
 * Every number known of a mark, by name: what a card and the table show.
 *
 * @module
 */

import { difference, divided, subtracted } from './conventions.js';

/** @import { State } from '../protocol/messages.js' */
/** @import { Selection } from './selection.js' */

/** A name in the book's words, its quantity in the state, and the number. @typedef {{ name: string, quantity: string, value: number }} Fact */

/** @param {string} name @param {string} quantity @param {number | undefined} value @returns {[string, string, number | undefined]} */
const fact = (name, quantity, value) => [name, quantity, value];

/** @param {State} state @param {'W' | 'B'} which @param {number} l @param {number} at @returns {[string, string, number | undefined][]} */
function gradients(state, which, l, at) {
  const of = which === 'W' ? 'w' : 'b';
  return [
    [`∂C/∂${of}, this sample`, `nabla${which}`, state[`nabla${which}`][l]?.[at]],
    [`Σ ∂C/∂${of}`, `sumNabla${which}`, state[`sumNabla${which}`][l]?.[at]],
    [`Σ ${divided(state.conventions)}`, `meanNabla${which}`, state[`meanNabla${which}`][l]?.[at]],
    [subtracted(state.conventions), `change${which}`, state[`change${which}`][l]?.[at]],
  ];
}

/** @param {State} state @param {Selection} selection @returns {[string, string, number | undefined][]} */
function all(state, selection) {
  switch (selection.kind) {
    case 'weight': {
      const { layer, to, from } = selection;
      const at = to * (state.sizes[layer - 2] ?? 0) + from;
      return [['w', 'weights', state.weights[layer - 1]?.[at]], ...gradients(state, 'W', layer - 1, at)];
    }
    case 'bias': {
      const [l, at] = [selection.layer - 1, selection.neuron];
      return [['b', 'biases', state.biases[l]?.[at]], ...gradients(state, 'B', l, at)];
    }
    case 'neuron': {
      const [l, at] = [selection.layer - 1, selection.neuron];
      if (l === 0) return [['x', 'a', state.a[0]?.[at]]];
      const last = l === state.sizes.length - 1;
      return [
        ['z', 'z', state.z[l]?.[at]],
        ['a = σ(z)', 'a', state.a[l]?.[at]],
        last
          ? [difference(state.conventions), 'costDerivative', state.costDerivative?.[at]]
          : ['Σ w δ carried back', 'carried', state.carried[l]?.[at]],
        ["σ'(z)", 'slope', state.slope[l]?.[at]],
        ['δ', 'delta', state.delta[l]?.[at]],
      ];
    }
    case 'target':
      return [['y', 'y', state.y?.[selection.neuron]]];
    case 'sample': {
      const row = state.rows[selection.row];
      /** @param {string} name @param {Float64Array | undefined} values @returns {[string, string, number | undefined][]} */
      const list = (name, values) =>
        Array.from(values?.slice(0, MOST) ?? [], (value, at) => fact(`${name} ${at + 1}`, name, value));
      return [
        ...list('x', row?.x),
        ...list('y', row?.y),
        ...list('a', row?.output),
        ['C', 'rowCost', row?.cost],
      ];
    }
    case 'cost':
      return [
        ['C of this sample', 'cost', state.cost],
        ['mean C of the mini-batch', 'miniBatchCost', state.miniBatchCost],
      ];
  }
}

/** So many inputs, targets or outputs of a sample are listed. */
const MOST = 12;

/**
 * @param {State} state
 * @param {Selection} selection
 * @returns {Fact[]}  only what is known
 */
export const factsOf = (state, selection) =>
  all(state, selection).flatMap(([name, quantity, value]) =>
    value === undefined ? [] : [{ name, quantity, value }],
  );
