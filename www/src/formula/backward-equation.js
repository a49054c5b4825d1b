/**
 * Equations of the backward pass: δ of the output, δ of a hidden layer, gradients.
 *
 * @module
 */
import { at, closed, column, dot, general, ofZ, sign, sumOfTerms } from './columns.js';
import { mi, mn, mo, mrow, neuronSymbol, parameterSymbol, targetSymbol, weightSymbol } from './pieces.js';
import { neuronAt, targetAt, weightAt } from '../notation/selection.js';
import { parameterValue } from '../notation/parameter-value.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Selection, Parameter } from '../notation/selection.js' */
/** @import { Column, Equation } from './columns.js' */
/** @import { Piece } from './pieces.js' */

/** Returns the factors of a product as columns of their own. @param {Column} product @returns {Column[]} */
const factorsApart = ({ symbols, factors, part, term }) =>
  factors.flatMap((factor, at) => [
    ...(at > 0 ? [sign('·')] : []),
    column(symbols.slice(at, at + 1), [factor], part, at > 0 ? 'delta' : term),
  ]);

/**
 * δ = (a − y) σ'(z).
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {number} digits
 * @returns {Equation}
 */
export function outputDeltaEquation(state, l, j, digits) {
  const delta = at(state.delta, l, j);
  const twice = !state.conventions.halveCost;
  const target = targetAt(j);
  return closed(
    {
      about: { kind: 'neuron', number: j + 1, of: state.sizes[l - 1] ?? 1 },
      focus: neuronAt(l, j),
      under: l,
      columns: [
        column([neuronSymbol('delta', l, j)], [{ value: delta, tone: 'gradient' }], 2, 'delta', 'result'),
        sign('='),
        ...(twice ? [sign('2')] : []),
        sign('('),
        column(
          [neuronSymbol('a', l, j)],
          [{ value: at(state.a, l, j), tone: 'value', precision: 'finer', selection: neuronAt(l, j) }],
          0,
          'a',
        ),
        sign('−'),
        column(
          [targetSymbol(j)],
          [{ value: Number(state.y?.[j]), tone: 'ink', precision: 'chosen', selection: target }],
          0,
          'y',
        ),
        sign(')'),
        sign('·'),
        column(
          ofZ("σ'", l, j),
          [{ value: at(state.slope, l, j), tone: 'ink', precision: 'finer', selection: neuronAt(l, j) }],
          1,
          'slope',
        ),
      ],
      parts: 3,
    },
    ([a = 0, y = 0, slope = 0]) => (twice ? 2 : 1) * (a - y) * slope,
    delta,
    digits,
  );
}

/**
 * δ = Σ w δ · σ'(z).
 *
 * @param {State} state
 * @param {number} l
 * @param {number} k
 * @param {boolean} unfolded
 * @param {number} digits
 * @returns {Equation}
 */
export function hiddenDeltaEquation(state, l, k, unfolded, digits) {
  const n = state.sizes[l] ?? 0;
  const own = state.sizes[l - 1] ?? 0;
  const delta = at(state.delta, l, k);
  const { columns, folded } = sumOfTerms(
    state,
    k,
    n,
    unfolded,
    (j) => {
      const weight = weightAt(l + 1, j, k);
      return column(
        [weightSymbol(l + 1, j, k), neuronSymbol('delta', l + 1, j)],
        [
          {
            value: at(state.weights, l + 1, j * own + k),
            tone: 'value',
            precision: 'finer',
            selection: weight,
          },
          {
            value: at(state.delta, l + 1, j),
            tone: 'gradient',
            precision: 'finer',
            selection: neuronAt(l + 1, j),
          },
        ],
        j,
        'w',
      );
    },
    [general('w', l + 1, `j${k + 1}`), general('δ', l + 1, 'j')],
  );
  const brackets = n > 1;
  // A single product has its factors in columns of their own.
  const [product] = columns;
  const terms = n === 1 && product ? factorsApart(product) : columns;
  return closed(
    {
      about: { kind: 'neuron', number: k + 1, of: own },
      focus: neuronAt(l, k),
      under: l,
      columns: [
        column([neuronSymbol('delta', l, k)], [{ value: delta, tone: 'gradient' }], n + 1, 'delta', 'result'),
        sign('='),
        ...(brackets ? [sign('(')] : []),
        ...terms,
        ...(brackets ? [sign(')')] : []),
        sign('·'),
        column(
          ofZ("σ'", l, k),
          [{ value: at(state.slope, l, k), tone: 'ink', precision: 'finer', selection: neuronAt(l, k) }],
          n,
          'slope',
        ),
      ],
      parts: n + 2,
      folded,
    },
    (shown) => (folded > 0 ? Number(shown[0]) : dot(shown.slice(0, -1))) * Number(shown.at(-1)),
    delta,
    digits,
  );
}

