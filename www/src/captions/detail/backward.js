/**
 * Captions of the parts of a step backwards.
 *
 * @module
 */
import { productEquation, sumOf } from '../../notation/closing.js';
import { parameterValue } from '../../notation/parameter-value.js';
import { neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { parameterOfPart } from '../part.js';
import { additionOf, outputOf, soFar, termOf } from './terms.js';

/** @import { Context } from '../context.js' */
/** @import { Told } from '../fit.js' */
/** @import { Part } from '../part.js' */
/** @import { Live } from '../../words/pieces.js' */

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofBackwardProduct(context, part) {
  const { state, words, closing, count } = context;
  const { layer, neuron, from = 0 } = part;
  const told = words.backward.parts;
  const term = termOf(context, part);
  const { product, selection } = term;
  const weight = Number(
    parameterValue(state, { w: state.weights, b: state.biases }, weightAt(layer + 1, from, neuron)),
  );
  const error = Number(state.delta[layer]?.[from]);
  const write = closing(productEquation([error, weight], product), ...additionOf(term));
  const numbers = {
    error: write.factor(error, 'delta', neuronAt(layer + 1, from)),
    weight: write.factor(weight, 'weights', selection),
    product: write.result(product, 'product', selection),
  };
  const first =
    layer + 1 === state.sizes.length
      ? told.fromOutput({ ...numbers, output: outputOf(context, from) })
      : told.fromNeuron({ ...numbers, neuron: count(from + 1) });
  return { first, more: soFar(context, term, write) };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofMiss(context, { layer, neuron }) {
  const { state, words, closing } = context;
  const told = words.backward.parts;
  const [a, y] = [Number(state.a[layer - 1]?.[neuron]), Number(state.y?.[neuron])];
  const [miss, error] = [Number(state.miss?.[neuron]), Number(state.costDerivative?.[neuron])];
  const write = closing(
    { given: [a, -y], result: miss, calculate: sumOf },
    ...(state.conventions.halveCost
      ? []
      : [
          { given: [miss], result: error, calculate: (/** @type {number[]} */ [shown]) => 2 * Number(shown) },
        ]),
  );
  const numbers = {
    output: outputOf(context, neuron),
    a: write.live(a, 'a', neuronAt(layer, neuron)),
    y: write.live(y, 'y', targetAt(neuron)),
    miss: write.result(miss, 'miss', targetAt(neuron)),
  };
  if (miss === 0) return { first: told.met(numbers), more: [] };
  const twice = told.twice({ twice: write.result(error, 'costDerivative', targetAt(neuron)) });
  return {
    first: (miss < 0 ? told.low : told.high)(numbers),
    more: state.conventions.halveCost ? [] : [twice],
  };
}

/**
 * What came in at a neuron, what it is of, and what shows it.
 * @param {Context} context
 * @param {Part} part
 */
function incoming({ state }, { layer, neuron }) {
  return layer === state.sizes.length
    ? {
        error: Number(state.costDerivative?.[neuron]),
        quantity: /** @type {const} */ ('costDerivative'),
        selection: targetAt(neuron),
      }
    : {
        error: Number(state.carried[layer - 1]?.[neuron]),
        quantity: /** @type {const} */ ('carried'),
        selection: neuronAt(layer, neuron),
      };
}

/**
 * A part of 1 as a percentage of two digits.
 * @param {Live} share
 * @returns {Live}
 */
function percentage(share) {
  const percent = share.number * 100;
  const digits = percent >= 10 ? 0 : percent >= 1 ? 1 : 2;
  const comma = share.written.includes(',');
  const written = percent.toFixed(digits);
  return { ...share, written: `${comma ? written.replace('.', ',') : written} %` };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofSlope(context, part) {
  const { state, words, live, count } = context;
  const { layer, neuron } = part;
  const selection = neuronAt(layer, neuron);
  const came = incoming(context, part);
  const steepness = live(state.slope[layer - 1]?.[neuron], 'slope', selection);
  const error = live(came.error, came.quantity, came.selection);
  const numbers = {
    z: live(state.z[layer - 1]?.[neuron], 'z', selection),
    slope: steepness,
    share: percentage(steepness),
  };
  const told = words.backward.parts;
  const first =
    layer === state.sizes.length
      ? told.outputSlope({ ...numbers, output: outputOf(context, neuron), miss: error })
      : told.slope({ ...numbers, neuron: count(neuron + 1), carried: error });
  return { first, more: [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofDelta(context, part) {
  const { state, words, closing, count } = context;
  const { layer, neuron } = part;
  const selection = neuronAt(layer, neuron);
  const came = incoming(context, part);
  const [slope, result] = [
    Number(state.slope[layer - 1]?.[neuron]),
    Number(state.delta[layer - 1]?.[neuron]),
  ];
  const write = closing(productEquation([came.error, slope], result));
  const error = write.factor(came.error, came.quantity, came.selection);
  const numbers = {
    slope: write.factor(slope, 'slope', selection),
    delta: write.result(result, 'delta', selection),
  };
  const told = words.backward.parts;
  if (layer !== state.sizes.length)
    return { first: told.delta({ ...numbers, neuron: count(neuron + 1), carried: error }), more: [] };
  const output = { ...numbers, output: outputOf(context, neuron), miss: error };
  return {
    first: (state.conventions.halveCost ? told.outputDelta : told.outputDeltaTwice)(output),
    more: [],
  };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofGradient({ state, words, closing, live }, part) {
  const { layer, neuron, from } = part;
  const told = words.backward.parts;
  const delta = Number(state.delta[layer - 1]?.[neuron]);
  const end = neuronAt(layer, neuron);
  if (from === undefined) {
    const { notTrained } = words.backward.nabla;
    return {
      first: told.bias({ delta: live(delta, 'delta', end) }),
      more: state.conventions.trainBiases ? [] : [notTrained()],
    };
  }
  const a = Number(state.a[layer - 2]?.[from]);
  if (a === 0) return { first: told.deadWeight(), more: [] };
  const selection = parameterOfPart(part);
  const product = Number(parameterValue(state, { w: state.nablaW, b: state.nablaB }, selection));
  const write = closing(productEquation([a, delta], product));
  const numbers = {
    a: write.factor(a, 'a', neuronAt(layer - 1, from)),
    delta: write.factor(delta, 'delta', end),
    nabla: write.result(product, 'nabla', selection),
  };
  return { first: told.weight(numbers), more: [] };
}
