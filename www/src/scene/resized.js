/**
 * Which weights and biases a change of sizes has kept. The core decides it; this repeats its rule for one
 * weight or bias: kept if both of its neurons were there before, in neighbouring layers.
 *
 * @module
 */

/** @import { Parameter } from '../notation/selection.js' */

/**
 * A change of sizes.
 *
 * @typedef {object} Resized
 * @property {readonly number[]} from  the sizes before
 * @property {readonly number[]} keptLayers  for each layer now, the index of the one it was, or -1 if it
 *   is new
 */

/**
 * Returns whether a weight or bias was there before.
 *
 * @param {Resized} resized
 * @param {Parameter} parameter
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
 * Returns how many weights and biases were kept, and how many are new.
 *
 * @param {Resized} resized
 * @param {readonly number[]} sizes  now
 */
export function keptCount({ from, keptLayers }, sizes) {
  let kept = 0;
  let all = 0;
  sizes.slice(1).forEach((n, index) => {
    const [layer, inputs] = [index + 2, sizes[index] ?? 0];
    all += n * (inputs + 1);
    const old = keptLayers[layer - 1] ?? -1;
    if (old < 1) return;
    const neurons = Math.min(n, from[old] ?? 0);
    kept += neurons;
    if (keptLayers[layer - 2] === old - 1) kept += neurons * Math.min(inputs, from[old - 1] ?? 0);
  });
  return { kept, fresh: all - kept };
}
