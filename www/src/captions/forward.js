/**
 * Captions of a sample that is loaded, and of weighted sums.
 *
 * @module
 */
import { classOf } from '../notation/classes.js';
import { neuronAt, targetAt } from '../notation/selection.js';
import { MOST_LISTED, layerOf, rangeOf } from './context.js';

/** @import { Context } from './context.js' */
/** @import { Live, Piece } from '../words/pieces.js' */
/** @import { Told } from './fit.js' */

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
