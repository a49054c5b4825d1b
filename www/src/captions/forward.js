/**
 * Captions of the steps forwards and of the cost.
 *
 * @module
 */
import { sumOf } from '../notation/closing.js';
import { classOf } from '../notation/classes.js';
import { neuronAt, targetAt } from '../notation/selection.js';
import { largestOf, rangeOf } from './context.js';

/** @import { Context } from './context.js' */
/** @import { Live, Piece } from '../words/pieces.js' */
/** @import { Told } from './fit.js' */

/** So many numbers are listed; of more the range is given. */
const MOST_LISTED = 4;
/** So many bits are listed and counted. */
const MOST_BITS = 6;

/**
 * @param {Context} context
 * @returns {Live[]}
 */
const inputs = ({ state, given }) => Array.from(state.x ?? [], (x, at) => given(x, 'x', neuronAt(1, at)));

/**
 * @param {Context} context
 * @returns {Live[]}
 */
const targets = ({ state, given }) => Array.from(state.y ?? [], (y, at) => given(y, 'y', targetAt(at)));

/**
 * Returns the sentence of an example whose rule is known, as long as inputs and target follow it.
 *
 * @param {Context} context
 * @returns {Piece[] | undefined}
 */
function byRule(context) {
  const { state, words, count } = context;
  const [xs, ys] = [inputs(context), targets(context)];
  const [y] = ys;
  const bits =
    xs.length > 1 && xs.length <= MOST_BITS && xs.every(({ number }) => number === 0 || number === 1);
  if (!y || ys.length > 1 || !bits) return undefined;
  const ones = xs.filter(({ number }) => number === 1).length;
  const given = { n: count(xs.length), ones: count(ones), xs, y };
  const { load } = words.forward;
  if (state.example === 'majority' && y.number === Number(ones > 1)) return load.majority(given);
  if (state.example === 'parity' && y.number === ones % 2) return load.parity(given);
  if (state.example === 'xor' && xs.length === 2 && y.number === ones % 2)
    return ones === 1 ? load.different(given) : load.same(given);
  return undefined;
}

/**
 * @param {Context} context
 * @returns {Piece[]}
 */
function whatGoesIn(context) {
  const { state, words, options, count, given } = context;
  const { load } = words.forward;
  const xs = inputs(context);
  const n = count(xs.length);
  if (options.names?.image)
    return load.image({ n, inked: count(xs.filter(({ number }) => number !== 0).length) });
  if (xs.length <= MOST_LISTED) return load.few({ xs });
  const x = state.x ?? [];
  const { low, high } = rangeOf(x);
  return load.many({
    sample: count(Number(state.sample) + 1),
    samples: count(state.sampleCount),
    n,
    low: given(Number(x[low]), 'x', neuronAt(1, low)),
    high: given(Number(x[high]), 'x', neuronAt(1, high)),
  });
}

/**
 * @param {Context} context
 * @returns {Piece[]}
 */
function whatShouldComeOut(context) {
  const { state, words, count, className } = context;
  const { load } = words.forward;
  const ys = targets(context);
  if (state.evaluates && ys.length > 1) return load.target({ name: className(classOf(state.y ?? [])) });
  if (ys.length <= MOST_LISTED) return load.targets({ ys });
  const { low, high } = rangeOf(state.y ?? []);
  return load.manyTargets({
    n: count(ys.length),
    low: /** @type {Live} */ (ys[low]),
    high: /** @type {Live} */ (ys[high]),
  });
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofLoad(context) {
  const { words, options } = context;
  const rule = byRule(context);
  const sentences = rule ? [rule] : [whatGoesIn(context), whatShouldComeOut(context)];
  if (options.firstVisit) sentences.push(words.forward.load.first());
  return { first: sentences[0] ?? [], more: sentences.slice(1) };
}

/**
 * Every number of a layer.
 * @param {Context} context
 * @param {'z' | 'a'} quantity
 * @param {number} layer
 * @returns {Live[]}
 */
const layerOf = ({ state, live }, quantity, layer) =>
  Array.from(state[quantity][layer - 1] ?? [], (value, at) => live(value, quantity, neuronAt(layer, at)));

/**
 * @param {Context} context
 * @param {number} layer
 * @returns {Told}
 */
export function ofZ(context, layer) {
  const { state, words, options, count } = context;
  const zs = layerOf(context, 'z', layer);
  const [first] = zs;
  const zeros = state.a[layer - 2]?.some((a) => a === 0) ? [words.forward.z.zeros()] : [];
  const { low, high } = rangeOf(state.z[layer - 1] ?? []);
  const [least, greatest] = [zs[low], zs[high]];
  if (!first || !least || !greatest) return { first: [], more: [] };
  if (zs.length === 1) {
    const { output, neuron } = words.forward.z;
    return { first: layer === state.sizes.length ? output({ z: first }) : neuron({ z: first }), more: zeros };
  }
  if (zs.length <= MOST_LISTED) return { first: words.forward.z.few({ zs }), more: zeros };
  if (options.names?.image && layer === 2)
    return { first: words.forward.z.image({ neuron: count(high + 1), z: greatest }), more: [] };
  const sums = {
    n: count(zs.length),
    inputs: count(Number(state.sizes[layer - 2])),
    low: least,
    high: greatest,
  };
  return { first: words.forward.z.many(sums), more: zeros };
}

/**
 * What the answer says as a class, where there are classes.
 * @param {Context} context
 * @returns {Piece[][]}
 */
function verdict({ state, words, count, className }) {
  const output = state.a.at(-1);
  if (!output || !state.y || !state.evaluates) return [];
  const [answer, target] = [classOf(output), classOf(state.y)];
  const { right, wrong, countsRight, countsWrong } = words.forward.a;
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
  return [[words.forward.a.flatBecause(given), words.forward.a.flat(given)]];
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
  const { few, many, output, outputs, manyOutputs } = words.forward.a;
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
  if (above + below === 0) return { first: words.forward.a.range(range), more };
  return { first: many({ n: count(as.length), above: count(above), below: count(below) }), more };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofCost(context) {
  const { state, words, closing, live, count, className } = context;
  const { conventions, sizes, miss: misses } = state;
  const output = state.a.at(-1) ?? new Float64Array();
  const target = state.y ?? new Float64Array();
  const L = sizes.length;
  const told = words.forward.cost;
  const right = state.evaluates && classOf(output) === classOf(target);
  if (output.length === 1) {
    const [a, y, miss] = [Number(output[0]), Number(target[0]), Number(misses?.[0])];
    const factor = conventions.halveCost ? 0.5 : 1;
    const { live: write, result } = closing(
      { given: [a, -y], result: miss, calculate: sumOf },
      { given: [miss], result: Number(state.cost), calculate: ([shown]) => factor * Number(shown) ** 2 },
    );
    const numbers = {
      a: write(a, 'a', neuronAt(L, 0)),
      y: write(y, 'y', targetAt(0)),
      miss: write(miss, 'miss', targetAt(0)),
      cost: result(state.cost, 'cost', { kind: 'cost' }),
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
