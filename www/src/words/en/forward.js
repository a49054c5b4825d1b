/**
 * Sentences of what goes in, and of the weighted sums.
 *
 * @module
 */
import { say } from '../pieces.js';
import { KEYS, Word, and, list, one } from './counting.js';

/** @import { Live, Numbers, Piece } from '../pieces.js' */

/** What goes in. */
export const load = {
  /** @param {Numbers<'n' | 'ones' | 'y'> & { xs: Live[] }} given */
  majority: ({ n, xs, ones, y }) => {
    const opening = say`${Word(n)} bits go in: ${list(xs)}.`;
    if (ones.number === 0) return say`${opening} None of them is 1, so the network should answer ${y}.`;
    if (one(ones)) return say`${opening} ${Word(ones)} of them is 1, so the network should answer ${y}.`;
    return say`${opening} ${Word(ones)} of them are 1, so the network should answer ${y}.`;
  },
  /** @param {Numbers<'n' | 'ones' | 'y'> & { xs: Live[] }} given */
  parity: ({ n, xs, ones, y }) => {
    const opening = say`${Word(n)} bits go in: ${list(xs)}.`;
    if (ones.number === 0) return say`${opening} None of them is 1, so the network should answer ${y}.`;
    if (one(ones)) return say`${opening} One of them is 1, an odd number, so the network should answer ${y}.`;
    if (ones.number % 2 === 1)
      return say`${opening} ${Word(ones)} of them are 1, an odd number, so the network should answer ${y}.`;
    return say`${opening} ${Word(ones)} of them are 1, an even number, so the network should answer ${y}.`;
  },
  /** @param {Numbers<'y'> & { xs: Live[] }} given */
  different: ({ xs, y }) =>
    say`Two bits go in: ${list(xs)}. They are different, so the network should answer ${y}.`,
  /** @param {Numbers<'y'> & { xs: Live[] }} given */
  same: ({ xs, y }) =>
    say`Two bits go in: ${list(xs)}. They are the same, so the network should answer ${y}.`,
  /** @param {{ xs: Live[] }} given */
  few: ({ xs }) => (xs.length === 1 ? say`${and(xs)} goes in.` : say`${and(xs)} go in.`),
  /** @param {Numbers<'sample' | 'samples' | 'n' | 'low' | 'high'>} given */
  many: ({ sample, samples, n, low, high }) =>
    say`Sample ${sample} of ${samples} goes in: ${n} numbers, from ${low} to ${high}.`,
  /** @param {Numbers<'n' | 'inked'>} given */
  image: ({ n, inked }) => say`An image goes in: ${n} pixels, ${inked} of them not white.`,
  /** @param {{ ys: Live[] }} given */
  targets: ({ ys }) => say`The network should answer ${and(ys)}.`,
  /** @param {Numbers<'n' | 'low' | 'high'>} given */
  manyTargets: ({ n, low, high }) => say`The network should answer ${n} numbers, from ${low} to ${high}.`,
  /** @param {{ name: Piece }} given */
  target: ({ name }) => say`The network should answer “${name}”.`,
  first: () => say`Press ${KEYS.next} to feed the sample forward.`,
};

/** Weighted sums. */
export const z = {
  /** @param {Numbers<'z'>} given */
  output: ({ z }) => say`The output adds up what arrives, each input times its weight, plus its bias: ${z}.`,
  /** @param {Numbers<'z'>} given */
  neuron: ({ z }) => say`The neuron adds up what arrives, each input times its weight, plus its bias: ${z}.`,
  /** @param {{ zs: Live[] }} given */
  few: ({ zs }) =>
    say`Each neuron adds up what arrives, every input times its weight, plus its own bias: ${and(zs)}.`,
  /** @param {Numbers<'n' | 'inputs' | 'low' | 'high'>} given */
  many: ({ n, inputs, low, high }) =>
    one(inputs)
      ? say`Each of the ${n} neurons takes its input times a weight, plus its bias. The sums run from ${low}
        to ${high}.`
      : say`Each of the ${n} neurons adds up ${inputs} inputs times weights, plus its bias. The sums run from
        ${low} to ${high}.`,
  /** @param {Numbers<'neuron' | 'z'>} given */
  image: ({ neuron, z }) =>
    say`Each neuron lays its own picture of weights over the image, multiplies pixel by pixel and adds up.
      The largest sum is ${z}, of neuron ${neuron}.`,
  zeros: () => say`Inputs that are 0 send nothing, whatever their weight.`,
};
