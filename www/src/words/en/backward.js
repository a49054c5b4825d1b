/**
 * Sentences of the steps backwards.
 *
 * @module
 */
import { DELTA, Z, say } from '../pieces.js';
import { Word, and, word } from './counting.js';

/** @import { Letter, Live, Numbers, Piece } from '../pieces.js' */

/** δ^L. */
export const outputDelta = {
  /** @param {Numbers<'slope' | 'delta'>} given */
  lowSteep: ({ slope, delta }) =>
    say`The output is too low, and its sigmoid is steep here (${slope}): its error is ${delta}.`,
  /** @param {Numbers<'slope' | 'delta'>} given */
  highSteep: ({ slope, delta }) =>
    say`The output is too high, and its sigmoid is steep here (${slope}): its error is ${delta}.`,
  /** @param {Numbers<'slope' | 'delta'>} given */
  lowFlat: ({ slope, delta }) =>
    say`The output is too low, and its sigmoid is rather flat here (${slope}): its error is ${delta}.`,
  /** @param {Numbers<'slope' | 'delta'>} given */
  highFlat: ({ slope, delta }) =>
    say`The output is too high, and its sigmoid is rather flat here (${slope}): its error is ${delta}.`,
  grow: () => say`A negative error means: the sum should grow.`,
  shrink: () => say`A positive error means: the sum should shrink.`,
  /** @param {Numbers<'slope' | 'delta'>} given */
  saturated: ({ slope, delta }) =>
    say`It is far off, yet its sigmoid is nearly flat (${slope}): the error is only ${delta}. It will learn
      slowly.`,
  /** @param {Numbers<'slope' | 'delta'>} given */
  flat: ({ slope, delta }) =>
    say`It misses its target, but its sigmoid is flat here (${slope}): its error is ${delta}, and nothing goes
      back.`,
  /** @param {Numbers<'delta'>} given */
  none: ({ delta }) =>
    say`The output is exactly at its target: its error is ${delta}, and nothing goes back.`,
  several: () =>
    say`Outputs that are too low get a negative error, those too high a positive one. Each miss is scaled by
      the slope of its sigmoid.`,
  /** @param {Numbers<'delta'> & { name: Piece }} given */
  largestAt: ({ delta, name }) => say`The largest error is at “${name}”: ${delta}.`,
  /** @param {Numbers<'delta' | 'output'>} given */
  largest: ({ delta, output }) => say`The largest is ${delta}, at output ${output}.`,
  notHalved: () => say`The cost has no half here, so the miss counts twice.`,
};

/**
 * δ^l of hidden layers. `last` says that the error comes from the output.
 */
