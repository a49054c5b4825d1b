/**
 * Captions of activations, of the cost, of the steps backwards, of the update, and of the parts of a step in
 * detail.
 *
 * @module
 */
import { ofA, ofCost } from './answer.js';
import { letterOf, placeOf } from './context.js';
import { ofDelta, ofNabla } from './backward.js';
import { parameterOfPart } from './part.js';
import { ofEvaluate, ofMean, ofScale, ofShuffle, ofSum, ofUpdate } from './update.js';

/** @import { Piece } from '../words/pieces.js' */
/** @import { Context } from './context.js' */
/** @import { Part } from './part.js' */
/** @import { Told } from './fit.js' */

export { detail } from './detail.js';
export { momentOf } from './moment.js';
export { partsOf } from './part.js';

/**
 * Tells a step after the first weighted sums.
 *
 * @param {Context} context
 * @returns {Told | undefined}
 */
export function step(context) {
  const { kind, layer = 0 } = context.state.step;
  switch (kind) {
    case 'a':
      return ofA(context, layer);
    case 'cost':
      return ofCost(context);
    case 'delta':
      return ofDelta(context, layer);
    case 'nabla':
      return ofNabla(context, layer);
    case 'sum':
      return ofSum(context);
    case 'mean':
      return ofMean(context);
    case 'scale':
      return ofScale(context);
    case 'update':
      return ofUpdate(context);
    case 'evaluate':
      return ofEvaluate(context);
    case 'shuffle':
      return ofShuffle(context);
    default:
      return undefined;
  }
}

/**
 * Names a part of a step.
 *
 * @param {Context} context
 * @param {Part} part
 * @returns {Piece[]}
 */
export function partName({ state, words, count }, part) {
  const names = words.kickers.part;
  const { kind } = state.step;
  const numbers = { part: count(part.number), of: count(part.of) };
  if (part.kind === 'parameter') {
    const name = kind === 'nabla' || kind === 'sum' || kind === 'mean' || kind === 'scale' ? kind : 'update';
    return names[name]({ symbol: letterOf(parameterOfPart(part)), ...numbers });
  }
  if (kind !== 'z' && kind !== 'a' && kind !== 'delta') return names.cost(numbers);
  const place = placeOf(state.sizes, part.layer);
  return names[kind][place === 'layer' ? 'hidden' : place]({ neuron: count(part.neuron + 1), ...numbers });
}
