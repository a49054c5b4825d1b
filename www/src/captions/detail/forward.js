/**
 * Captions of the parts of a step forwards, and of the cost.
 *
 * @module
 */
import { productEquation, sumOf } from '../../notation/closing.js';
import { parameterValue } from '../../notation/parameter-value.js';
import { biasAt, neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { additionOf, outputOf, soFar, termOf } from './terms.js';

/** @import { Precision } from '../../notation/closing.js' */
/** @import { Context } from '../context.js' */
/** @import { Told } from '../fit.js' */
/** @import { Part } from '../part.js' */

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofForwardProduct(context, part) {
  const { state, words, closing, given, count } = context;
  const { layer, neuron, from = 0 } = part;
  const told = words.answer.parts;
  const term = termOf(context, part);
  const { product, selection } = term;
  const source = neuronAt(layer - 1, from);
  const a = Number(state.a[layer - 2]?.[from]);
  if (layer === 2 && a === 0) {
    const first = told.zeroInput({ input: count(from + 1), x: given(a, 'x', source) });
    return { first, more: soFar(context, term, closing(...additionOf(term))) };
  }
  const weight = Number(
    parameterValue(state, { w: state.weights, b: state.biases }, weightAt(layer, neuron, from)),
  );
  /** @type {Precision[]} */
  const precisions = layer === 2 ? [Number.isInteger(a) ? 'same' : 'finer', 'chosen'] : ['finer'];
  const write = closing({ ...productEquation([weight, a], product), precisions }, ...additionOf(term));
  const more = soFar(context, term, write);
  const numbers = {
    weight: (precisions[0] === 'same' ? write.live : write.factor)(weight, 'weights', selection),
    product: write.result(product, 'product', selection),
  };
  if (layer === 2) {
    const x = write.given(a, 'x', source);
    return { first: told.fromInput({ input: count(from + 1), x, ...numbers }), more };
  }
  return {
    first: told.fromNeuron({ neuron: count(from + 1), a: write.factor(a, 'a', source), ...numbers }),
    more,
  };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofBias({ state, words, closing }, { layer, neuron }) {
  const [b, z] = [Number(state.biases[layer - 1]?.[neuron]), Number(state.z[layer - 1]?.[neuron])];
  const { terms } = state;
  const before = Number(terms?.running[(neuron + 1) * terms.count - 1]);
  const write = closing({ given: [before, b], result: z, calculate: sumOf });
  const numbers = {
    bias: write.live(b, 'biases', biasAt(layer, neuron)),
    z: write.result(z, 'z', neuronAt(layer, neuron)),
  };
  return { first: words.answer.parts.bias(numbers), more: [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofActivation({ state, words, live }, { layer, neuron }) {
  const selection = neuronAt(layer, neuron);
  const numbers = {
    z: live(state.z[layer - 1]?.[neuron], 'z', selection),
    a: live(state.a[layer - 1]?.[neuron], 'a', selection),
  };
  const { activation, flat } = words.answer.parts;
  return { first: activation(numbers), more: state.saturated[layer - 1]?.[neuron] ? [flat()] : [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofSquare(context, part) {
  const { state, words, closing } = context;
  const { layer, neuron } = part;
  const term = termOf(context, part);
  const { product } = term;
  const [a, y] = [Number(state.a[layer - 1]?.[neuron]), Number(state.y?.[neuron])];
  const write = closing(
    {
      given: [a, y],
      precisions: ['finer'],
      result: product,
      calculate: ([a, y]) => (Number(a) - Number(y)) ** 2,
    },
    ...additionOf(term),
  );
  const numbers = {
    output: outputOf(context, neuron),
    a: write.factor(a, 'a', neuronAt(layer, neuron)),
    y: write.factor(y, 'y', targetAt(neuron)),
    square: write.result(product, 'square', targetAt(neuron)),
  };
  return { first: words.answer.parts.square(numbers), more: soFar(context, term, write) };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofCost({ state, words, closing, live }) {
  const { terms } = state;
  const { half, whole } = words.answer.parts;
  const [last, total] = [Number(terms?.count) - 1, Number(state.cost)];
  const sum = Number(terms?.running[last]);
  if (!state.conventions.halveCost)
    return { first: whole({ cost: live(total, 'cost', { kind: 'cost' }) }), more: [] };
  const write = closing({
    given: [sum],
    precisions: ['finer'],
    result: total,
    calculate: ([shown]) => Number(shown) / 2,
  });
  const numbers = {
    sum: write.factor(sum, 'running', targetAt(last)),
    cost: write.result(total, 'cost', { kind: 'cost' }),
  };
  return { first: half(numbers), more: [] };
}
