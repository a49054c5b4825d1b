/**
 * The beats of a step forwards: products into a sum, a bias, a squash, the squares of the cost.
 *
 * @module
 */
import { id, indices, number, ofA, op, symbol } from '../../formula/formulas.js';
import { numberKey } from '../number-key.js';
import { biasAt, neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { drawn, product, targetSymbol, terms } from './beat.js';

/** @import { State } from '../../protocol/messages.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Beat } from './beat.js' */

/** z = Σ w a + b. @param {State} state @param {number} l @param {Layout} layout @returns {Beat[]} */
export function ofZ(state, l, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const [w, a, n] = [state.weights[l - 1], state.a[l - 2], state.sizes[l - 2] ?? 0];
  for (const j of drawn(layout, l)) {
    const into = neuronAt(l, j);
    terms(drawn(layout, l - 1), (k, skipped) => {
      const [selection, source] = [weightAt(l, j, k), neuronAt(l - 1, k)];
      product(beats, state, j, k, skipped, {
        selection,
        into,
        symbols: [
          symbol('w', l, indices(j, k), 'w', selection),
          op('·'),
          symbol('a', l - 1, `${k + 1}`, 'a', source),
        ],
        numbers: [op('='), number(w?.[j * n + k], 'w', selection), op('·'), number(a?.[k], 'a', source)],
      });
    });
    const bias = biasAt(l, j);
    beats.push({
      selection: bias,
      into,
      symbols: [
        symbol('z', l, `${j + 1}`, 'z', into),
        op('='),
        op('∑'),
        op('+'),
        symbol('b', l, `${j + 1}`, 'b', bias),
      ],
      numbers: [
        op('='),
        number(state.terms?.running[(j + 1) * n - 1], 'sum', into),
        op('+'),
        number(state.biases[l - 1]?.[j], 'b', bias),
        op('='),
        number(state.z[l - 1]?.[j], 'z', into, false),
      ],
      completes: [numberKey('z', l, j)],
    });
  }
  return beats;
}

/** a = σ(z). @param {State} state @param {number} l @param {Layout} layout @returns {Beat[]} */
export const ofSquash = (state, l, layout) =>
  drawn(layout, l).map((j) => {
    const selection = neuronAt(l, j);
    const { symbols, numbers } = ofA(state, l, j);
    const curve = { z: Number(state.z[l - 1]?.[j]), a: Number(state.a[l - 1]?.[j]) };
    return { selection, into: selection, symbols, numbers, completes: [numberKey('a', l, j)], curve };
  });

/** C = ½ Σ (a − y)², or without the half. @param {State} state @param {Layout} layout @returns {Beat[]} */
export function ofCost(state, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const L = state.sizes.length;
  /** @type {Selection} */
  const into = { kind: 'cost' };
  terms(drawn(layout, L), (j, skipped) => {
    const selection = neuronAt(L, j);
    const target = targetAt(j);
    const square = [op(')'), op('²')];
    product(beats, state, 0, j, skipped, {
      selection,
      into,
      symbols: [op('('), symbol('a', L, `${j + 1}`, 'a', selection), op('−'), targetSymbol(j), ...square],
      numbers: [
        op('='),
        op('('),
        number(state.a[L - 1]?.[j], 'a', selection),
        op('−'),
        number(state.y?.[j], 'y', target),
        ...square,
      ],
    });
  });
  const sums = state.terms;
  const half = state.conventions.halveCost ? [op('½')] : [];
  beats.push({
    selection: into,
    into,
    symbols: [{ ...id('C'), term: 'cost', selection: into }, op('='), ...half, op('∑')],
    numbers: [
      op('='),
      ...(half.length > 0 ? [...half, op('·')] : []),
      number(sums?.running[sums.count - 1], 'sum', into),
      op('='),
      number(state.cost, 'cost', into, false),
    ],
    completes: [numberKey('cost')],
  });
  return beats;
}
