/**
 * The equation of a step as columns: each symbol with its number below it, about one neuron or one weight.
 * Plain data; every number is one the core has delivered.
 *
 * @module
 */
import { neuronAt, neuronIn, parameterIn } from '../notation/selection.js';
import { gradientEquation, hiddenDeltaEquation, outputDeltaEquation } from './backward-equation.js';
import { aEquation, costEquation, zEquation } from './forward-equation.js';
import { meanEquation, scaleEquation, sumEquation, updateEquation } from './update-equation.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Equation } from './columns.js' */

/**
 * Returns what the equation of a step is about: what is selected or pointed at, if the step computes it,
 * else the first.
 *
 * @param {View} view
 * @param {Selection | undefined} selection
 * @returns {Selection | undefined}
 */
export function focusOf({ after }, selection) {
  const { kind, layer = 0 } = after.step;
  switch (kind) {
    case 'z':
    case 'a':
    case 'delta':
      return neuronAt(layer, neuronIn(selection, layer));
    case 'nabla':
      return parameterIn(selection, layer, after.sizes.length);
    case 'sum':
    case 'mean':
    case 'scale':
    case 'update':
      return parameterIn(selection, undefined, after.sizes.length);
    case 'cost':
      return { kind: 'cost' };
    default:
      return undefined;
  }
}

/**
 * Returns the equation of a step; none for steps that compute nothing.
 *
 * @param {View} view
 * @param {Selection | undefined} focus  as `focusOf` gives it
 * @param {boolean} unfolded  whether long sums are written out
 * @param {number} digits  decimals that are wanted
 * @returns {Equation | undefined}
 */
export function equationOf(view, focus, unfolded, digits) {
  const { before, after } = view;
  const { kind, layer: l = 0 } = after.step;
  if (!focus || before === after) return undefined;
  switch (kind) {
    case 'z':
      return zEquation(after, l, neuron(focus), unfolded, digits);
    case 'a':
      return aEquation(after, l, neuron(focus), digits);
    case 'cost':
      return costEquation(after, unfolded, digits);
    case 'delta':
      return l === after.sizes.length
        ? outputDeltaEquation(after, l, neuron(focus), digits)
        : hiddenDeltaEquation(after, l, neuron(focus), unfolded, digits);
    case 'nabla':
      return isParameter(focus) ? gradientEquation(after, focus, digits) : undefined;
    case 'sum':
      return isParameter(focus) ? sumEquation(before, after, focus, digits) : undefined;
    case 'mean':
      return isParameter(focus) ? meanEquation(after, focus, digits) : undefined;
    case 'scale':
      return isParameter(focus) ? scaleEquation(after, focus, digits) : undefined;
    case 'update':
      return isParameter(focus) ? updateEquation(before, after, focus, digits) : undefined;
    default:
      return undefined;
  }
}

/** @param {Selection} focus */
const neuron = (focus) => (focus.kind === 'neuron' ? focus.neuron : 0);

/** @param {Selection} focus @returns {focus is Parameter} */
const isParameter = (focus) => focus.kind === 'weight' || focus.kind === 'bias';