/** ∂C/∂w in one line. @param {Parameter} parameter @returns {Piece[]} */
export const partial = (parameter) => [
  {
    ...mrow(mo('∂'), mi('C'), mo('/'), mo('∂'), parameterSymbol(parameter)),
    term: 'nabla',
    selection: parameter,
  },
];

/** @param {State} state @param {Parameter} parameter @returns {NonNullable<Equation['about']>} */
export function aboutOf({ sizes, step }, parameter) {
  const inputs = sizes[parameter.layer - 2] ?? 1;
  const isWeight = parameter.kind === 'weight';
  const own = isWeight ? parameter.to * inputs + parameter.from : parameter.neuron;
  /** How many a layer has. @param {number} layer */
  const count = (layer) => (sizes[layer - 1] ?? 1) * (isWeight ? (sizes[layer - 2] ?? 1) : 1);
  if (step.kind === 'nabla') return { kind: parameter.kind, number: own + 1, of: count(parameter.layer) };
  // The steps at the end go through all layers, from the output back.
  let [before, all] = [0, 0];
  for (let layer = sizes.length; layer >= 2; layer -= 1) {
    if (layer > parameter.layer) before += count(layer);
    all += count(layer);
  }
  return { kind: parameter.kind, number: before + own + 1, of: all };
}

/**
 * ∂C/∂w = a δ, ∂C/∂b = δ.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @param {number} digits
 * @returns {Equation}
 */
export function gradientEquation(state, parameter, digits) {
  const l = parameter.layer;
  const j = parameter.kind === 'weight' ? parameter.to : parameter.neuron;
  const value = Number(parameterValue(state, { w: state.nablaW, b: state.nablaB }, parameter));
  const delta = column(
    [neuronSymbol('delta', l, j)],
    [
      {
        value: at(state.delta, l, j),
        tone: 'gradient',
        precision: parameter.kind === 'weight' ? 'finer' : 'same',
        selection: neuronAt(l, j),
      },
    ],
    0,
    'delta',
  );
  const result = column(partial(parameter), [{ value, tone: 'gradient' }], 0, 'nabla', 'result');
  const rest =
    parameter.kind === 'bias'
      ? [delta, sign('·'), column([mn(1)], [{ value: 1, tone: 'ink', precision: 'chosen' }], 0, 'one')]
      : [
          column(
            [neuronSymbol('a', l - 1, parameter.from)],
            [
              {
                value: at(state.a, l - 1, parameter.from),
                tone: 'value',
                precision: l === 2 ? 'chosen' : 'finer',
                selection: neuronAt(l - 1, parameter.from),
              },
            ],
            0,
            'a',
          ),
          sign('·'),
          delta,
        ];
  return closed(
    {
      about: aboutOf(state, parameter),
      focus: parameter,
      under: l,
      columns: [result, sign('='), ...rest],
      parts: 1,
    },
    ([one = 0, other = 0]) => one * other,
    value,
    digits,
  );
}
