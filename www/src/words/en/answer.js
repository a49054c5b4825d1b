/**
 * Sentences of activations and of the cost, and of the parts of the steps forwards in detail.
 *
 * @module
 */
import { say } from '../pieces.js';
import { Word, and, list, one, word } from './counting.js';

/** @import { Live, Numbers, Piece } from '../pieces.js' */

/** @param {{ z: Live, a: Live }} pair */
const becomes = ({ z, a }) => say`${z} becomes ${a}`;

/** Activations. */
export const a = {
  /** @param {{ pairs: { z: Live, a: Live }[] }} given */
  few: ({ pairs }) =>
    pairs.length === 1
      ? say`The sigmoid squeezes the sum to between 0 and 1: ${list(pairs.map(becomes))}.`
      : say`The sigmoid squeezes each sum to between 0 and 1: ${list(pairs.map(becomes))}.`,
  /** @param {Numbers<'n' | 'above' | 'below'>} given */
  many: ({ n, above, below }) =>
    above.number < 2
      ? say`The sigmoid squeezes each sum to between 0 and 1. ${Word(above)} of the ${n} neurons is above
        0.9, ${word(below)} below 0.1.`
      : say`The sigmoid squeezes each sum to between 0 and 1. ${Word(above)} of the ${n} neurons are above
        0.9, ${word(below)} below 0.1.`,
  /** @param {Numbers<'low' | 'high'>} given */
  range: ({ low, high }) =>
    say`The sigmoid squeezes each sum to between 0 and 1. The activations run from ${low} to ${high}.`,
  /** @param {Numbers<'count' | 'n'>} given */
  flat: ({ count, n }) => {
    if (one(n)) return say`It is almost flat there, so the neuron will hardly learn.`;
    if (one(count)) return say`${Word(count)} of them is almost flat there, so it will hardly learn.`;
    return say`${Word(count)} of them are almost flat there, so they will hardly learn.`;
  },
  /** @param {Numbers<'count' | 'n'>} given */
  flatBecause: ({ count, n }) => {
    if (one(n))
      return say`It is almost flat there: a change of the sum would hardly change the activation, so the
        neuron will hardly learn.`;
    if (one(count))
      return say`${Word(count)} of them is almost flat: a change of the sum would hardly change the
        activation, so it will hardly learn.`;
    return say`${Word(count)} of them are almost flat: a change of the sum would hardly change the
      activation, so they will hardly learn.`;
  },
  /** @param {Numbers<'z' | 'a'>} given */
  output: ({ z, a }) => say`The sigmoid squeezes ${z} to between 0 and 1: the network answers ${a}.`,
  /** @param {{ outputs: Live[] }} given */
  outputs: ({ outputs }) => say`The network answers ${and(outputs)}.`,
  /** @param {Numbers<'n' | 'low' | 'high'>} given */
  manyOutputs: ({ n, low, high }) => say`The network gives ${n} answers, from ${low} to ${high}.`,
  /** @param {{ answer: Piece }} given */
  right: ({ answer }) => say`It says “${answer}”, and is right.`,
  /** @param {{ answer: Piece, target: Piece }} given */
  wrong: ({ answer, target }) => say`It says “${answer}”, but should say “${target}”.`,
  /** @param {Numbers<'answer'>} given */
  countsRight: ({ answer }) => say`That counts as ${answer}, which is right.`,
  /** @param {Numbers<'answer' | 'target'>} given */
  countsWrong: ({ answer, target }) => say`That counts as ${answer}, and should count as ${target}.`,
};

/** The cost of a sample. */
export const cost = {
  /** @param {Numbers<'a' | 'y' | 'miss' | 'cost'>} given */
  half: ({ a, y, miss, cost }) =>
    say`It answered ${a} instead of ${y}. The miss is ${miss}; half its square is the cost, ${cost}.`,
  /** @param {Numbers<'a' | 'y' | 'miss' | 'cost'>} given */
  whole: ({ a, y, miss, cost }) =>
    say`It answered ${a} instead of ${y}. The miss is ${miss}; its square is the cost, ${cost}.`,
  /** @param {Numbers<'a'>} given */
  none: ({ a }) => say`It answered ${a}, exactly the target. So this sample has no cost.`,
  /** @param {Numbers<'cost'>} given */
  halfOfMany: ({ cost }) =>
    say`Each output has a miss of its own; half of their squares, added up, is the cost: ${cost}.`,
  /** @param {Numbers<'cost'>} given */
  wholeOfMany: ({ cost }) =>
    say`Each output has a miss of its own; their squares, added up, are the cost: ${cost}.`,
  /** @param {Numbers<'miss'> & { name: Piece }} given */
  largestAt: ({ miss, name }) => say`The largest miss is at “${name}”: ${miss}.`,
  /** @param {Numbers<'miss' | 'output'>} given */
  largest: ({ miss, output }) => say`The largest miss is at output ${output}: ${miss}.`,
  rightClass: () => say`It already says the right class; the cost asks for more: 1 there and 0 elsewhere.`,
  rightSide: () => say`It is on the right side of 0.5 already; the cost asks for more.`,
};

/** Parts of these steps in detail. `output` is the number of an output, where there are several. */
export const parts = {
  /** @param {Numbers<'input' | 'x' | 'weight' | 'product'>} given */
  fromInput: ({ input, x, weight, product }) =>
    say`Input ${input} is ${x}, its weight ${weight}: it contributes ${product}.`,
  /** @param {Numbers<'input' | 'x'>} given */
  zeroInput: ({ input, x }) => say`Input ${input} is ${x}: it contributes nothing, whatever its weight.`,
  /** @param {Numbers<'neuron' | 'a' | 'weight' | 'product'>} given */
  fromNeuron: ({ neuron, a, weight, product }) =>
    say`Neuron ${neuron} sends ${a}, its weight is ${weight}: it contributes ${product}.`,
  /** @param {Numbers<'before' | 'sum'>} given */
  soFar: ({ before, sum }) => say`The sum so far goes from ${before} to ${sum}.`,
  /** @param {Numbers<'sum'>} given */
  still: ({ sum }) => say`The sum so far stays ${sum}.`,
  /** @param {Numbers<'count' | 'sum'>} given */
  rest: ({ count, sum }) =>
    one(count)
      ? say`The one that is not drawn is added too: the sum so far is ${sum}.`
      : say`The ${count} that are not drawn are added in one go: the sum so far is ${sum}.`,
  /** @param {Numbers<'bias' | 'z'>} given */
  bias: ({ bias, z }) => say`The bias adds ${bias}, whatever came in. The sum is ${z}.`,
  /** @param {Numbers<'z' | 'a'>} given */
  activation: ({ z, a }) => say`At ${z} the sigmoid gives ${a}.`,
  flat: () => say`It is almost flat there: this neuron will hardly learn from the sample.`,
  /** @param {Numbers<'a' | 'y' | 'square'> & { output?: Live }} given */
  square: ({ output, a, y, square }) =>
    output
      ? say`Output ${output} answered ${a} instead of ${y}. The square of its miss is ${square}.`
      : say`The output answered ${a} instead of ${y}. The square of its miss is ${square}.`,
  /** @param {Numbers<'sum' | 'cost'>} given */
  half: ({ sum, cost }) => say`Half of ${sum} is the cost of this sample: ${cost}.`,
  /** @param {Numbers<'cost'>} given */
  whole: ({ cost }) => say`The sum of the squares is the cost of this sample: ${cost}.`,
};
