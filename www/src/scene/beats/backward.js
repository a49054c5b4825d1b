/**
 * The beats of a δ: what comes in, then the slope.
 *
 * @module
 */
import { count, indices, number, op, symbol } from '../../formula/formulas.js';
import { numberKey } from '../number-key.js';
import { neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { drawn, product, targetSymbol, terms } from './beat.js';

/** @import { State } from '../../protocol/messages.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Beat } from './beat.js' */

/** The slope that turns an error into a δ. @param {State} state @param {number} l @param {number} j @param {number | undefined} error @returns {Beat} */
function slopeBeat(state, l, j, error) {
  const selection = neuronAt(l, j);
  const [z, a, slope] = [state.z, state.a, state.slope].map((values) => Number(values[l - 1]?.[j]));
  return {
    selection,
    into: selection,
    symbols: [
      symbol('δ', l, `${j + 1}`, 'delta', selection),
      op('='),
      op('∑'),
      op('·'),
      op("σ'"),
      op('('),
      symbol('z', l, `${j + 1}`, 'z', selection),
      op(')'),
    ],
    numbers: [
      op('='),
      number(error, 'sum', selection),
      op('·'),
      number(slope, 'slope', selection),
      op('='),
      number(state.delta[l - 1]?.[j], 'delta', selection, false),
    ],
    completes: [numberKey('delta', l, j)],
    curve: { z: Number(z), a: Number(a), slope: Number(slope) },
  };
}

/** BP1: the difference, then the slope. @param {State} state @param {Layout} layout @returns {Beat[]} */
export function ofOutputDelta(state, layout) {
  const L = state.sizes.length;
  const [open, close] = state.conventions.halveCost ? [[], []] : [[count(2), op('(')], [op(')')]];
  return drawn(layout, L).flatMap((j) => {
    const selection = neuronAt(L, j);
    const target = targetAt(j);
    const error = state.costDerivative?.[j];
    return [
      {
        selection: target,
        into: selection,
        symbols: [...open, symbol('a', L, `${j + 1}`, 'a', selection), op('−'), targetSymbol(j), ...close],
        numbers: [
          op('='),
          ...open,
          number(state.a[L - 1]?.[j], 'a', selection),
          op('−'),
          number(state.y?.[j], 'y', target),
          ...close,
          op('='),
          number(error, 'sum', selection, false),
        ],
        running: Number(error),
        completes: [],
      },
      slopeBeat(state, L, j, error),
    ];
  });
}

/** BP2: what every neuron of the next layer carries back, then the slope. @param {State} state @param {number} l @param {Layout} layout @returns {Beat[]} */
export function ofHiddenDelta(state, l, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const [w, delta, n] = [state.weights[l], state.delta[l], state.sizes[l - 1] ?? 0];
  for (const k of drawn(layout, l)) {
    const into = neuronAt(l, k);
    terms(drawn(layout, l + 1), (j, skipped) => {
      const [selection, source] = [weightAt(l + 1, j, k), neuronAt(l + 1, j)];
      product(beats, state, k, j, skipped, {
        selection,
        into,
        symbols: [
          symbol('w', l + 1, indices(j, k), 'w', selection),
          op('·'),
          symbol('δ', l + 1, `${j + 1}`, 'delta', source),
        ],
        numbers: [
          op('='),
          number(w?.[j * n + k], 'w', selection),
          op('·'),
          number(delta?.[j], 'delta', source),
        ],
      });
    });
    beats.push(slopeBeat(state, l, k, state.carried[l - 1]?.[k]));
  }
  return beats;
}
