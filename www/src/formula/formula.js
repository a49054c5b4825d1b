/**
 * Chooses the formula of a step; those of gradients, sums and updates are made here.
 *
 * @module
 */
import { divisor } from '../notation/conventions.js';
import { parameterValue } from '../notation/quantities.js';
import { count, id, indices, neuronOf, number, ofA, ofCost, ofDelta, ofZ, op, symbol } from './formulas.js';

/** @import { State } from '../protocol/messages.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Formula, Piece } from './formulas.js' */

/**
 * The weight or bias the formula is about: the selected one if it fits, else the first weight of the layer.
 * @param {Selection | undefined} selection
 * @param {number} layer  0 = any
 * @param {number} last
 * @returns {Parameter}
 */
export function parameterOf(selection, layer, last) {
  if (selection?.kind === 'weight' || selection?.kind === 'bias') {
    if (layer === 0 || selection.layer === layer) return selection;
  }
  const l = layer === 0 ? last : layer;
  return { kind: 'weight', layer: l, to: neuronOf(selection, l), from: 0 };
}

/** @param {Parameter} parameter @returns {Piece} */
const named = (parameter) =>
  parameter.kind === 'weight'
    ? symbol('w', parameter.layer, indices(parameter.to, parameter.from), 'w', parameter)
    : symbol('b', parameter.layer, `${parameter.neuron + 1}`, 'b', parameter);

/** ∂C/∂w. @param {Parameter} parameter @returns {Piece} */
const partial = (parameter) => ({
  tag: 'mfrac',
  parts: [
    { tag: 'mrow', parts: [op('∂'), id('C')] },
    { tag: 'mrow', parts: [op('∂'), named(parameter)] },
  ],
  term: 'nabla',
  selection: parameter,
});

/** BP3 and BP4. @param {State} state @param {Parameter} parameter @returns {Formula} */
function ofNabla(state, parameter) {
  const l = parameter.layer;
  const j = parameter.kind === 'weight' ? parameter.to : parameter.neuron;
  /** @type {Selection} */
  const neuron = { kind: 'neuron', layer: l, neuron: j };
  const delta = symbol('δ', l, `${j + 1}`, 'delta', neuron);
  const value = parameterValue(state, { w: state.nablaW, b: state.nablaB }, parameter);
  const result = number(value, 'nabla', parameter, false);
  if (parameter.kind === 'bias') {
    return {
      title: 'Gradient of a bias (BP3)',
      symbols: [partial(parameter), op('='), delta],
      numbers: [op('='), result],
      folded: 0,
    };
  }
  const k = parameter.from;
  /** @type {Selection} */
  const source = { kind: 'neuron', layer: l - 1, neuron: k };
  return {
    title: 'Gradient of a weight (BP4)',
    symbols: [partial(parameter), op('='), symbol('a', l - 1, `${k + 1}`, 'a', source), op('·'), delta],
    numbers: [
      op('='),
      number(state.a[l - 2]?.[k], 'a', source),
      op('·'),
      number(state.delta[l - 1]?.[j], 'delta', neuron),
      op('='),
      result,
    ],
    folded: 0,
  };
}

/** @param {Parameter} parameter @returns {Piece[]} */
const sumOf = (parameter) => [op('∑'), partial(parameter)];

/** @param {State} before @param {State} after @param {Parameter} parameter @returns {Formula} */
function ofSum(before, after, parameter) {
  /** @param {State} state */
  const sum = (state) => parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, parameter);
  const own = parameterValue(after, { w: after.nablaW, b: after.nablaB }, parameter);
  const earlier = sum(before);
  const start = earlier === undefined ? [] : [number(earlier, 'sum', parameter), op('+')];
  return {
    title: `Sum over ${after.summed} of ${after.m} samples`,
    symbols: [...sumOf(parameter), op('←'), ...sumOf(parameter), op('+'), partial(parameter)],
    numbers: [
      op('='),
      ...start,
      number(own, 'nabla', parameter),
      op('='),
      number(sum(after), 'sum', parameter, false),
    ],
    folded: 0,
  };
}

