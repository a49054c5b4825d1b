/**
 * Captions of the parts of a step in detail: products, sums, slopes, one weight.
 *
 * @module
 */
import { ofBackwardProduct, ofDelta, ofGradient, ofMiss, ofSlope } from './detail/backward.js';
import { ofActivation, ofBias, ofCost, ofForwardProduct, ofSquare } from './detail/forward.js';
import { ofRest } from './detail/terms.js';
import { ofMean, ofScale, ofSum, ofUpdate } from './detail/update.js';

/** @import { Context } from './context.js' */
/** @import { Part } from './part.js' */
/** @import { Told } from './fit.js' */

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function detail(context, part) {
  switch (part.kind) {
    case 'product':
      return context.state.step.kind === 'z'
        ? ofForwardProduct(context, part)
        : ofBackwardProduct(context, part);
    case 'rest':
      return ofRest(context, part);
    case 'bias':
      return ofBias(context, part);
    case 'activation':
      return ofActivation(context, part);
    case 'square':
      return ofSquare(context, part);
    case 'cost':
      return ofCost(context);
    case 'miss':
      return ofMiss(context, part);
    case 'slope':
      return ofSlope(context, part);
    case 'delta':
      return ofDelta(context, part);
    case 'parameter':
      return parameter(context, part);
  }
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
function parameter(context, part) {
  const { state } = context;
  switch (state.step.kind) {
    case 'nabla':
      return ofGradient(context, part);
    case 'sum':
      return ofSum(context, part);
    case 'mean':
      return ofMean(context, part);
    case 'scale':
      return ofScale(context, part);
    default:
      return ofUpdate(context, part);
  }
}
