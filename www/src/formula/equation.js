/**
 * The equation of a step as columns: each symbol with its number below it, about one neuron or one weight.
 * Plain data; every number is one the core has delivered.
 *
 * @module
 */
import { neuronAt, neuronIn, parameterIn } from '../notation/selection.js';
import { zEquation } from './sum-equation.js';

/** @import { View } from '../protocol/view.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Equation } from './columns.js' */
/** @import { laterEquationOf } from './later-equation.js' */

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
      return withInk(parameterIn(selection, layer, after.sizes.length), after, selection);
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

/** With more inputs they are taken for an image. */
const FEW_INPUTS = 12;

/**
 * Returns a weight of an image that says something: of a background pixel the gradient is 0.
 *
 * @param {Parameter} parameter
 * @param {State} state
 * @param {Selection | undefined} selection
 * @returns {Parameter}
 */
function withInk(parameter, { x, sizes }, selection) {
  const chosen = selection?.kind === 'weight' || selection?.kind === 'bias';
  if (chosen || parameter.kind !== 'weight' || parameter.layer !== 2 || !x || Number(sizes[0]) <= FEW_INPUTS)
    return parameter;
  return { ...parameter, from: x.indexOf(Math.max(...x)) };
}

/**
 * Returns the equation of a step; none for steps that compute nothing, and none without `later` for
 * a step after the first weighted sums.
 *
 * @param {View} view
 * @param {Selection | undefined} focus  as `focusOf` gives it
 * @param {boolean} unfolded  whether long sums are written out
 * @param {number} digits  decimals that are wanted
 * @param {typeof laterEquationOf} [later]
 * @returns {Equation | undefined}
 */
export function equationOf(view, focus, unfolded, digits, later) {
  const { before, after } = view;
  const { kind, layer: l = 0 } = after.step;
  if (!focus || before === after) return undefined;
  if (kind !== 'z') return later?.(view, focus, unfolded, digits);
  return zEquation(after, l, focus.kind === 'neuron' ? focus.neuron : 0, unfolded, digits);
}
