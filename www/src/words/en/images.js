/**
 * What layers drawn as images show, for those who do not see them.
 *
 * @module
 */

/** @typedef {{ count: string, least: string, most: string }} Values  how many, and between which numbers */
/** @typedef {Values & { neuron: string, layer: string }} Into */

/** @param {Into} given */
export const weights = ({ neuron, layer, count, least, most }) =>
  `Weights into neuron ${neuron} of layer ${layer} as an image: ${count} from ${least}, orange, ` +
  `to ${most}, blue`;

/** @param {Into} given */
export const gradient = ({ neuron, layer, count, least, most }) =>
  `Gradient of the weights into neuron ${neuron} of layer ${layer} as an image: ${count} from ${least}, ` +
  `green, to ${most}, violet`;

/** @param {Values} given */
export const input = ({ count, least, most }) =>
  `Input as an image: ${count} numbers from ${least} to ${most}`;
