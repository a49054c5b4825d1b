/**
 * Formulas of the backward pass: δ, and the gradient of a weight or bias.
 *
 * @module
 */
import { parameterValue } from '../notation/parameter-value.js';
import { neuronAt, targetAt, weightAt } from '../notation/selection.js';
import {
  gradientSymbol,
  join,
  mi,
  mn,
  mo,
  mrow,
  neuronSymbol,
  number,
  result,
  targetSymbol,
  weightSymbol,
  writtenTerms,
} from './pieces.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Parameter } from '../notation/selection.js' */
/** @import { Formula, Piece } from './pieces.js' */

/**
 * Returns δ of neuron `j` of layer `l`.
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {boolean} all  whether a long sum is written out
 */
export const deltaFormula = (state, l, j, all) =>
  l === state.sizes.length ? outputDelta(state, j) : hiddenDelta(state, l, j, all);

/**
 * Returns δ = (a − y) σ'(z) of output neuron `j` (BP1), twice that if the cost is not halved.
 *
 * @param {State} state
 * @param {number} j
 * @returns {Formula}
 */
function outputDelta(state, j) {
  const L = state.sizes.length;
  const twice = state.conventions.halveCost ? [] : [mn(2)];
  return {
    symbols: [
      neuronSymbol('delta', L, j),
      mo('='),
      ...twice,
      mo('('),
      neuronSymbol('a', L, j),
      mo('−'),
      targetSymbol(j),
      mo(')'),
      ...timesSlope(L, j),
    ],
    numbers: [
      mo('='),
      ...twice,
      mo('('),
      number(state.a[L - 1]?.[j], 'a', neuronAt(L, j)),
      mo('−'),
      number(state.y?.[j], 'y', targetAt(j)),
      mo(')'),
      ...timesSlopeIs(state, L, j),
    ],
    folded: 0,
  };
}

/**
 * Returns δ = (Σ w δ) σ'(z) of neuron `j` of hidden layer `l`, summed over the next layer (BP2).
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {boolean} all  whether a long sum is written out
 * @returns {Formula}
 */
function hiddenDelta(state, l, j, all) {
  const width = state.sizes[l - 1] ?? 0;
  const { terms, rest, folded } = writtenTerms(state.sizes[l] ?? 0, all);
  const [w, delta] = [state.weights[l], state.delta[l]];
  return {
    symbols: [
      neuronSymbol('delta', l, j),
      mo('='),
      mo('('),
      ...join(
        terms.map((i) => [weightSymbol(l + 1, i, j), neuronSymbol('delta', l + 1, i)]),
        '+',
      ),
      ...rest,
      mo(')'),
      ...timesSlope(l, j),
    ],
    numbers: [
      mo('='),
      mo('('),
      ...join(
        terms.map((i) => [
          number(w?.[i * width + j], 'w', weightAt(l + 1, i, j)),
          mo('·'),
          number(delta?.[i], 'delta', neuronAt(l + 1, i)),
        ]),
        '+',
      ),
      ...rest,
      mo(')'),
      ...timesSlopeIs(state, l, j),
    ],
    folded,
  };
}

/**
 * Returns · σ'(z), in symbols.
 * @param {number} l
 * @param {number} j
 * @returns {Piece[]}
 */
const timesSlope = (l, j) => [
  mo('·'),
  {
    ...mrow(mi("σ'"), mo('('), neuronSymbol('z', l, j), mo(')')),
    term: 'slope',
    selection: neuronAt(l, j),
  },
];

/**
 * Returns · σ'(z) = δ, in numbers.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 */
const timesSlopeIs = (state, l, j) => [
  mo('·'),
  number(state.slope[l - 1]?.[j], 'slope', neuronAt(l, j)),
  mo('='),
  result(state.delta[l - 1]?.[j], 'delta', neuronAt(l, j)),
];

/**
 * Returns ∂C/∂b = δ (BP3) or ∂C/∂w = a δ (BP4).
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @returns {Formula}
 */
export function nablaFormula(state, parameter) {
  const l = parameter.layer;
  const nabla = parameterValue(state, { w: state.nablaW, b: state.nablaB }, parameter);
  const last = result(nabla, 'nabla', parameter);
  if (parameter.kind === 'bias') {
    return {
      symbols: [gradientSymbol(parameter), mo('='), neuronSymbol('delta', l, parameter.neuron)],
      numbers: [mo('='), last],
      folded: 0,
    };
  }
  const { to: j, from: k } = parameter;
  return {
    symbols: [
      gradientSymbol(parameter),
      mo('='),
      neuronSymbol('a', l - 1, k),
      mo('·'),
      neuronSymbol('delta', l, j),
    ],
    numbers: [
      mo('='),
      number(state.a[l - 2]?.[k], 'a', neuronAt(l - 1, k)),
      mo('·'),
      number(state.delta[l - 1]?.[j], 'delta', neuronAt(l, j)),
      mo('='),
      last,
    ],
    folded: 0,
  };
}
