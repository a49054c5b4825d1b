/**
 * Names of the steps, above their sentences.
 *
 * @module
 */
import { say } from '../pieces.js';

/** @import { Letter, Numbers, Piece } from '../pieces.js' */

/**
 * The name of a step for each place of its layer.
 * @typedef {object} ByPlace
 * @property {() => Piece[]} hidden  the only hidden layer
 * @property {(given: Numbers<'layer'>) => Piece[]} layer  one of several
 * @property {() => Piece[]} output
 * @property {() => Piece[]} outputs  if there are several
 */

/** @type {ByPlace} */
export const z = {
  hidden: () => say`Weighted sums of the hidden layer`,
  layer: ({ layer }) => say`Weighted sums of hidden layer ${layer}`,
  output: () => say`Weighted sum of the output`,
  outputs: () => say`Weighted sums of the outputs`,
};

/** @type {ByPlace} */
export const a = {
  hidden: () => say`Activations of the hidden layer`,
  layer: ({ layer }) => say`Activations of hidden layer ${layer}`,
  output: () => say`Activation of the output`,
  outputs: () => say`Activations of the outputs`,
};

/** @type {ByPlace} */
export const delta = {
  hidden: () => say`Errors of the hidden layer`,
  layer: ({ layer }) => say`Errors of hidden layer ${layer}`,
  output: () => say`Error of the output`,
  outputs: () => say`Errors of the outputs`,
};

/** @type {ByPlace} */
export const nabla = {
  hidden: () => say`Gradients of the hidden layer’s weights`,
  layer: ({ layer }) => say`Gradients of the weights of hidden layer ${layer}`,
  output: () => say`Gradients of the output’s weights`,
  outputs: () => say`Gradients of the outputs’ weights`,
};

/** @param {Numbers<'sample' | 'm'>} given */
export const load = ({ sample, m }) => say`Sample ${sample} of ${m} is loaded`;
export const cost = () => say`Cost of this sample`;
export const sum = () => say`Add to the sums`;
export const mean = () => say`Mean over the mini-batch`;
export const notDivided = () => say`The sums, not divided`;
export const scale = () => say`Size of the step`;
export const update = () => say`Update every weight and bias`;
export const updateWeights = () => say`Update every weight`;
/** @param {Numbers<'epoch'>} given */
export const evaluate = ({ epoch }) => say`Test after epoch ${epoch}`;
/** @param {Numbers<'epoch'>} given */
export const shuffle = ({ epoch }) => say`End of epoch ${epoch}`;

/** @param {Numbers<'sample' | 'm'>} given */
export const sample = ({ sample, m }) => say`Sample ${sample} of ${m}, forward and back`;
/** @param {Numbers<'miniBatch' | 'miniBatches' | 'epoch'>} given */
export const miniBatch = ({ miniBatch, miniBatches, epoch }) =>
  say`Mini-batch ${miniBatch} of ${miniBatches} in epoch ${epoch}`;

/** What a part of a step in detail works at, one part of several. */
export const part = {
  z: {
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    hidden: ({ neuron, part, of }) => say`Weighted sum of hidden neuron ${neuron}, part ${part} of ${of}`,
    /** @param {Numbers<'part' | 'of'>} given */
    output: ({ part, of }) => say`Weighted sum of the output, part ${part} of ${of}`,
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    outputs: ({ neuron, part, of }) => say`Weighted sum of output ${neuron}, part ${part} of ${of}`,
  },
  a: {
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    hidden: ({ neuron }) => say`Activation of hidden neuron ${neuron}`,
    output: () => say`Activation of the output`,
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    outputs: ({ neuron }) => say`Activation of output ${neuron}`,
  },
  delta: {
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    hidden: ({ neuron, part, of }) => say`Error of hidden neuron ${neuron}, part ${part} of ${of}`,
    /** @param {Numbers<'part' | 'of'>} given */
    output: ({ part, of }) => say`Error of the output, part ${part} of ${of}`,
    /** @param {Numbers<'neuron' | 'part' | 'of'>} given */
    outputs: ({ neuron, part, of }) => say`Error of output ${neuron}, part ${part} of ${of}`,
  },
  /** @param {Numbers<'part' | 'of'>} given */
  cost: ({ part, of }) => say`Cost of this sample, part ${part} of ${of}`,
  /** @param {{ symbol: Letter } & Numbers<'part' | 'of'>} given */
  nabla: ({ symbol, part, of }) => say`Gradient of ${symbol}, ${part} of ${of}`,
  /** @param {{ symbol: Letter } & Numbers<'part' | 'of'>} given */
  sum: ({ symbol, part, of }) => say`Sum for ${symbol}, ${part} of ${of}`,
  /** @param {{ symbol: Letter } & Numbers<'part' | 'of'>} given */
  mean: ({ symbol, part, of }) => say`Mean for ${symbol}, ${part} of ${of}`,
  /** @param {{ symbol: Letter } & Numbers<'part' | 'of'>} given */
  scale: ({ symbol, part, of }) => say`Step of ${symbol}, ${part} of ${of}`,
  /** @param {{ symbol: Letter } & Numbers<'part' | 'of'>} given */
  update: ({ symbol, part, of }) => say`Update of ${symbol}, ${part} of ${of}`,
};

/** What a part is, beside its name. */
export const roles = {
  product: () => say`one product`,
  rest: () => say`the others`,
  bias: () => say`the bias`,
  activation: () => say`the sigmoid`,
  square: () => say`one square`,
  cost: () => say`the sum`,
  miss: () => say`the miss`,
  slope: () => say`the slope`,
  delta: () => say`the result`,
};
