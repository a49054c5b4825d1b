/**
 * Formulas of the end of a mini-batch: the gradient summed, averaged, multiplied by −η and added.
 *
 * @module
 */
import { divisor } from '../notation/conventions.js';
import { parameterValue } from '../notation/parameter-value.js';
import { fraction, gradientSymbol, mi, mn, mo, number, parameterSymbol, result } from './pieces.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Parameter } from '../notation/selection.js' */
/** @import { Formula } from './pieces.js' */

/**
 * Returns ∑ ∂C/∂w, over the samples.
 * @param {Parameter} parameter
 */
const sumSymbols = (parameter) => [mo('∑'), gradientSymbol(parameter)];

/**
 * Returns 1/m ∑ ∂C/∂w, without 1/m if gradients are not averaged.
 * @param {State} state
 * @param {Parameter} parameter
 */
const meanSymbols = ({ conventions }, parameter) => [
  ...(conventions.averageGradients ? [fraction(mn(1), mi('m'))] : []),
  ...sumSymbols(parameter),
];

/**
 * @param {State} state
 * @param {Parameter} parameter
 */
const sumOf = (state, parameter) =>
  parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, parameter);

/**
 * @param {State} state
 * @param {Parameter} parameter
 */
const meanOf = (state, parameter) =>
  parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, parameter);

/**
 * @param {State} state
 * @param {Parameter} parameter
 */
const stepOf = (state, parameter) => parameterValue(state, { w: state.stepW, b: state.stepB }, parameter);

/**
 * @param {State} state
 * @param {Parameter} parameter
 */
const valueOf = (state, parameter) => parameterValue(state, { w: state.weights, b: state.biases }, parameter);

/**
 * Returns the sum over the samples so far, plus the gradient of this sample.
 *
 * @param {State} before
 * @param {State} after
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export function sumFormula(before, after, parameter) {
  const own = parameterValue(after, { w: after.nablaW, b: after.nablaB }, parameter);
  const earlier = sumOf(before, parameter);
  const start = earlier === undefined ? [] : [number(earlier, 'sum', parameter), mo('+')];
  return {
    symbols: [
      ...sumSymbols(parameter),
      mo('←'),
      ...sumSymbols(parameter),
      mo('+'),
      gradientSymbol(parameter),
    ],
    numbers: [
      mo('='),
      ...start,
      number(own, 'nabla', parameter),
      mo('='),
      result(sumOf(after, parameter), 'sum', parameter),
    ],
    folded: 0,
  };
}

/**
 * Returns the sum divided by m, by 1 if gradients are not averaged.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export const meanFormula = (state, parameter) => ({
  symbols: meanSymbols(state, parameter),
  numbers: [
    mo('='),
    number(sumOf(state, parameter), 'sum', parameter),
    mo('÷'),
    mn(divisor(state)),
    mo('='),
    result(meanOf(state, parameter), 'mean', parameter),
  ],
  folded: 0,
});

/**
 * Returns −η times the mean: the step that the update will add.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export const scaleFormula = (state, parameter) => ({
  symbols: [mo('−'), mi('η'), mo('·'), ...meanSymbols(state, parameter)],
  numbers: [
    mo('='),
    mo('−'),
    number(state.stepEta, 'eta'),
    mo('·'),
    number(meanOf(state, parameter), 'mean', parameter),
    mo('='),
    result(stepOf(state, parameter), 'step', parameter),
  ],
  folded: 0,
});

/**
 * Returns w ← w − η 1/m ∑ ∂C/∂w.
 *
 * @param {State} before
 * @param {State} after
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export const updateFormula = (before, after, parameter) => ({
  symbols: [
    parameterSymbol(parameter),
    mo('←'),
    parameterSymbol(parameter),
    mo('−'),
    mi('η'),
    ...meanSymbols(after, parameter),
  ],
  numbers: [
    mo('='),
    number(valueOf(before, parameter), 'w', parameter),
    mo('+'),
    number(stepOf(after, parameter), 'step', parameter),
    mo('='),
    result(valueOf(after, parameter), 'w', parameter),
  ],
  folded: 0,
});

/**
 * Returns the value of a bias that is not trained.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export const frozenFormula = (state, parameter) => ({
  symbols: [parameterSymbol(parameter)],
  numbers: [mo('='), result(valueOf(state, parameter), 'b', parameter)],
  folded: 0,
});
