/**
 * The numbers of a state that belong to a selection, each with its name: what cards and the table list.
 *
 * @module
 */
import { stepLabel, costDerivativeLabel, divisorLabel } from './conventions.js';
import { parameterValue } from './parameter-value.js';
import { quantities as words } from '../words/en/inspect.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { Parameter, Selection } from './selection.js' */

/**
 * A number of a state. `name` is how it is written, `quantity` the state's field.
 * @typedef {{ name: string, quantity: string, value: number }} NamedNumber
 */

/**
 * A number that may not be computed yet: name, quantity and value.
 * @typedef {[string, string, number | undefined]} Item
 */

/** At most so many inputs, targets or outputs of a sample are listed. */
const MOST = 12;

/**
 * Returns a weight or bias with its gradients.
 * @param {State} state
 * @param {Parameter} parameter
 * @returns {Item[]}
 */
function ofParameter(state, parameter) {
  const [own, letter] = parameter.kind === 'weight' ? ['weights', 'W'] : ['biases', 'B'];
  const symbol = letter.toLowerCase();
  /**
   * @param {ByLayer} w
   * @param {ByLayer} b
   */
  const value = (w, b) => parameterValue(state, { w, b }, parameter);
  return [
    [symbol, own, value(state.weights, state.biases)],
    [words.gradient(symbol), `nabla${letter}`, value(state.nablaW, state.nablaB)],
    [`Σ ∂C/∂${symbol}`, `sumNabla${letter}`, value(state.sumNablaW, state.sumNablaB)],
    [`Σ ${divisorLabel(state.conventions)}`, `meanNabla${letter}`, value(state.meanNablaW, state.meanNablaB)],
    [stepLabel(state.conventions), `step${letter}`, value(state.stepW, state.stepB)],
  ];
}

/**
 * @param {State} state
 * @param {number} l  index of the layer, from 0
 * @param {number} j
 * @returns {Item[]}
 */
function ofNeuron(state, l, j) {
  if (l === 0) return [['x', 'a', state.a[0]?.[j]]];
  const output = l === state.sizes.length - 1;
  return [
    ['z', 'z', state.z[l]?.[j]],
    ['a = σ(z)', 'a', state.a[l]?.[j]],
    output
      ? [costDerivativeLabel(state.conventions), 'costDerivative', state.costDerivative?.[j]]
      : [words.carried, 'carried', state.carried[l]?.[j]],
    ["σ'(z)", 'slope', state.slope[l]?.[j]],
    ['δ', 'delta', state.delta[l]?.[j]],
  ];
}

/**
 * @param {State} state
 * @param {number} index  in the mini-batch
 * @returns {Item[]}
 */
function ofSample(state, index) {
  const row = state.rows[index];
  /**
   * @param {string} name
   * @param {Float64Array | undefined} values
   * @returns {Item[]}
   */
  const list = (name, values) =>
    Array.from(values?.slice(0, MOST) ?? [], (value, at) => [`${name} ${at + 1}`, name, value]);
  return [...list('x', row?.x), ...list('y', row?.y), ...list('a', row?.output), ['C', 'rowCost', row?.cost]];
}

/**
 * @param {State} state
 * @param {Selection} selection
 * @returns {Item[]}
 */
function itemsOf(state, selection) {
  switch (selection.kind) {
    case 'weight':
    case 'bias':
      return ofParameter(state, selection);
    case 'neuron':
      return ofNeuron(state, selection.layer - 1, selection.neuron);
    case 'target':
      return [['y', 'y', state.y?.[selection.neuron]]];
    case 'sample':
      return ofSample(state, selection.row);
    case 'cost':
      return [
        [words.cost, 'cost', state.cost],
        [words.meanCost, 'miniBatchCost', state.miniBatchCost],
      ];
  }
}

/**
 * Returns the numbers that belong to a selection and are computed at this position.
 * @param {State} state
 * @param {Selection} selection
 * @returns {NamedNumber[]}
 */
export const quantitiesOf = (state, selection) =>
  itemsOf(state, selection).flatMap(([name, quantity, value]) =>
    value === undefined ? [] : [{ name, quantity, value }],
  );

/**
 * Returns + before a step that is positive: steps always have a sign.
 * @param {string} quantity
 * @param {number} value
 */
export const plusOf = (quantity, value) => (quantity.startsWith('step') && value > 0 ? '+' : '');
