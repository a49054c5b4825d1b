/**
 * The beats of a δ: first the error that comes in at the neuron, then the slope.
 *
 * @module
 */
import { neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { numberKey } from '../number-key.js';
import { addProduct, drawnNeurons, forEachTerm } from './beat.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Layout } from '../net-layout.js' */
/** @import { Beat } from './beat.js' */

/**
 * Returns the beat that multiplies ∂C/∂a by the slope σ'(z), which completes δ.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @returns {Beat}
 */
function slopeBeat(state, l, j) {
  const neuron = neuronAt(l, j);
  const [z, a, slope] = [state.z, state.a, state.slope].map((values) => Number(values[l - 1]?.[j]));
  return {
    selection: neuron,
    into: neuron,
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
  return drawnNeurons(layout, L).flatMap((j) => {
    const into = neuronAt(L, j);
    const running = Number(state.costDerivative?.[j]);
    return [{ selection: targetAt(j), into, running, completes: [] }, slopeBeat(state, L, j)];
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
  for (const k of drawnNeurons(layout, l)) {
    const into = neuronAt(l, k);
    forEachTerm(drawnNeurons(layout, l + 1), (j, skipped) => {
      addProduct(beats, state, k, j, skipped, { selection: weightAt(l + 1, j, k), into });
    });
    beats.push(slopeBeat(state, l, k));
  }
  return beats;
}
