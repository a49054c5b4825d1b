/**
 * The equation of a step after the first weighted sums.
 *
 * @module
 */
import { aEquation, costEquation } from './forward-equation.js';
import { gradientEquation, hiddenDeltaEquation, outputDeltaEquation } from './backward-equation.js';
import { meanEquation, scaleEquation, sumEquation, updateEquation } from './update-equation.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Equation } from './columns.js' */

/**
 * Returns the equation of such a step, as `equationOf` does.
 *
 * @param {View} view
 * @param {Selection} focus
 * @param {boolean} unfolded
 * @param {number} digits
 * @returns {Equation | undefined}
 */
export function laterEquationOf({ before, after }, focus, unfolded, digits) {
  const { kind, layer: l = 0 } = after.step;
  const neuron = focus.kind === 'neuron' ? focus.neuron : 0;
  if (kind === 'a') return aEquation(after, l, neuron, digits);
  if (kind === 'cost') return costEquation(after, unfolded, digits);
  if (kind === 'delta') {
    return l === after.sizes.length
      ? outputDeltaEquation(after, l, neuron, digits)
      : hiddenDeltaEquation(after, l, neuron, unfolded, digits);
  }
  if (focus.kind !== 'weight' && focus.kind !== 'bias') return undefined;
  switch (kind) {
    case 'nabla':
      return gradientEquation(after, focus, digits);
    case 'sum':
      return sumEquation(before, after, focus, digits);
    case 'mean':
      return meanEquation(after, focus, digits);
    case 'scale':
      return scaleEquation(after, focus, digits);
    case 'update':
      return updateEquation(before, after, focus, digits);
    default:
      return undefined;
  }
}
