/**
 * Captions of the steps backwards.
 *
 * @module
 */
import { productEquation } from '../notation/closing.js';
import { parameterValue } from '../notation/parameter-value.js';
import { neuronAt } from '../notation/selection.js';
import { largestOf, letterOf, neuronOf, parameterOf } from './context.js';

/** @import { Context } from './context.js' */
/** @import { Live, Piece } from '../words/pieces.js' */
/** @import { Told } from './fit.js' */

/** From this slope on the sigmoid is called steep; its greatest is 0.25. */
const STEEP = 0.1;
/** An output that misses by more is far off. */
const FAR = 0.5;
/** So many products are written out. */
const MOST_PRODUCTS = 3;
/** Errors that many times smaller than at the output have shrunk. */
const SHRUNK = 10;

/**
 * @param {Context} context
 * @param {number} layer
 * @returns {Told}
 */
export function ofDelta(context, layer) {
  return layer === context.state.sizes.length ? outputDelta(context) : hiddenDelta(context, layer);
}

/**
 * @param {Context} context
 * @returns {Told}
 */
function outputDelta(context) {
  const { state, words, live, count, className } = context;
  const L = state.sizes.length;
  const told = words.backward.outputDelta;
  const deltas = state.delta[L - 1] ?? new Float64Array();
  const notHalved = state.conventions.halveCost ? [] : [told.notHalved()];
  if (deltas.length > 1) {
    const at = largestOf(deltas);
    const delta = live(deltas[at], 'delta', neuronAt(L, at));
    const largest = state.evaluates
      ? told.largestAt({ delta, name: className(at) })
      : told.largest({ delta, output: count(at + 1) });
    return { first: told.several(), more: [largest, ...notHalved] };
  }
  const miss = Number(state.miss?.[0]);
  const [delta, slope] = [deltas[0], state.slope[L - 1]?.[0]];
  const numbers = {
    delta: live(delta, 'delta', neuronAt(L, 0)),
    slope: live(slope, 'slope', neuronAt(L, 0)),
  };
  if (miss === 0) return { first: told.none(numbers), more: [] };
  if (delta === 0) return { first: told.flat(numbers), more: notHalved };
  if (state.saturated[L - 1]?.[0] && Math.abs(miss) > FAR)
    return { first: told.saturated(numbers), more: notHalved };
  const steep = Number(slope) >= STEEP;
  if (miss < 0)
    return { first: (steep ? told.lowSteep : told.lowFlat)(numbers), more: [...notHalved, told.grow()] };
  return { first: (steep ? told.highSteep : told.highFlat)(numbers), more: [...notHalved, told.shrink()] };
}

/**
 * @param {Context} context
 * @param {number} layer
 * @returns {Told}
 */
function hiddenDelta(context, layer) {
  const { state } = context;
  const { sizes } = state;
  const L = sizes.length;
  const here = state.delta[layer - 1] ?? new Float64Array();
  if (here.every((value) => value === 0)) return { first: noError(context, layer), more: [] };
  const ahead = sizes[layer];
  const first = ahead === 1 ? fromOne(context, layer, here) : fromSeveral(context, layer, here);
  return { first, more: L > 3 ? vanishing(context, layer, here) : [] };
}

/**
 * Every error of a layer is 0: nothing came back, or the slopes left nothing of it.
 * @param {Context} context
 * @param {number} layer
 * @returns {Piece[]}
 */
function noError({ state, words, live, count }, layer) {
  const told = words.backward.hiddenDelta;
  const carried = state.carried[layer - 1] ?? new Float64Array();
  const at = largestOf(carried);
  if (!carried[at]) return told.none();
  const slopes = state.slope[layer - 1] ?? new Float64Array();
  const numbers = {
    carried: live(carried[at], 'carried', neuronAt(layer, at)),
    slope: live(slopes[at], 'slope', neuronAt(layer, at)),
    neuron: count(at + 1),
  };
  if (carried.some((value, j) => value !== 0 && slopes[j] !== 0)) return told.vanished(numbers);
  return carried.length === 1 ? told.flatOne(numbers) : told.flat(numbers);
}

/**
 * One neuron ahead: its error comes back to each.
 * @param {Context} context
 * @param {number} layer
 * @param {Float64Array} here
 * @returns {Piece[]}
 */
