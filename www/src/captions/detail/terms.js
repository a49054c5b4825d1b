/**
 * The terms of the sums of a step in detail.
 *
 * @module
 */
import { sumOf } from '../../notation/closing.js';
import { targetAt, weightAt } from '../../notation/selection.js';

/** @import { Equation } from '../../notation/closing.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Live } from '../../words/pieces.js' */
/** @import { Context, Writer } from '../context.js' */
/** @import { Told } from '../fit.js' */
/** @import { Part } from '../part.js' */

/**
 * Returns the term of a part, with the sum before and after it.
 * @param {Context} context
 * @param {Part} part
 */
export function termOf({ state }, { kind, layer, neuron, from }) {
  const { step, terms } = state;
  const count = Number(terms?.count);
  // The sum of the cost has one row, with a term for each output.
  const at =
    step.kind === 'cost' ? (kind === 'square' ? neuron : Number(from)) : neuron * count + Number(from);
  const term = step.kind === 'cost' ? at : Number(from);
  /** @type {Selection} */
  let selection = targetAt(term);
  if (step.kind === 'z') selection = weightAt(layer, neuron, term);
  if (step.kind === 'delta') selection = weightAt(layer + 1, term, neuron);
  return {
    product: Number(terms?.products[at]),
    running: Number(terms?.running[at]),
    before: term === 0 ? undefined : Number(terms?.running[at - 1]),
    selection,
  };
}

/** @typedef {ReturnType<typeof termOf>} Term */

/**
 * Returns the addition of a term to the sum before it; none of the first term.
 * @param {Term} term
 * @returns {Equation[]}
 */
export const additionOf = ({ before, product, running }) =>
  before === undefined ? [] : [{ given: [before, product], result: running, calculate: sumOf }];

/**
 * Says what the sum is with this term, unless it is the first.
 * @param {Context} context
 * @param {Term} term
 * @param {Writer} write
 */
export function soFar({ words }, { before, product, running, selection }, write) {
  if (before === undefined) return [];
  const { soFar, still } = words.answer.parts;
  const sum = write.live(running, 'running', selection);
  if (product === 0) return [still({ sum })];
  const earlier = write.live(before, 'runningBefore', selection);
  return [soFar({ before: earlier, sum: write.result(running, 'running', selection) })];
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofRest(context, part) {
  const { running, selection } = termOf(context, part);
  const sum = context.live(running, 'running', selection);
  return {
    first: context.words.answer.parts.rest({ count: context.count(Number(part.count)), sum }),
    more: [],
  };
}

/**
 * The number of an output, where there are several.
 * @param {Context} context
 * @param {number} neuron
 * @returns {Live | undefined}
 */
export const outputOf = ({ state, count }, neuron) =>
  state.sizes.at(-1) === 1 ? undefined : count(neuron + 1);
