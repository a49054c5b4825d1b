/**
 * Which weights and biases a change of sizes has kept. The core decides it; this repeats its rule for one weight or
 * bias: kept if both of its neurons were there before, in neighbouring layers.
 *
 * @module
 */

/** @import { Parameter } from '../notation/selection.js' */

/** `from`: the sizes before; `keptLayers`: for each layer now, the one it was, or -1. @typedef {{ from: readonly number[], keptLayers: readonly number[] }} Resized */

/**
 * @param {Resized} resized
 * @param {Parameter} parameter
 * @returns {boolean}
 */
export function isKept({ from, keptLayers }, parameter) {
  const old = keptLayers[parameter.layer - 1] ?? -1;
  // The input has no bias and no weights into it.
  if (old < 1) return false;
  if (parameter.kind === 'bias') return parameter.neuron < (from[old] ?? 0);
  const before = keptLayers[parameter.layer - 2] ?? -1;
  return before === old - 1 && parameter.to < (from[old] ?? 0) && parameter.from < (from[before] ?? 0);
}

/**
 * How many weights and biases were kept, and how many are new.
 *
 * @param {Resized} resized
 * @param {readonly number[]} sizes  now
 */
export function count(resized, sizes) {
  let kept = 0;
  let all = 0;
  sizes.slice(1).forEach((n, at) => {
    const [layer, inputs] = [at + 2, sizes[at] ?? 0];
    all += n * (inputs + 1);
    const old = resized.keptLayers[layer - 1] ?? -1;
    if (old < 1) return;
    const stay = Math.min(n, resized.from[old] ?? 0);
    kept += stay;
    if (resized.keptLayers[layer - 2] === old - 1)
      kept += stay * Math.min(inputs, resized.from[old - 1] ?? 0);
  });
  return { kept, fresh: all - kept };
}