function fromOne({ state, words, live, count }, layer, here) {
  const told = words.backward.hiddenDelta;
  const error = live(state.delta[layer]?.[0], 'delta', neuronAt(layer + 1, 0));
  const deltas = Array.from(here, (value, at) => live(value, 'delta', neuronAt(layer, at)));
  const [first, second] = deltas;
  const last = layer + 1 === state.sizes.length;
  if (first && here.length === 1)
    return (first.number < 0 ? told.oneLarger : told.oneSmaller)({ error, delta: first, last });
  const pair = first && second && here.length === 2 && last;
  if (pair && first.number * second.number !== 0) {
    const numbers = { error, first, second };
    if (first.number < 0) return (second.number < 0 ? told.bothLarger : told.largerSmaller)(numbers);
    return (second.number < 0 ? told.smallerLarger : told.bothSmaller)(numbers);
  }
  const at = largestOf(here);
  return told.many({
    error,
    larger: count(here.filter((value) => value < 0).length),
    smaller: count(here.filter((value) => value > 0).length),
    delta: /** @type {Live} */ (deltas[at]),
    neuron: count(at + 1),
    last,
  });
}

/**
 * Several neurons ahead: what comes back to one is added up.
 * @param {Context} context
 * @param {number} layer
 * @param {Float64Array} here
 * @returns {Piece[]}
 */
function fromSeveral(context, layer, here) {
  const { state, words, live, count, closing, options } = context;
  const told = words.backward.hiddenDelta;
  const ahead = Number(state.sizes[layer]);
  const k = neuronOf(options, layer);
  const selection = neuronAt(layer, k);
  const products = state.terms?.products.slice(k * ahead, (k + 1) * ahead);
  if (products && ahead <= MOST_PRODUCTS)
    return told.collected({
      count: count(ahead),
      products: Array.from(products, (value, j) =>
        live(value, 'product', { kind: 'weight', layer: layer + 1, to: j, from: k }),
      ),
      neuron: count(k + 1),
      delta: live(here[k], 'delta', selection),
    });
  const [carried, slope] = [Number(state.carried[layer - 1]?.[k]), Number(state.slope[layer - 1]?.[k])];
  const write = closing(productEquation([carried, slope], Number(here[k])));
  return told.added({
    count: count(ahead),
    neuron: count(k + 1),
    carried: write.factor(carried, 'carried', selection),
    slope: write.factor(slope, 'slope', selection),
    delta: write.result(here[k], 'delta', selection),
  });
}

/**
 * @param {Context} context
 * @param {number} layer
 * @param {Float64Array} here
 * @returns {Piece[][]}
 */
function vanishing({ state, words, live }, layer, here) {
  const L = state.sizes.length;
  const output = state.delta[L - 1] ?? new Float64Array();
  const [most, mostHere] = [largestOf(output), largestOf(here)];
  const greatest = Number(output[most]);
  if (!(Math.abs(Number(here[mostHere])) * SHRUNK < Math.abs(greatest))) return [];
  const numbers = {
    output: live(greatest, 'delta', neuronAt(L, most)),
    here: live(here[mostHere], 'delta', neuronAt(layer, mostHere)),
  };
  return [words.backward.hiddenDelta.vanishing(numbers)];
}

/**
 * @param {Context} context
 * @param {number} layer
 * @returns {Told}
 */
export function ofNabla(context, layer) {
  const { state, words, options, live, count, closing } = context;
  const told = words.backward.nabla;
  const deltas = state.delta[layer - 1] ?? new Float64Array();
  const untrained = state.conventions.trainBiases ? [] : [told.notTrained()];
  if (options.names?.image && layer === 2) {
    const j = options.about ? neuronOf(options, layer) : largestOf(deltas);
    const delta = live(deltas[j], 'delta', neuronAt(layer, j));
    const n = count(Number(state.sizes[0]));
    return { first: told.image({ n, delta, neuron: count(j + 1) }), more: untrained };
  }
  const selection = parameterOf(context, layer);
  if (selection.kind === 'bias') {
    const delta = live(deltas[selection.neuron], 'delta', neuronAt(layer, selection.neuron));
    return { first: told.bias({ delta, symbol: letterOf(selection) }), more: untrained };
  }
  const a = Number(state.a[layer - 2]?.[selection.from]);
  const delta = Number(deltas[selection.to]);
  const product = Number(parameterValue(state, { w: state.nablaW, b: state.nablaB }, selection));
  const write = closing(productEquation([a, delta], product));
  const factor = write.factor(delta, 'delta', neuronAt(layer, selection.to));
  /** @type {Piece[]} */
  const equation = [
    write.factor(a, 'a', neuronAt(layer - 1, selection.from)),
    ...(delta < 0 ? [{ sign: ' · (' }, factor, { sign: ')' }] : [{ sign: ' · ' }, factor]),
    { sign: write.closes ? ' = ' : ' ≈ ' },
    write.live(product, 'nabla', selection),
  ];
  const first = layer === state.sizes.length ? told.output({ equation }) : told.hidden({ equation });
  const dead = state.a[layer - 2]?.some((value) => value === 0) ? [told.dead()] : [];
  return { first, more: [...dead, ...untrained, ...(untrained.length > 0 ? [] : [told.biasInput()])] };
}