/** The sum, divided by m where it is. @param {State} state @param {Parameter} parameter @returns {Piece[]} */
const meanOf = ({ conventions }, parameter) => [
  ...(conventions.averageGradients
    ? [{ tag: /** @type {const} */ ('mfrac'), parts: [count(1), id('m')] }]
    : []),
  ...sumOf(parameter),
];

/** A bias that is not trained. @param {State} state @param {Parameter} parameter @returns {Formula} */
function ofFrozen(state, parameter) {
  const value = parameterValue(state, { w: state.weights, b: state.biases }, parameter);
  return {
    title: 'Biases are not trained: it stays',
    symbols: [named(parameter)],
    numbers: [op('='), number(value, 'b', parameter, false)],
    folded: 0,
  };
}

/** @param {State} state @param {Parameter} parameter @returns {Formula} */
function ofMean(state, parameter) {
  const sum = parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, parameter);
  const mean = parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, parameter);
  return {
    title: state.conventions.averageGradients ? 'Mean over the mini-batch' : 'The sum, not divided by m',
    symbols: meanOf(state, parameter),
    numbers: [
      op('='),
      number(sum, 'sum', parameter),
      op('÷'),
      count(divisor(state)),
      op('='),
      number(mean, 'mean', parameter, false),
    ],
    folded: 0,
  };
}

/** @param {State} state @param {Parameter} parameter @returns {Formula} */
function ofScale(state, parameter) {
  const mean = parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, parameter);
  const change = parameterValue(state, { w: state.changeW, b: state.changeB }, parameter);
  return {
    title: 'Times the learning rate',
    symbols: [id('η'), op('·'), ...meanOf(state, parameter)],
    numbers: [
      op('='),
      number(state.changeEta, 'eta'),
      op('·'),
      number(mean, 'mean', parameter),
      op('='),
      number(change, 'change', parameter, false),
    ],
    folded: 0,
  };
}

/** @param {State} before @param {State} after @param {Parameter} parameter @returns {Formula} */
function ofUpdate(before, after, parameter) {
  const old = parameterValue(before, { w: before.weights, b: before.biases }, parameter);
  const now = parameterValue(after, { w: after.weights, b: after.biases }, parameter);
  const change = parameterValue(after, { w: after.changeW, b: after.changeB }, parameter);
  return {
    title: 'Update',
    symbols: [named(parameter), op('←'), named(parameter), op('−'), id('η'), ...meanOf(after, parameter)],
    numbers: [
      op('='),
      number(old, 'w', parameter),
      op('−'),
      number(change, 'change', parameter),
      op('='),
      number(now, 'w', parameter, false),
    ],
    folded: 0,
  };
}

/**
 * The formula of the step shown; none for steps that compute nothing.
 *
 * @param {{ before: State, after: State }} view
 * @param {Selection | undefined} selection
 * @param {boolean} all  whether long sums are written out
 * @returns {Formula | undefined}
 */
export function formulaOf({ before, after }, selection, all) {
  const { kind, layer = 0 } = after.step;
  const parameter = parameterOf(selection, kind === 'nabla' ? layer : 0, after.sizes.length);
  const frozen = parameter.kind === 'bias' && !after.conventions.trainBiases;
  switch (kind) {
    case 'z':
      return ofZ(after, layer, neuronOf(selection, layer), all);
    case 'a':
      return ofA(after, layer, neuronOf(selection, layer));
    case 'cost':
      return ofCost(after, all);
    case 'delta':
      return ofDelta(after, layer, neuronOf(selection, layer), all);
    case 'nabla':
      return ofNabla(after, parameter);
    case 'sum':
      return ofSum(before, after, parameter);
    case 'mean':
      return ofMean(after, parameter);
    case 'scale':
      return frozen ? ofFrozen(after, parameter) : ofScale(after, parameter);
    case 'update':
      return before.step.kind === 'scale' && after.changeEta !== undefined
        ? frozen
          ? ofFrozen(after, parameter)
          : ofUpdate(before, after, parameter)
        : undefined;
    default:
      return undefined;
  }
}
