/**
 * The beats of the forward pass: products and bias into z, σ, and the squares of the cost.
 *
 * @module
 */
import { biasAt, neuronAt, weightAt } from '../../notation/selection.js';
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
  for (const j of drawnNeurons(layout, l)) {
    const into = neuronAt(l, j);
    forEachTerm(drawnNeurons(layout, l - 1), (k, skipped) => {
      addProduct(beats, state, j, k, skipped, { selection: weightAt(l, j, k), into });
    });
    beats.push(biasBeat(l, j));
  }
  return beats;
}

/**
 * Returns the beat that adds the bias, which completes z.
 * @param {number} l
 * @param {number} j
 * @returns {Beat}
 */
const biasBeat = (l, j) => ({
  selection: biasAt(l, j),
  into: neuronAt(l, j),
  completes: [numberKey('z', l, j)],
});

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
    const curve = { z: Number(state.z[l - 1]?.[j]), a: Number(state.a[l - 1]?.[j]) };
    return { selection, into: selection, completes: [numberKey('a', l, j)], curve };
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
  forEachTerm(drawnNeurons(layout, L), (j, skipped) => {
    addProduct(beats, state, 0, j, skipped, { selection: neuronAt(L, j), into });
  });
  beats.push({ selection: into, into, completes: [numberKey('cost')] });
  return beats;
}
