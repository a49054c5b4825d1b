/**
 * The number of a weight or bias in a state.
 *
 * @module
 */

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { Parameter } from './selection.js' */

/**
 * Returns the number of a weight or bias in a quantity that has one for each.
 * @param {State} state
 * @param {{ w: ByLayer, b: ByLayer }} quantity  for weights and for biases
 * @param {Parameter} parameter
 */
export function parameterValue({ sizes }, { w, b }, parameter) {
  const { layer } = parameter;
  if (parameter.kind === 'bias') return b[layer - 1]?.[parameter.neuron];
  return w[layer - 1]?.[parameter.to * (sizes[layer - 2] ?? 0) + parameter.from];
}
