/**
 * Formulas of the forward pass: z, a and the cost.
 *
 * @module
 */
import { biasAt, neuronAt, targetAt, weightAt } from '../notation/selection.js';
import {
  biasSymbol,
  fraction,
  join,
  mi,
  mn,
  mo,
  mrow,
  neuronSymbol,
  number,
  power,
  result,
  targetSymbol,
  weightSymbol,
  writtenTerms,
} from './pieces.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Formula, Piece } from './pieces.js' */

/**
 * Returns z = Σ w a + b of neuron `j` of layer `l`.
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {boolean} all  whether a long sum is written out
 * @returns {Formula}
 */
export function zFormula(state, l, j, all) {
  const n = state.sizes[l - 2] ?? 0;
  const { terms, rest, folded } = writtenTerms(n, all);
  const [w, a] = [state.weights[l - 1], state.a[l - 2]];
  return {
    symbols: [
      neuronSymbol('z', l, j),
      mo('='),
      ...join(
        terms.map((k) => [weightSymbol(l, j, k), neuronSymbol('a', l - 1, k)]),
        '+',
      ),
      ...rest,
      mo('+'),
      biasSymbol(l, j),
    ],
    numbers: [
      mo('='),
      ...join(
        terms.map((k) => [
          number(w?.[j * n + k], 'w', weightAt(l, j, k)),
          mo('·'),
          number(a?.[k], 'a', neuronAt(l - 1, k)),
        ]),
        '+',
      ),
      ...rest,
      mo('+'),
      number(state.biases[l - 1]?.[j], 'b', biasAt(l, j)),
      mo('='),
      result(state.z[l - 1]?.[j], 'z', neuronAt(l, j)),
    ],
    folded,
  };
}

/**
 * Returns a = σ(z) of neuron `j` of layer `l`.
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @returns {Formula}
 */
export function aFormula(state, l, j) {
  const neuron = neuronAt(l, j);
  const z = neuronSymbol('z', l, j);
  const expMinusZ = power(mi('e'), mrow(mo('−'), z));
  return {
    symbols: [
      neuronSymbol('a', l, j),
      mo('='),
      mi('σ'),
      mo('('),
      z,
      mo(')'),
      mo('='),
      fraction(mn(1), mrow(mn(1), mo('+'), expMinusZ)),
    ],
    numbers: [
      mo('='),
      mi('σ'),
      mo('('),
      result(state.z[l - 1]?.[j], 'z', neuron),
      mo(')'),
      mo('='),
      result(state.a[l - 1]?.[j], 'a', neuron),
    ],
    folded: 0,
  };
}

/**
 * Returns C = ½ Σ (a − y)², without ½ if the cost is not halved.
 *
 * @param {State} state
 * @param {boolean} all  whether a long sum is written out
 * @returns {Formula}
 */
export function costFormula(state, all) {
  const L = state.sizes.length;
  const n = state.sizes[L - 1] ?? 0;
  const { terms, rest, folded } = writtenTerms(n, all);
  const oneHalf = state.conventions.halveCost ? [fraction(mn(1), mn(2))] : [];
  /**
   * @param {Piece} a
   * @param {Piece} y
   */
  const square = (a, y) => power(mrow(mo('('), a, mo('−'), y, mo(')')), mn(2));
  /** ½ of several squares needs brackets. @param {Piece[]} squares */
  const sum = (squares) => {
    const pieces = [...join(squares, '+'), ...rest];
    return n > 1 && oneHalf.length > 0 ? [mo('('), ...pieces, mo(')')] : pieces;
  };
  return {
    symbols: [
      mi('C'),
      mo('='),
      ...oneHalf,
      ...sum(terms.map((j) => square(neuronSymbol('a', L, j), targetSymbol(j)))),
    ],
    numbers: [
      mo('='),
      ...oneHalf,
      ...sum(
        terms.map((j) =>
          square(number(state.a[L - 1]?.[j], 'a', neuronAt(L, j)), number(state.y?.[j], 'y', targetAt(j))),
        ),
      ),
      mo('='),
      result(state.cost, 'cost', { kind: 'cost' }),
    ],
    folded,
  };
}
