/**
 * The numbers of a scene and those of a state as text, written alike so that they can be compared.
 *
 * @module
 */

/** @import { State } from '../../www/src/protocol/state.js' */
/** @import { Line, Scene } from '../../www/src/scene/scene.js' */

/**
 * Quantities with a number for each weight or bias.
 *
 * @typedef {'weights' | 'nablaW' | 'sumNablaW' | 'meanNablaW' | 'changeW'} OfWeights
 * @typedef {'biases' | 'nablaB' | 'sumNablaB' | 'meanNablaB' | 'changeB'} OfBiases
 * @typedef {OfWeights | OfBiases} OfParameters
 */

/**
 * Returns every number of a scene: where it stands, its quantity and its value.
 * @param {Scene} scene
 */
export function numbersOfScene({ edges, nodes, cost, miniBatchCost }) {
  /**
   * @param {string} where
   * @param {(Line | undefined)[]} lines
   */
  const list = (where, lines) =>
    lines.flatMap((line) => (line && line.opacity > 0 ? [`${where} ${line.quantity} ${line.value}`] : []));
  return [
    ...edges.flatMap(({ at, lines }) => list(`w${at.layer} ${at.to} ${at.from}`, lines)),
    ...nodes.flatMap(({ at, a, z, delta, target, lines }) =>
      list(`n${at.layer} ${at.neuron}`, [a, z, delta, target, ...lines]),
    ),
    ...list('', [cost, miniBatchCost]),
  ].sort();
}

/**
 * Returns every number of a state that a scene shows, as `numbersOfScene` does. Of two gradients that
 * share a line on the stage, only the later one is shown.
 * @param {State} state
 */
export function numbersOfState(state) {
  const lines = [];
  const L = state.sizes.length;
  for (let l = 1; l <= L; l += 1) {
    const [n, inputs] = [state.sizes[l - 1] ?? 0, state.sizes[l - 2] ?? 0];
    for (let j = 0; j < n; j += 1) {
      for (const quantity of /** @type {const} */ (['a', 'z', 'delta'])) {
        const value = state[quantity][l - 1]?.[j];
        if (value !== undefined) lines.push(`n${l} ${j} ${quantity} ${value}`);
      }
      if (l === L && state.y) lines.push(`n${l} ${j} y ${state.y[j]}`);
      if (l === 1) continue;
      /**
       * @param {string} where
       * @param {OfParameters[][]} rows  for each line the quantities it can show, the later ones first
       * @param {number} index
       */
      const add = (where, rows, index) => {
        for (const choices of rows) {
          const quantity = choices.find((each) => state[each][l - 1] !== undefined);
          if (quantity) lines.push(`${where} ${quantity} ${state[quantity][l - 1]?.[index]}`);
        }
      };
      add(`n${l} ${j}`, [['biases'], ['meanNablaB', 'nablaB'], ['changeB', 'sumNablaB']], j);
      for (let k = 0; k < inputs; k += 1) {
        add(
          `w${l} ${j} ${k}`,
          [['weights'], ['meanNablaW', 'nablaW'], ['changeW', 'sumNablaW']],
          j * inputs + k,
        );
      }
    }
  }
  if (state.cost !== undefined) lines.push(` cost ${state.cost}`);
  if (state.miniBatchCost !== undefined) lines.push(` miniBatchCost ${state.miniBatchCost}`);
  return lines.sort();
}
