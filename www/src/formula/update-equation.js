/**
 * Equations of the end of a mini-batch: the sum, the mean, the step, the update.
 *
 * @module
 */
import { closed, column, sign } from './columns.js';
import { mi, mn, mo, parameterSymbol } from './pieces.js';
import { parameterValue } from '../notation/parameter-value.js';
import { aboutOf, partial } from './backward-equation.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Selection, Parameter } from '../notation/selection.js' */
/** @import { Column, Equation } from './columns.js' */
/** @import { Piece } from './pieces.js' */

/**
 * Σ ← Σ + ∂C/∂w.
 *
 * @param {State} before
 * @param {State} after
 * @param {Parameter} parameter
 * @param {number} digits
 * @returns {Equation}
 */
export function sumEquation(before, after, parameter, digits) {
  const earlier = parameterValue(before, { w: before.sumNablaW, b: before.sumNablaB }, parameter);
  const own = Number(parameterValue(after, { w: after.nablaW, b: after.nablaB }, parameter));
  const now = Number(parameterValue(after, { w: after.sumNablaW, b: after.sumNablaB }, parameter));
  const add = column(
    partial(parameter),
    [{ value: own, tone: 'gradient', selection: parameter }],
    0,
    'nabla',
  );
  const old = column(
    [mo('∑')],
    [{ value: Number(earlier), tone: 'gradient', selection: parameter }],
    0,
    'sum',
  );
  return closed(
    {
      about: aboutOf(after, parameter),
      focus: parameter,
      under: parameter.layer,
      columns: [
        column([mo('∑')], [{ value: now, tone: 'gradient' }], 0, 'sum', 'result'),
        sign('='),
        ...(earlier === undefined ? [add] : [old, sign('+'), add]),
      ],
      parts: 1,
    },
    (shown) => shown.reduce((total, value) => total + value, 0),
    now,
    digits,
  );
}

/**
 * The mean: Σ ÷ m.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @param {number} digits
 * @returns {Equation}
 */
export function meanEquation(state, parameter, digits) {
  const total = Number(parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, parameter));
  const value = Number(parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, parameter));
  const divisor = state.conventions.averageGradients ? state.m : 1;
  return closed(
    {
      about: aboutOf(state, parameter),
      focus: parameter,
      under: parameter.layer,
      columns: [
        {
          ...column(partial(parameter), [{ value, tone: 'gradient' }], 0, 'mean', 'result'),
          word: divisor === state.m ? 'mean' : '',
        },
        sign('='),
        column(
          [mo('∑')],
          [{ value: total, tone: 'gradient', precision: 'finer', selection: parameter }],
          0,
          'sum',
        ),
        sign('÷'),
        column(
          divisor === state.m ? [mi('m')] : [mn(1)],
          [{ value: divisor, tone: 'ink', precision: 'chosen' }],
          0,
          'm',
        ),
      ],
      parts: 1,
    },
    ([one = 0, other = 1]) => one / other,
    value,
    digits,
  );
}

/**
 * Returns the columns of η · mean.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @param {number} value  of the mean
 */
const etaTimesMean = ({ stepEta = 0, conventions }, parameter, value) => [
  column([mi('η')], [{ value: stepEta, tone: 'step', precision: 'chosen' }], 0, 'eta'),
  sign('·'),
  {
    ...column(
      partial(parameter),
      [{ value, tone: 'gradient', precision: 'finer', selection: parameter }],
      0,
      'mean',
    ),
    word: conventions.averageGradients ? 'mean' : '',
  },
];

/**
 * step = −η · mean.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @param {number} digits
 * @returns {Equation | undefined}
 */
export function scaleEquation(state, parameter, digits) {
  const step = parameterValue(state, { w: state.stepW, b: state.stepB }, parameter);
  const value = Number(parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, parameter));
  if (step === undefined || state.stepEta === undefined) return undefined;
  return closed(
    {
      about: aboutOf(state, parameter),
      focus: parameter,
      under: parameter.layer,
      columns: [
        { ...column([], [{ value: step, tone: 'step', signed: true }], 0, 'step', 'result'), word: 'step' },
        sign('='),
        sign('−'),
        ...etaTimesMean(state, parameter, value),
      ],
      parts: 1,
    },
    ([eta = 0, other = 0]) => -eta * other,
    step,
    digits,
  );
}

/**
 * w ← w − η · mean.
 *
 * @param {State} before
 * @param {State} after
 * @param {Parameter} parameter
 * @param {number} digits
 * @returns {Equation | undefined}
 */
export function updateEquation(before, after, parameter, digits) {
  const old = Number(parameterValue(before, { w: before.weights, b: before.biases }, parameter));
  const now = Number(parameterValue(after, { w: after.weights, b: after.biases }, parameter));
  const value = parameterValue(after, { w: after.meanNablaW, b: after.meanNablaB }, parameter);
  if (value === undefined || after.stepEta === undefined) return undefined;
  return closed(
    {
      about: aboutOf(after, parameter),
      focus: parameter,
      under: parameter.layer,
      columns: [
        column([parameterSymbol(parameter)], [{ value: now, tone: 'value' }], 0, 'w', 'result'),
        sign('←'),
        column([parameterSymbol(parameter)], [{ value: old, tone: 'value', selection: parameter }], 0, 'w'),
        sign('−'),
        ...etaTimesMean(after, parameter, value),
      ],
      parts: 1,
    },
    ([w = 0, eta = 0, other = 0]) => w - eta * other,
    now,
    digits,
  );
}
