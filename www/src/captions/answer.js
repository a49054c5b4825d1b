/**
 * Captions of activations and of the cost.
 *
 * @module
 */
import { costEquation } from '../formula/forward-equation.js';
import { classOf } from '../notation/classes.js';
import { neuronAt, targetAt } from '../notation/selection.js';
import { MOST_LISTED, largestOf, layerOf, rangeOf } from './context.js';

/** @import { Context } from './context.js' */
/** @import { Live, Piece } from '../words/pieces.js' */
/** @import { Told } from './fit.js' */

/**
 * What the answer says as a class, where there are classes.
 * @param {Context} context
 * @returns {Piece[][]}
 */
function verdict({ state, words, count, className }) {
  const output = state.a.at(-1);
  if (!output || !state.y || !state.evaluates) return [];
  const [answer, target] = [classOf(output), classOf(state.y)];
  const { right, wrong, countsRight, countsWrong } = words.answer.a;
  if (output.length === 1) {
    if (state.y[0] !== 0 && state.y[0] !== 1) return [];
    const given = { answer: count(answer), target: count(target) };
    return [answer === target ? countsRight(given) : countsWrong(given)];
  }
  const given = { answer: className(answer), target: className(target) };
  return [answer === target ? right(given) : wrong(given)];
}

/**
 * Neurons whose sigmoid is almost flat, in the longer and the shorter words.
 * @param {Context} context
 * @param {number} layer
 * @returns {Piece[][][]}
 */
function flat({ state, words, count }, layer) {
  const all = state.saturated[layer - 1] ?? [];
  const flat = all.filter((one) => one).length;
  if (flat === 0) return [];
  const given = { count: count(flat), n: count(all.length) };
  return [[words.answer.a.flatBecause(given), words.answer.a.flat(given)]];
}

/**
 * @param {Context} context
 * @param {number} layer
 * @returns {Told}
 */
export function ofA(context, layer) {
  const { state, words, count } = context;
  const [zs, as] = [layerOf(context, 'z', layer), layerOf(context, 'a', layer)];
  const pairs = as.map((a, at) => ({ z: /** @type {Live} */ (zs[at]), a }));
  const { low, high } = rangeOf(state.a[layer - 1] ?? []);
  const range = {
    n: count(as.length),
    low: /** @type {Live} */ (as[low]),
    high: /** @type {Live} */ (as[high]),
  };
  const { few, many, output, outputs, manyOutputs } = words.answer.a;
  const [only] = pairs;
  if (layer === state.sizes.length) {
    const more = [...verdict(context), ...flat(context, layer)];
    if (only && as.length === 1) return { first: output(only), more };
    return { first: as.length <= MOST_LISTED ? outputs({ outputs: as }) : manyOutputs(range), more };
  }
  const more = flat(context, layer);
  if (as.length <= MOST_LISTED) return { first: few({ pairs }), more };
  const above = as.filter(({ number }) => number > 0.9).length;
  const below = as.filter(({ number }) => number < 0.1).length;
  if (above + below === 0) return { first: words.answer.a.range(range), more };
  return { first: many({ n: count(as.length), above: count(above), below: count(below) }), more };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofCost(context) {
  const { state, words, style, decimals, given, live, count, className } = context;
  const { conventions, sizes, miss: misses } = state;
  const output = state.a.at(-1) ?? new Float64Array();
  const target = state.y ?? new Float64Array();
  const L = sizes.length;
  const told = words.answer.cost;
  const right = state.evaluates && classOf(output) === classOf(target);
  if (output.length === 1) {
    const [a, y, miss] = [Number(output[0]), Number(target[0]), Number(misses?.[0])];
    // The digits of the equation: more for the miss where its square would not close.
    const { digits, finer, closes } = costEquation(state, false, style.digits);
    const write = decimals(digits, finer, closes);
    const numbers = {
      a: write.factor(a, 'a', neuronAt(L, 0)),
      y: given(y, 'y', targetAt(0)),
      miss: write.factor(miss, 'miss', targetAt(0)),
      cost: write.result(state.cost, 'cost', { kind: 'cost' }),
    };
    if (miss === 0) return { first: told.none(numbers), more: [] };
    const first = conventions.halveCost ? told.half(numbers) : told.whole(numbers);
    return { first, more: right ? [told.rightSide()] : [] };
  }
  const total = { cost: live(state.cost, 'cost', { kind: 'cost' }) };
  const first = conventions.halveCost ? told.halfOfMany(total) : told.wholeOfMany(total);
  const at = largestOf(misses ?? []);
  const miss = live(misses?.[at], 'miss', targetAt(at));
  const largest = state.evaluates
    ? told.largestAt({ miss, name: className(at) })
    : told.largest({ miss, output: count(at + 1) });
  return { first, more: right ? [told.rightClass(), largest] : [largest] };
}
