/**
 * The numbers of a picture and those of a state, in the same words.
 *
 * @module
 */

/** @import { State } from '../../www/src/protocol/state.js' */
/** @import { Picture, Shown } from '../../www/src/scene/picture.js' */

/** Returns a number as text, with the sign of a zero. @param {number | undefined} value */
const text = (value) => (Object.is(value, -0) ? '-0' : String(value));

/** Returns the numbers of a picture, each with its place, as text. @param {Picture} picture */
export function numbers({ edges, biases, neurons, gauge }) {
  /** @param {string} place @param {(Shown | undefined)[]} list */
  const lines = (place, list) =>
    list.flatMap((shown) => {
      if (!shown || shown.strength <= 0 || shown.label === 'product') return [];
      return [`${place} ${shown.quantity} ${text(shown.value)}`];
    });
  return [
    ...edges.flatMap(({ at, above, below }) => lines(`w${at.layer} ${at.to} ${at.from}`, [above, below])),
    ...biases.flatMap(({ at, above, below }) => lines(`n${at.layer} ${at.neuron}`, [above, below])),
    ...neurons.flatMap(({ at, main, minor, delta, running }) =>
      lines(`n${at.layer} ${at.neuron}`, [main, minor, delta, running]),
    ),
    ...(gauge.cost && gauge.cost.strength > 0 ? [` cost ${gauge.cost.value}`] : []),
    ...(gauge.mean?.old === undefined ? [] : [` miniBatchCost ${gauge.mean.old}`]),
  ].sort();
}

/**
 * What of the gradient of a weight stands below its line: the last that was computed.
 *
 * @param {State} state
 * @param {number} l
 * @returns {'nabla' | 'sumNabla' | 'meanNabla' | 'step' | undefined}
 */
function below(state, l) {
  const { kind } = state.step;
  if (state.stepW[l - 1] || state.stepB[l - 1]) return 'step';
  if (state.meanNablaW[l - 1]) return 'meanNabla';
  if (state.nablaW[l - 1] && kind !== 'sum') return 'nabla';
  return state.sumNablaW[l - 1] ? 'sumNabla' : undefined;
}

/**
 * Returns every number of a state that the stage shows when it shows all.
 *
 * @param {State} state
 * @param {boolean} [known]  also those that the products of a backward step stand in the place of
 */
export function numbersOfState(state, known = false) {
  const lines = [];
  const L = state.sizes.length;
  const { kind, layer = L } = state.step;
  for (let l = 1; l <= L; l += 1) {
    const [n, inputs] = [state.sizes[l - 1] ?? 0, state.sizes[l - 2] ?? 0];
    const last = below(state, l);
    for (let j = 0; j < n; j += 1) {
      for (const quantity of /** @type {const} */ (['a', 'z', 'delta'])) {
        const value = state[quantity][l - 1]?.[j];
        if (value !== undefined) lines.push(`n${l} ${j} ${quantity} ${text(value)}`);
      }
      if (l === 1) continue;
      lines.push(`n${l} ${j} biases ${text(state.biases[l - 1]?.[j])}`);
      const own = last && state[`${last}B`][l - 1]?.[j];
      if (own !== undefined) lines.push(`n${l} ${j} ${last}B ${text(own)}`);
      for (let k = 0; k < inputs; k += 1) {
        const at = j * inputs + k;
        lines.push(`w${l} ${j} ${k} weights ${text(state.weights[l - 1]?.[at])}`);
        // In a backward step the products w·δ stand below the lines they run along.
        const product = kind === 'delta' && l === layer + 1;
        if (last && (known || !product))
          lines.push(`w${l} ${j} ${k} ${last}W ${text(state[`${last}W`][l - 1]?.[at])}`);
      }
    }
  }
  if (state.cost !== undefined) lines.push(` cost ${state.cost}`);
  else if (state.miniBatchCost !== undefined) lines.push(` miniBatchCost ${state.miniBatchCost}`);
  return lines.sort();
}
