/**
 * A step in one sentence, for ears.
 *
 * @module
 */
/** @import { Format } from './format.js' */
/** @import { State, View } from '../protocol/messages.js' */

/** So many numbers are read out; more would be noise. */
const MOST = 4;

/** @param {ArrayLike<number> | undefined} values @param {string} what @param {Format} format */
function list(values, what, { short }) {
  if (!values) return '';
  const numbers = Array.from(values).slice(0, MOST);
  const spoken = numbers.map((value, at) => `of neuron ${at + 1} ${short(value)}`).join(', ');
  return `${what} ${spoken}${values.length > MOST ? ', and so on' : ''}`;
}

/** @param {State} state @param {Format} format */
function sentence(state, format) {
  const { short } = format;
  const { conventions, step } = state;
  const { kind, layer } = step;
  const l = layer ?? 0;
  const sample = `Sample ${state.position.sample + 1} of ${state.m}`;
  switch (kind) {
    case 'load':
      return `${sample} is loaded: x = ${Array.from(state.x ?? [], (value) => short(value)).join(', ')}; y = ${Array.from(state.y ?? [], (value) => short(value)).join(', ')}.`;
    case 'z':
      return `Forward, layer ${l}: ${list(state.z[l - 1], 'z', format)}.`;
    case 'a':
      return `Forward, layer ${l}: ${list(state.a[l - 1], 'a', format)}.`;
    case 'cost':
      return `${sample}: cost ${short(Number(state.cost))}.`;
    case 'delta':
      return `Backward, layer ${l}: ${list(state.delta[l - 1], 'δ', format)}.`;
    case 'nabla':
      return `Backward, layer ${l}: the gradient of every weight and bias into it is known.`;
    case 'sum':
      return `${sample}: its gradient is added to the sum, ${state.summed} of ${state.m}.`;
    case 'mean':
      return `The sum is ${conventions.averageGradients ? `divided by m = ${state.m}` : 'taken as it is'}. Mean cost ${short(Number(state.miniBatchCost))}.`;
    case 'scale':
      return `The ${conventions.averageGradients ? 'mean' : 'sum'} is multiplied by eta = ${short(Number(state.changeEta))}.`;
    case 'update':
      return `Update of mini-batch ${state.position.miniBatch + 1}: the change is subtracted from every weight${conventions.trainBiases ? ' and bias' : '; biases are not trained'}.`;
    case 'evaluate':
      return `Epoch ${state.position.epoch + 1}: ${state.evaluation?.correct} of ${state.evaluation?.total} right.`;
    case 'shuffle':
      return `The samples get a new order for epoch ${state.position.epoch + 2}.`;
  }
}

/**
 * What the step shown did.
 * @param {View} view
 * @param {Format} format
 */
export const describe = (view, format) => sentence(view.after, format);
