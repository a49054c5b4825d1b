/**
 * The chain rule behind a gradient: ∂C/∂w = ∂C/∂a · ∂a/∂z · ∂z/∂w, and where its first factor comes from.
 *
 * @module
 */
import { parameterValue } from '../notation/parameter-value.js';
import { neuronAt, targetAt, weightAt } from '../notation/selection.js';
import {
  derivative,
  gradientSymbol,
  join,
  mi,
  mn,
  mo,
  neuronSymbol,
  number,
  parameterSymbol,
  result,
  writtenTerms,
} from './pieces.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Parameter } from '../notation/selection.js' */
/** @import { Piece } from './pieces.js' */

/** At most so many terms of ∂C/∂a = Σ w δ are written out, unless all are asked for. */
const MOST_TERMS = 4;

/**
 * The chain rule for one weight or bias.
 *
 * @typedef {object} Chain
 * @property {Piece[]} symbols  ∂C/∂w = ∂C/∂a · ∂a/∂z · ∂z/∂w
 * @property {Piece[]} numbers  the same with the numbers of the state
 * @property {Piece[]} error  how ∂C/∂a is computed, in numbers
 * @property {number} folded  terms of `error` that are left out
 */

/**
 * Returns the chain rule for a weight or bias.
 *
 * @param {State} state
 * @param {Parameter} parameter
 * @param {boolean} [all]  whether a long sum is written out
 * @returns {Chain | undefined}  none before the gradient of the sample is computed
 */
export function chainOf(state, parameter, all = false) {
  const l = parameter.layer;
  const j = parameter.kind === 'weight' ? parameter.to : parameter.neuron;
  const gradient = parameterValue(state, { w: state.nablaW, b: state.nablaB }, parameter);
  if (gradient === undefined) return undefined;
  const [a, z] = [neuronSymbol('a', l, j), neuronSymbol('z', l, j)];
  const output = l === state.sizes.length;
  const error = output ? state.costDerivative?.[j] : state.carried[l - 1]?.[j];
  const { pieces, folded } = output ? outputError(state, j) : hiddenError(state, l, j, all);
  return {
    symbols: [
      gradientSymbol(parameter),
      mo('='),
      derivative(mi('C'), a),
      mo('·'),
      { ...derivative(a, z), term: 'slope' },
      mo('·'),
      derivative(z, parameterSymbol(parameter)),
    ],
    numbers: [
      mo('='),
      number(error, 'sum', neuronAt(l, j)),
      mo('·'),
      number(state.slope[l - 1]?.[j], 'slope', neuronAt(l, j)),
      mo('·'),
      inputOf(state, parameter),
      mo('='),
      result(gradient, 'nabla', parameter),
    ],
    error: [derivative(mi('C'), a), mo('='), ...pieces, mo('='), result(error, 'sum', neuronAt(l, j))],
    folded,
  };
}

/**
 * Returns ∂z/∂w, which is the activation before it, or ∂z/∂b, which is 1.
 * @param {State} state
 * @param {Parameter} parameter
 */
function inputOf(state, parameter) {
  if (parameter.kind === 'bias') return mn(1);
  const { layer, from } = parameter;
  return number(state.a[layer - 2]?.[from], 'a', neuronAt(layer - 1, from));
}

/**
 * Returns ∂C/∂a of output neuron `j`: a − y, twice that if the cost is not halved.
 * @param {State} state
 * @param {number} j
 * @returns {{ pieces: Piece[], folded: number }}
 */
function outputError(state, j) {
  const L = state.sizes.length;
  const difference = [
    number(state.a[L - 1]?.[j], 'a', neuronAt(L, j)),
    mo('−'),
    number(state.y?.[j], 'y', targetAt(j)),
  ];
  const { halveCost } = state.conventions;
  return { pieces: halveCost ? difference : [mn(2), mo('('), ...difference, mo(')')], folded: 0 };
}

/**
 * Returns ∂C/∂a of neuron `j` of hidden layer `l`: Σ w δ over every neuron of the next layer.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {boolean} all  whether a long sum is written out
 */
function hiddenError(state, l, j, all) {
  const width = state.sizes[l - 1] ?? 0;
  const { terms, rest, folded } = writtenTerms(state.sizes[l] ?? 0, all, MOST_TERMS);
  const [w, delta] = [state.weights[l], state.delta[l]];
  const products = terms.map((i) => [
    number(w?.[i * width + j], 'w', weightAt(l + 1, i, j)),
    mo('·'),
    number(delta?.[i], 'delta', neuronAt(l + 1, i)),
  ]);
  return { pieces: [...join(products, '+'), ...rest], folded };
}
