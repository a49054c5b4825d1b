/**
 * The beats of a δ: first the error that comes in at the neuron, then the slope.
 *
 * @module
 */
import { mn, mo, neuronSymbol, number, result, targetSymbol, weightSymbol } from '../../formula/pieces.js';
import { neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { numberKey } from '../number-key.js';
import { addProduct, drawnNeurons, forEachTerm } from './beat.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Beat } from './beat.js' */

/**
 * Returns the beat that multiplies ∂C/∂a by the slope σ'(z), which completes δ.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {number | undefined} error  ∂C/∂a
 * @returns {Beat}
 */
function slopeBeat(state, l, j, error) {
  const neuron = neuronAt(l, j);
  const [z, a, slope] = [state.z, state.a, state.slope].map((values) => Number(values[l - 1]?.[j]));
  return {
    selection: neuron,
    into: neuron,
    symbols: [
      neuronSymbol('delta', l, j),
      mo('='),
      mo('∑'),
      mo('·'),
      mo("σ'"),
      mo('('),
      neuronSymbol('z', l, j),
      mo(')'),
    ],
    numbers: [
      mo('='),
      number(error, 'sum', neuron),
      mo('·'),
      number(slope, 'slope', neuron),
      mo('='),
      result(state.delta[l - 1]?.[j], 'delta', neuron),
    ],
    completes: [numberKey('delta', l, j)],
    curve: { z: Number(z), a: Number(a), slope: Number(slope) },
  };
}

/**
 * Returns the beats of δ at the output (BP1): for each neuron ∂C/∂a, then the slope.
 * @param {State} state
 * @param {Pick<Layout, 'nodes'>} layout
 * @returns {Beat[]}
 */
export function outputDeltaBeats(state, layout) {
  const L = state.sizes.length;
  const [open, close] = state.conventions.halveCost ? [[], []] : [[mn(2), mo('(')], [mo(')')]];
  return drawnNeurons(layout, L).flatMap((j) => {
    const [neuron, target] = [neuronAt(L, j), targetAt(j)];
    const error = state.costDerivative?.[j];
    return [
      {
        selection: target,
        into: neuron,
        symbols: [...open, neuronSymbol('a', L, j), mo('−'), targetSymbol(j), ...close],
        numbers: [
          mo('='),
          ...open,
          number(state.a[L - 1]?.[j], 'a', neuron),
          mo('−'),
          number(state.y?.[j], 'y', target),
          ...close,
          mo('='),
          result(error, 'sum', neuron),
        ],
        running: Number(error),
        completes: [],
      },
      slopeBeat(state, L, j, error),
    ];
  });
}

/**
 * Returns the beats of δ in hidden layer `l` (BP2): for each neuron the products w δ, then the slope.
 * @param {State} state
 * @param {number} l
 * @param {Pick<Layout, 'nodes'>} layout
 */
export function hiddenDeltaBeats(state, l, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const [w, delta, n] = [state.weights[l], state.delta[l], state.sizes[l - 1] ?? 0];
  for (const k of drawnNeurons(layout, l)) {
    const into = neuronAt(l, k);
    forEachTerm(drawnNeurons(layout, l + 1), (j, skipped) => {
      const [weight, next] = [weightAt(l + 1, j, k), neuronAt(l + 1, j)];
      addProduct(beats, state, k, j, skipped, {
        selection: weight,
        into,
        symbols: [weightSymbol(l + 1, j, k), mo('·'), neuronSymbol('delta', l + 1, j)],
        numbers: [mo('='), number(w?.[j * n + k], 'w', weight), mo('·'), number(delta?.[j], 'delta', next)],
      });
    });
    beats.push(slopeBeat(state, l, k, state.carried[l - 1]?.[k]));
  }
  return beats;
}
