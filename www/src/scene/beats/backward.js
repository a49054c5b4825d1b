/**
 * The beats of a δ: the error that comes in at the neuron, the slope, and their product.
 *
 * @module
 */
import { neuronAt, targetAt, weightAt } from '../../notation/selection.js';
import { numberKey } from '../number-key.js';
import { addProduct, drawnNeurons, forEachTerm } from './beat.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Beat } from './beat.js' */

/**
 * Returns the beat that finds the slope σ'(z), and the one that multiplies by it, which completes δ.
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {number} running  ∂C/∂a
 * @returns {Beat[]}
 */
function lastBeats(state, l, j, running) {
  const neuron = neuronAt(l, j);
  const [z, a, slope] = [state.z, state.a, state.slope].map((values) => Number(values[l - 1]?.[j]));
  const both = {
    selection: neuron,
    into: neuron,
    curve: { z: Number(z), a: Number(a), slope: Number(slope) },
  };
  return [
    { ...both, running, completes: [] },
    { ...both, completes: [numberKey('delta', l, j)] },
  ];
}

/**
 * Returns the beats of δ at the output (BP1): for each neuron ∂C/∂a, the slope, their product.
 * @param {State} state
 * @param {Pick<Layout, 'nodes'>} layout
 * @returns {Beat[]}
 */
export function outputDeltaBeats(state, layout) {
  const L = state.sizes.length;
  return drawnNeurons(layout, L).flatMap((j) => {
    const into = neuronAt(L, j);
    const running = Number(state.costDerivative?.[j]);
    return [{ selection: targetAt(j), into, running, completes: [] }, ...lastBeats(state, L, j, running)];
  });
}

/**
 * Returns the beats of δ in hidden layer `l` (BP2): for each neuron the products w δ, the slope, and what
 * they make.
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
    beats.push(...lastBeats(state, l, k, Number(state.carried[l - 1]?.[k])));
  }
  return beats;
}
