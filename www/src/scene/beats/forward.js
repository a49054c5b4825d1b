/**
 * The beats of the forward pass: products and bias into z, σ, and the squares of the cost.
 *
 * @module
 */
import { aFormula } from '../../formula/forward.js';
import {
  biasSymbol,
  mi,
  mo,
  neuronSymbol,
  number,
  result,
  targetSymbol,
  weightSymbol,
} from '../../formula/pieces.js';
import { biasAt, neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { numberKey } from '../number-key.js';
import { addProduct, drawnNeurons, forEachTerm } from './beat.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Beat } from './beat.js' */

/**
 * Returns the beats of z = Σ w a + b: for each neuron its products, then the bias.
 * @param {State} state
 * @param {number} l
 * @param {Pick<Layout, 'nodes'>} layout
 */
export function zBeats(state, l, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const [w, a, n] = [state.weights[l - 1], state.a[l - 2], state.sizes[l - 2] ?? 0];
  for (const j of drawnNeurons(layout, l)) {
    const into = neuronAt(l, j);
    forEachTerm(drawnNeurons(layout, l - 1), (k, skipped) => {
      const [weight, source] = [weightAt(l, j, k), neuronAt(l - 1, k)];
      addProduct(beats, state, j, k, skipped, {
        selection: weight,
        into,
        symbols: [weightSymbol(l, j, k), mo('·'), neuronSymbol('a', l - 1, k)],
        numbers: [mo('='), number(w?.[j * n + k], 'w', weight), mo('·'), number(a?.[k], 'a', source)],
      });
    });
    beats.push(biasBeat(state, l, j));
  }
  return beats;
}

/**
 * Returns the beat that adds the bias, which completes z.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @returns {Beat}
 */
function biasBeat(state, l, j) {
  const [bias, into] = [biasAt(l, j), neuronAt(l, j)];
  const n = state.sizes[l - 2] ?? 0;
  return {
    selection: bias,
    into,
    symbols: [neuronSymbol('z', l, j), mo('='), mo('∑'), mo('+'), biasSymbol(l, j)],
    numbers: [
      mo('='),
      number(state.terms?.running[(j + 1) * n - 1], 'sum', into),
      mo('+'),
      number(state.biases[l - 1]?.[j], 'b', bias),
      mo('='),
      result(state.z[l - 1]?.[j], 'z', into),
    ],
    completes: [numberKey('z', l, j)],
  };
}

/**
 * Returns the beats of a = σ(z), one for each neuron.
 * @param {State} state
 * @param {number} l
 * @param {Pick<Layout, 'nodes'>} layout
 * @returns {Beat[]}
 */
export const aBeats = (state, l, layout) =>
  drawnNeurons(layout, l).map((j) => {
    const selection = neuronAt(l, j);
    const { symbols, numbers } = aFormula(state, l, j);
    const curve = { z: Number(state.z[l - 1]?.[j]), a: Number(state.a[l - 1]?.[j]) };
    return { selection, into: selection, symbols, numbers, completes: [numberKey('a', l, j)], curve };
  });

/**
 * Returns the beats of C = ½ Σ (a − y)²: the squares, then the sum, halved if the cost is.
 * @param {State} state
 * @param {Pick<Layout, 'nodes'>} layout
 */
export function costBeats(state, layout) {
  /** @type {Beat[]} */
  const beats = [];
  const L = state.sizes.length;
  /** @type {Selection} */
  const into = { kind: 'cost' };
  const squared = [mo(')'), mo('²')];
  forEachTerm(drawnNeurons(layout, L), (j, skipped) => {
    const neuron = neuronAt(L, j);
    addProduct(beats, state, 0, j, skipped, {
      selection: neuron,
      into,
      symbols: [mo('('), neuronSymbol('a', L, j), mo('−'), targetSymbol(j), ...squared],
      numbers: [
        mo('='),
        mo('('),
        number(state.a[L - 1]?.[j], 'a', neuron),
        mo('−'),
        number(state.y?.[j], 'y', targetAt(j)),
        ...squared,
      ],
    });
  });
  const { terms, conventions } = state;
  const { halveCost } = conventions;
  beats.push({
    selection: into,
    into,
    symbols: [
      { ...mi('C'), term: 'cost', selection: into },
      mo('='),
      ...(halveCost ? [mo('½')] : []),
      mo('∑'),
    ],
    numbers: [
      mo('='),
      ...(halveCost ? [mo('½'), mo('·')] : []),
      number(terms?.running[terms.count - 1], 'sum', into),
      mo('='),
      result(state.cost, 'cost', into),
    ],
    completes: [numberKey('cost')],
  });
  return beats;
}
