/**
 * The numbers of a scene and those of a state, in the same words.
 *
 * @module
 */

/** @import { State } from '../../www/src/protocol/state.js' */
/** @import { Line, Scene } from '../../www/src/scene/scene.js' */

/** The numbers of a scene, with the place of each, as text. @param {Scene} picture */
export function numbers({ edges, nodes, cost, miniBatchCost }) {
  /** @param {string} place @param {(Line | undefined)[]} lines */
  const list = (place, lines) =>
    lines.flatMap((line) => (line && line.opacity > 0 ? [`${place} ${line.quantity} ${line.value}`] : []));
  return [
    ...edges.flatMap(({ at, lines }) => list(`w${at.layer} ${at.to} ${at.from}`, lines)),
    ...nodes.flatMap(({ at, a, z, delta, target, lines }) =>
      list(`n${at.layer} ${at.neuron}`, [a, z, delta, target, ...lines]),
    ),
    ...list('', [cost, miniBatchCost]),
  ].sort();
}

/** Every number of a state, in the same words; the third line of an edge leaves out what the picture leaves out. @param {State} state */
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
      /** @param {string} place @param {('weights' | 'biases' | 'nablaW' | 'nablaB' | 'meanNablaW' | 'meanNablaB' | 'sumNablaW' | 'sumNablaB' | 'changeW' | 'changeB')[][]} rows @param {number} at */
      const add = (place, rows, at) => {
        for (const choices of rows) {
          const quantity = choices.find((each) => state[each][l - 1] !== undefined);
          if (quantity) lines.push(`${place} ${quantity} ${state[quantity][l - 1]?.[at]}`);
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
