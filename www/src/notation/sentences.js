/**
 * What a step did, in one sentence, for screen readers.
 *
 * @module
 */

/** @import { Format } from './format.js' */
/** @import { State } from '../protocol/state.js' */

/** At most so many numbers are read out. */
const MOST = 4;

/**
 * Returns numbers of a layer in words.
 * @param {ArrayLike<number> | undefined} values
 * @param {string} name
 * @param {Format} format
 */
function list(values, name, { short }) {
  if (!values) return '';
  const numbers = Array.from(values).slice(0, MOST);
  const spoken = numbers.map((value, at) => `of neuron ${at + 1} ${short(value)}`).join(', ');
  return `${name} ${spoken}${values.length > MOST ? ', and so on' : ''}`;
}

/**
 * Returns a sentence for the step that led to a state.
 * @param {State} state  after the step
 * @param {Format} format
 */
export function stepSentence(state, format) {
  const { short } = format;
  const { conventions, step } = state;
  const { kind, layer } = step;
  const l = layer ?? 0;
  const sample = `Sample ${state.position.sample + 1} of ${state.m}`;
  /** @param {Float64Array | undefined} values */
  const all = (values) => Array.from(values ?? [], (value) => short(value)).join(', ');
  switch (kind) {
    case 'load':
      return `${sample} is loaded: x = ${all(state.x)}; y = ${all(state.y)}.`;
    case 'z':
      return `Forward, layer ${l}: ${list(state.z[l - 1], 'z', format)}.`;
    case 'a':
      return `Forward, layer ${l}: ${list(state.a[l - 1], 'a', format)}.`;
    case 'cost':
      return `${sample}: cost ${short(Number(state.cost))}.`;
    case 'delta':
      return `Backward, layer ${l}: ${list(state.delta[l - 1], 'δ', format)}.`;
    case 'nabla':
      return `Backward, layer ${l}: the gradient of every weight and bias into it is computed.`;
    case 'sum':
      return `${sample}: its gradient is added to the sum, ${state.summed} of ${state.m}.`;
    case 'mean': {
      const how = conventions.averageGradients ? `divided by m = ${state.m}` : 'taken as it is';
      return `The sum is ${how}. Mean cost ${short(Number(state.miniBatchCost))}.`;
    }
    case 'scale': {
      const factor = conventions.averageGradients ? 'mean' : 'sum';
      return `The ${factor} is multiplied by eta = ${short(Number(state.changeEta))}.`;
    }
    case 'update': {
      const trained = conventions.trainBiases ? ' and bias' : '; biases are not trained';
      const miniBatch = state.position.miniBatch + 1;
      return `Update of mini-batch ${miniBatch}: the change is subtracted from every weight${trained}.`;
    }
    case 'evaluate': {
      const { correct, total } = state.evaluation ?? {};
      return `Epoch ${state.position.epoch + 1}: ${correct} of ${total} samples correct.`;
    }
    case 'shuffle':
      return `The samples get a new order for epoch ${state.position.epoch + 2}.`;
  }
}
