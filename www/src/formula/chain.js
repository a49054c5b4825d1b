/**
 * Where a gradient comes from: the product of the chain rule, and for a hidden neuron the sum over those it feeds.
 *
 * @module
 */
import { count, id, indices, number, op, symbol } from './formulas.js';

/** @import { State } from '../protocol/messages.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Piece } from './formulas.js' */

/** So many terms of the sum are written out. */
const MOST_TERMS = 4;

/** @param {Piece} over @param {Piece} under @returns {Piece} */
const derivative = (over, under) => ({
  tag: 'mfrac',
  parts: [
    { tag: 'mrow', parts: [op('∂'), over] },
    { tag: 'mrow', parts: [op('∂'), under] },
  ],
});

/**
 * ∂C/∂w = ∂C/∂a · ∂a/∂z · ∂z/∂w in symbols and numbers, and what ∂C/∂a is.
 *
 * @param {State} state  at a step at which the gradient of the sample is known
 * @param {Parameter} parameter
 * @param {boolean} [all]  whether a long sum is written out
 * @returns {{ symbols: Piece[], numbers: Piece[], error: Piece[], folded: number } | undefined}  none before it is known
 */
export function chainOf(state, parameter, all = false) {
  const l = parameter.layer;
  const j = parameter.kind === 'weight' ? parameter.to : parameter.neuron;
  const L = state.sizes.length;
  const gradient =
    parameter.kind === 'weight'
      ? state.nablaW[l - 1]?.[j * (state.sizes[l - 2] ?? 0) + parameter.from]
      : state.nablaB[l - 1]?.[j];
  if (gradient === undefined) return undefined;
  /** @type {Selection} */
  const neuron = { kind: 'neuron', layer: l, neuron: j };
  const a = symbol('a', l, `${j + 1}`, 'a', neuron);
  const z = symbol('z', l, `${j + 1}`, 'z', neuron);
  const own =
    parameter.kind === 'weight'
      ? symbol('w', l, indices(j, parameter.from), 'w', parameter)
      : symbol('b', l, `${j + 1}`, 'b', parameter);
  const C = id('C');
  const next = state.sizes[l] ?? 0;
  const shown = all ? next : Math.min(next, MOST_TERMS);
  const error = l === L ? state.costDerivative?.[j] : state.carried[l - 1]?.[j];
  /** @type {Selection | undefined} */
  const source =
    parameter.kind === 'weight' ? { kind: 'neuron', layer: l - 1, neuron: parameter.from } : undefined;
  const last = source
    ? number(state.a[l - 2]?.[parameter.kind === 'weight' ? parameter.from : 0], 'a', source)
    : count(1);
  return {
    symbols: [
      { ...derivative(C, own), term: 'nabla', selection: parameter },
      op('='),
      derivative(C, a),
      op('·'),
      { ...derivative(a, z), term: 'slope' },
      op('·'),
      derivative(z, own),
    ],
    numbers: [
      op('='),
      number(error, 'sum', neuron),
      op('·'),
      number(state.slope[l - 1]?.[j], 'slope', neuron),
      op('·'),
      last,
      op('='),
      number(gradient, 'nabla', parameter, false),
    ],
    error: l === L ? ofOutput(state, j, a, C) : ofHidden(state, l, j, a, C, shown),
    folded: l === L ? 0 : next - shown,
  };
}

/** ∂C/∂a = a − y, or twice that. @param {State} state @param {number} j @param {Piece} a @param {Piece} C @returns {Piece[]} */
function ofOutput(state, j, a, C) {
  const L = state.sizes.length;
  /** @type {Selection} */
  const target = { kind: 'target', neuron: j };
  /** @type {Selection} */
  const neuron = { kind: 'neuron', layer: L, neuron: j };
  const { halveCost } = state.conventions;
  return [
    derivative(C, a),
    op('='),
    ...(halveCost ? [] : [count(2), op('(')]),
    number(state.a[L - 1]?.[j], 'a', neuron),
    op('−'),
    number(state.y?.[j], 'y', target),
    ...(halveCost ? [] : [op(')')]),
    op('='),
    number(state.costDerivative?.[j], 'sum', neuron, false),
  ];
}

/** ∂C/∂a = Σ w δ, over every neuron it feeds. @param {State} state @param {number} l @param {number} j @param {Piece} a @param {Piece} C @param {number} most @returns {Piece[]} */
function ofHidden(state, l, j, a, C, most) {
  const [n, width] = [state.sizes[l] ?? 0, state.sizes[l - 1] ?? 0];
  const [w, delta] = [state.weights[l], state.delta[l]];
  const shown = Array.from({ length: most }, (_, i) => i);
  return [
    derivative(C, a),
    op('='),
    ...shown.flatMap((i) => {
      /** @type {Selection} */
      const weight = { kind: 'weight', layer: l + 1, to: i, from: j };
      /** @type {Selection} */
      const next = { kind: 'neuron', layer: l + 1, neuron: i };
      return [
        ...(i > 0 ? [op('+')] : []),
        number(w?.[i * width + j], 'w', weight),
        op('·'),
        number(delta?.[i], 'delta', next),
      ];
    }),
    ...(n > shown.length ? [op('+'), op('⋯')] : []),
    op('='),
    number(state.carried[l - 1]?.[j], 'sum', { kind: 'neuron', layer: l, neuron: j }, false),
  ];
}