export const hiddenDelta = {
  /** @param {Numbers<'error' | 'delta'> & { last: boolean }} given */
  oneLarger: ({ error, delta, last }) =>
    last
      ? say`The output’s error ${error} travels back over the weight. The neuron should have been larger
        (${DELTA} = ${delta}).`
      : say`The error ahead, ${error}, travels back over the weight. The neuron should have been larger
        (${DELTA} = ${delta}).`,
  /** @param {Numbers<'error' | 'delta'> & { last: boolean }} given */
  oneSmaller: ({ error, delta, last }) =>
    last
      ? say`The output’s error ${error} travels back over the weight. The neuron should have been smaller
        (${DELTA} = ${delta}).`
      : say`The error ahead, ${error}, travels back over the weight. The neuron should have been smaller
        (${DELTA} = ${delta}).`,
  /** @param {Numbers<'error' | 'first' | 'second'>} given */
  largerSmaller: ({ error, first, second }) =>
    say`The output’s error ${error} travels back over the weights. Neuron 1 should have been larger (${DELTA}
      = ${first}), neuron 2 smaller (${DELTA} = ${second}).`,
  /** @param {Numbers<'error' | 'first' | 'second'>} given */
  smallerLarger: ({ error, first, second }) =>
    say`The output’s error ${error} travels back over the weights. Neuron 1 should have been smaller
      (${DELTA} = ${first}), neuron 2 larger (${DELTA} = ${second}).`,
  /** @param {Numbers<'error' | 'first' | 'second'>} given */
  bothLarger: ({ error, first, second }) =>
    say`The output’s error ${error} travels back over the weights. Both neurons should have been larger
      (${DELTA} = ${first} and ${second}).`,
  /** @param {Numbers<'error' | 'first' | 'second'>} given */
  bothSmaller: ({ error, first, second }) =>
    say`The output’s error ${error} travels back over the weights. Both neurons should have been smaller
      (${DELTA} = ${first} and ${second}).`,
  /** @param {Numbers<'error' | 'larger' | 'smaller' | 'delta' | 'neuron'> & { last: boolean }} given */
  many: ({ error, larger, smaller, delta, neuron, last }) =>
    last
      ? say`The output’s error ${error} travels back over the weights. ${Word(larger)} of the neurons should
        have been larger, ${word(smaller)} smaller; the largest error is ${delta}, of neuron ${neuron}.`
      : say`The error ahead, ${error}, travels back over the weights. ${Word(larger)} of the neurons should
        have been larger, ${word(smaller)} smaller; the largest error is ${delta}, of neuron ${neuron}.`,
  /** @param {{ count: Live, products: Live[] } & Numbers<'neuron' | 'delta'>} given */
  collected: ({ count, products, neuron, delta }) =>
    say`Each neuron fed ${word(count)} others, so ${word(count)} errors come back and are added:
      ${and(products)} for neuron ${neuron}. Times its slope: ${DELTA} = ${delta}.`,
  /** @param {Numbers<'count' | 'neuron' | 'carried' | 'slope' | 'delta'>} given */
  added: ({ count, neuron, carried, slope, delta }) =>
    say`${Word(count)} errors come back to each neuron, over its weights. For neuron ${neuron} they add up to
      ${carried}; its slope of ${slope} leaves ${DELTA} = ${delta}.`,
  none: () => say`No error comes back to this layer: this sample asks for no change of its weights.`,
  /** @param {Numbers<'carried' | 'slope'>} given */
  flatOne: ({ carried, slope }) =>
    say`${carried} comes back, but the neuron’s sigmoid is flat here: its slope is ${slope}, so its error is 0
      too.`,
  /** @param {Numbers<'carried' | 'slope' | 'neuron'>} given */
  flat: ({ carried, slope, neuron }) =>
    say`Errors come back, but the sigmoids are flat here: for neuron ${neuron} it is ${carried}, times a slope
      of ${slope}. So every error of this layer is 0.`,
  /** @param {Numbers<'carried' | 'slope' | 'neuron'>} given */
  vanished: ({ carried, slope, neuron }) =>
    say`Errors come back, ${carried} for neuron ${neuron}; times its slope of ${slope} that is too little for
      a number, so it is 0.`,
  /** @param {Numbers<'output' | 'here'>} given */
  vanishing: ({ output, here }) =>
    say`From layer to layer the errors shrink: ${output} at the output, ${here} here. Early layers learn
      slowly.`,
};

/** ∇^l. */
export const nabla = {
  /** @param {{ equation: Piece[] }} given */
  output: ({ equation }) =>
    say`How much does each weight matter for the cost? What came in along it, times the error it led to:
      ${equation}.`,
  /** @param {{ equation: Piece[] }} given */
  hidden: ({ equation }) =>
    say`The same rule one layer down: what came in, times the error it led to: ${equation}.`,
  /** @param {Numbers<'delta'> & { symbol: Letter }} given */
  bias: ({ delta, symbol }) =>
    say`The bias always gets an input of 1, so the gradient of ${symbol} is the error itself: ${delta}.`,
  biasInput: () => say`The bias always gets an input of 1.`,
  /** @param {Numbers<'n' | 'delta' | 'neuron'>} given */
  image: ({ n, delta, neuron }) =>
    say`Each weight’s gradient is its pixel times the neuron’s error. So the gradient of ${n} weights at once
      is this very image, times ${delta} for neuron ${neuron}.`,
  dead: () => say`Where nothing came in, the weight had no part in the miss: its gradient is 0.`,
  notTrained: () => say`Biases are not trained here.`,
};

