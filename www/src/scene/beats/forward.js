/**
 * The beats of a step forwards: products into a sum, a bias, a squash, the squares of the cost.
 *
 * @module
 */
import { id, indices, number, ofA, op, symbol } from '../../formula/formulas.js';
import { known } from '../number-key.js';
import { biasMark, drawn, neuronMark, product, targetMark, targetSymbol, terms, weightMark } from './beat.js';

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
    const into = neuronMark(l, j);
    terms(drawn(layout, l - 1), (k, skipped) => {
      const [mark, source] = [weightMark(l, j, k), neuronMark(l - 1, k)];
      product(beats, state, j, k, skipped, {
        mark,
        into,
        symbols: [
          symbol('w', l, indices(j, k), 'w', mark),
          op('·'),
          symbol('a', l - 1, `${k + 1}`, 'a', source),
        ],
        numbers: [op('='), number(w?.[j * n + k], 'w', mark), op('·'), number(a?.[k], 'a', source)],
      });
    });
    const bias = biasMark(l, j);
    beats.push({
      mark: bias,
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
      completes: [known('z', l, j)],
    });
  }
  return beats;
}

/** a = σ(z). @param {State} state @param {number} l @param {Layout} layout @returns {Beat[]} */
export const ofSquash = (state, l, layout) =>
  drawn(layout, l).map((j) => {
    const mark = neuronMark(l, j);
    const { symbols, numbers } = ofA(state, l, j);
    const curve = { z: Number(state.z[l - 1]?.[j]), a: Number(state.a[l - 1]?.[j]) };
    return { mark, into: mark, symbols, numbers, completes: [known('a', l, j)], curve };
  });

/** C = ½ Σ (a − y)², or without the half. @param {State} state @param {Layout} layout @returns {Beat[]} */
export function ofCost(state, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const L = state.sizes.length;
  /** @type {Selection} */
  const into = { kind: 'cost' };
  terms(drawn(layout, L), (j, skipped) => {
    const mark = neuronMark(L, j);
    const target = targetMark(j);
    const square = [op(')'), op('²')];
    product(beats, state, 0, j, skipped, {
      mark,
      into,
      symbols: [op('('), symbol('a', L, `${j + 1}`, 'a', mark), op('−'), targetSymbol(j), ...square],
      numbers: [
        op('='),
        op('('),
        number(state.a[L - 1]?.[j], 'a', mark),
        op('−'),
        number(state.y?.[j], 'y', target),
        ...square,
      ],
    });
  });
  const sums = state.terms;
  const half = state.conventions.halveCost ? [op('½')] : [];
  beats.push({
    mark: into,
    into,
    symbols: [{ ...id('C'), term: 'cost', mark: into }, op('='), ...half, op('∑')],
    numbers: [
      op('='),
      ...(half.length > 0 ? [...half, op('·')] : []),
      number(sums?.running[sums.count - 1], 'sum', into),
      op('='),
      number(state.cost, 'cost', into, false),
    ],
    completes: [known('cost')],
  });
  return beats;
}