/** Parts of these steps in detail. `output` is the number of an output, where there are several. */
export const parts = {
  /** @param {Numbers<'a' | 'y' | 'miss'> & { output?: Live }} given */
  low: ({ output, a, y, miss }) =>
    output
      ? say`Output ${output} answered ${a} instead of ${y}. It is too low; the miss is ${miss}.`
      : say`The output answered ${a} instead of ${y}. It is too low; the miss is ${miss}.`,
  /** @param {Numbers<'a' | 'y' | 'miss'> & { output?: Live }} given */
  high: ({ output, a, y, miss }) =>
    output
      ? say`Output ${output} answered ${a} instead of ${y}. It is too high; the miss is ${miss}.`
      : say`The output answered ${a} instead of ${y}. It is too high; the miss is ${miss}.`,
  /** @param {Numbers<'a'> & { output?: Live }} given */
  met: ({ output, a }) =>
    output
      ? say`Output ${output} answered ${a}, exactly its target: there is no miss.`
      : say`The output answered ${a}, exactly its target: there is no miss.`,
  /** @param {Numbers<'twice'>} given */
  twice: ({ twice }) => say`Without the half in the cost it counts twice: ${twice}.`,
  /** @param {Numbers<'error' | 'weight' | 'product'> & { output?: Live }} given */
  fromOutput: ({ output, error, weight, product }) =>
    output
      ? say`The error of output ${output}, ${error}, times the weight ${weight} it came through: ${product}.`
      : say`The output’s error ${error}, times the weight ${weight} it came through: ${product}.`,
  /** @param {Numbers<'neuron' | 'error' | 'weight' | 'product'>} given */
  fromNeuron: ({ neuron, error, weight, product }) =>
    say`The error of neuron ${neuron}, ${error}, times the weight ${weight} it came through: ${product}.`,
  /** @param {Numbers<'neuron' | 'z' | 'slope' | 'share' | 'carried'>} given */
  slope: ({ neuron, z, slope, share, carried }) =>
    say`How steep is neuron ${neuron}’s sigmoid here? At ${Z} = ${z} its slope is ${slope}, so only ${share}
      of the ${carried} that came back will count.`,
  /** @param {Numbers<'z' | 'slope' | 'share' | 'miss'> & { output?: Live }} given */
  outputSlope: ({ output, z, slope, share, miss }) =>
    output
      ? say`How steep is the sigmoid of output ${output} here? At ${Z} = ${z} its slope is ${slope}, so only
        ${share} of the ${miss} will count.`
      : say`How steep is the output’s sigmoid here? At ${Z} = ${z} its slope is ${slope}, so only ${share} of
        the ${miss} will count.`,
  /** @param {Numbers<'neuron' | 'carried' | 'slope' | 'delta'>} given */
  delta: ({ neuron, carried, slope, delta }) =>
    say`What came back, ${carried}, times the slope, ${slope}, is the error of neuron ${neuron}: ${delta}.`,
  /** @param {Numbers<'miss' | 'slope' | 'delta'> & { output?: Live }} given */
  outputDelta: ({ output, miss, slope, delta }) =>
    output
      ? say`The miss, ${miss}, times the slope, ${slope}, is the error of output ${output}: ${delta}.`
      : say`The miss, ${miss}, times the slope, ${slope}, is the error of the output: ${delta}.`,
  /** @param {Numbers<'miss' | 'slope' | 'delta'> & { output?: Live }} given */
  outputDeltaTwice: ({ output, miss, slope, delta }) =>
    output
      ? say`Twice the miss, ${miss}, times the slope, ${slope}, is the error of output ${output}: ${delta}.`
      : say`Twice the miss, ${miss}, times the slope, ${slope}, is the error of the output: ${delta}.`,
  /** @param {Numbers<'a' | 'delta' | 'nabla'>} given */
  weight: ({ a, delta, nabla }) =>
    say`Along this weight came ${a}; the error at its end is ${delta}. Their product, ${nabla}, says how the
      cost would change with the weight.`,
  deadWeight: () => say`Nothing came in along this weight, so it had no part in the miss: its gradient is 0.`,
  /** @param {Numbers<'delta'>} given */
  bias: ({ delta }) => say`A bias always gets an input of 1, so its gradient is the error itself: ${delta}.`,
};
