/**
 * Why the core refuses something. Layers, neurons, epochs and mini-batches are counted from 1; limits are
 * those of the core. Where one kind of refusal can be about several things, it has a sentence for each.
 *
 * @module
 */
import { line } from '../../phrase.js';

/** @param {{ max: number, got: number }} given */
export const layers = ({ max, got }) => `A network has 2 to ${max} layers, but ${got} were given.`;
/** @param {{ max: number, layer: number, got: number }} given */
export const neurons = ({ max, layer, got }) =>
  `A layer has 1 to ${max} neurons, but layer ${layer} would have ${got}.`;
/** @param {{ max: number, got: number }} given */
export const parameters = ({ max, got }) =>
  `A network has at most ${max} weights and biases, but these sizes need ${got}.`;
/** @param {{ max: number, got: number }} given */
export const samples = ({ max, got }) => `There can be 1 to ${max} samples, but ${got} were given.`;
/** @param {{ index: number }} given */
export const parameterNotFinite = ({ index }) =>
  `Parameter number ${index} (counted from 0) must be a finite number.`;
export const digitInputs = () =>
  'A drawing becomes 784 or 64 numbers, so the network must have as many inputs.';
/** @param {{ count: number }} given */
export const trainTestSplit = ({ count }) =>
  `Of ${count} samples at least one must be trained with and at least one be tested with.`;
/** @param {{ inputs: number, outputs: number }} given */
export const dataSizes = ({ inputs, outputs }) =>
  line`The data has ${inputs} inputs and ${outputs} targets; the first and the last layer must have as many
    neurons.`;
/** @param {{ count: number }} given */
export const dataMissing = ({ count }) =>
  `This session needs the data it was made with, ${count} samples, which is not here.`;
/**
 * An update that would leave a weight, or without `from` a bias, infinite.
 * @param {{ layer: number, to: number, from?: number, epoch: number, miniBatch: number }} given
 */
export const diverged = ({ layer, to, from, epoch, miniBatch }) =>
  from === undefined
    ? line`The update of mini-batch ${miniBatch} in epoch ${epoch} was not made: the bias of neuron ${to} of
        layer ${layer} would not be a finite number any more; go back or lower eta.`
    : line`The update of mini-batch ${miniBatch} in epoch ${epoch} was not made: the weight to neuron ${to} of
        layer ${layer} from neuron ${from} would not be a finite number any more; go back or lower eta.`;
export const keptLayers = () =>
  'A change of layer sizes keeps the input and the output layer, and the others in their order.';
/** @param {{ ahead: number, most: number }} given */
export const tooFarAhead = ({ ahead, most }) =>
  line`This position is ${ahead} mini-batches ahead of what was run, and a question completes at most ${most};
    run up to it first.`;
/** @param {{ work: number, most: number }} given */
export const tooMuchWork = ({ work, most }) =>
  `This question needs ${work} multiplications, but may need at most ${most}.`;
export const tooManyEdits = () => 'This session has too many changes to be opened again.';
export const journal = () => 'This is not a journal of a Backstep session.';

/** A property that is missing or has another type. @param {{ property: string }} given */
export const notValid = ({ property }) => `${property} is missing or not valid.`;
export const noRandomness = () => 'The system gives no random numbers.';
export const noGeneratedKind = () => 'There is no such kind of data.';
export const noExample = () => 'There is no example of that name.';
export const moveUnit = () => 'A move goes by step, sample, miniBatch or epoch.';
export const moveBy = () => 'A move goes by 1 or by -1.';

/** A whole number outside its range. */
export const outOfRange = {
  /** @param {{ least: number, most: number }} given */
  seed: ({ least, most }) => `The seed must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  points: ({ least, most }) => `The number of points must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  layerSize: ({ least, most }) => `A layer's size must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  parameter: ({ least, most }) => `The parameter must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  mapInputs: ({ least, most }) =>
    `The number of inputs of a map must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  mapSide: ({ least, most }) => `The side of a map must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  miniBatchesOfCall: ({ least, most }) =>
    `The number of mini-batches of one call must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  samples: ({ least, most }) => `The number of samples must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  rule: ({ least, most }) => `The rule must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  pixelTop: ({ least, most }) =>
    `The greatest value of a pixel must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  scaling: ({ least, most }) => `A scaling must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  splitSeed: ({ least, most }) =>
    `The seed of the train/test split must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  miniBatches: ({ least, most }) =>
    `The number of mini-batches must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  miniBatch: ({ least, most }) => `The mini-batch must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  inputs: ({ least, most }) => `The number of inputs must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  targets: ({ least, most }) => `The number of targets must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  scaledRow: ({ least, most }) => `The row to scale by must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  drawingSide: ({ least, most }) => `The side of a drawing must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  miniBatchSize: ({ least, most }) => `The mini-batch size must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  firstMiniBatch: ({ least, most }) =>
    `The first mini-batch must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  firstSample: ({ least, most }) => `The first sample must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  sample: ({ least, most }) => `The sample must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  layer: ({ least, most }) => `The layer must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  to: ({ least, most }) => `The neuron the weight leads to must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  from: ({ least, most }) =>
    `The neuron the weight comes from must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  neuron: ({ least, most }) => `The neuron must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  inputIndex: ({ least, most }) => `The input must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  targetIndex: ({ least, most }) => `The target must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  pixel: ({ least, most }) => `A pixel must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  label: ({ least, most }) => `A label must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  pixels: ({ least, most }) =>
    `The number of pixels of an image must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  classes: ({ least, most }) => `The number of classes must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  epoch: ({ least, most }) => `The position's epoch must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  positionMiniBatch: ({ least, most }) =>
    `The position's miniBatch must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  positionSample: ({ least, most }) =>
    `The position's sample must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  positionStep: ({ least, most }) => `The position's step must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  trainingSamples: ({ least, most }) =>
    `The number of training samples must be a whole number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  testSamples: ({ least, most }) =>
    `The number of test samples must be a whole number from ${least} to ${most}.`,
};

/** A value that is infinite or not a number. */
export const notFinite = {
  reach: () => 'The reach must be a finite number.',
  eta: () => 'eta must be a finite number.',
  h: () => 'h must be a finite number.',
  testShare: () => 'The share of the test data must be a finite number.',
  noise: () => 'The noise must be a finite number.',
  weight: () => 'A weight must be a finite number.',
  bias: () => 'A bias must be a finite number.',
  inputValue: () => 'An input must be a finite number.',
  targetValue: () => 'A target must be a finite number.',
};

/** A number that must be above 0. */
export const notPositive = {
  h: () => 'h must be greater than 0.',
};

/** A number outside its range. */
export const between = {
  /** @param {{ least: number, most: number }} given */
  testShare: ({ least, most }) => `The share of the test data must be a number from ${least} to ${most}.`,
  /** @param {{ least: number, most: number }} given */
  noise: ({ least, most }) => `The noise must be a number from ${least} to ${most}.`,
};

/** Something else where a list of numbers was expected, or a list that is too long. */
export const notAList = {
  /** @param {{ most: number }} given */
  journal: ({ most }) => `A journal must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  parameters: ({ most }) => `The list of weights and biases must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  xs: ({ most }) => `The list of inputs x must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  ys: ({ most }) => `The list of targets y must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  drawing: ({ most }) => `The drawing must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  layerSizes: ({ most }) => `The list of layer sizes must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  x: ({ most }) => `The input x must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  y: ({ most }) => `The target y must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  history: ({ most }) => `A history must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  etas: ({ most }) => `The list of etas must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  labelList: ({ most }) => `The list of labels must be a list of at most ${most} numbers.`,
  /** @param {{ most: number }} given */
  table: ({ most }) => `The table must be a list of at most ${most} numbers.`,
};

/** A list with a value that is infinite or not a number. */
export const listNotFinite = {
  journal: () => 'A journal must hold finite numbers only.',
  parameters: () => 'The list of weights and biases must hold finite numbers only.',
  xs: () => 'The list of inputs x must hold finite numbers only.',
  ys: () => 'The list of targets y must hold finite numbers only.',
  drawing: () => 'The drawing must hold finite numbers only.',
  layerSizes: () => 'The list of layer sizes must hold finite numbers only.',
  x: () => 'The input x must hold finite numbers only.',
  y: () => 'The target y must hold finite numbers only.',
  history: () => 'A history must hold finite numbers only.',
  etas: () => 'The list of etas must hold finite numbers only.',
  labelList: () => 'The list of labels must hold finite numbers only.',
  table: () => 'The table must hold finite numbers only.',
};

/** A list with the wrong number of values. */
export const length = {
  /** @param {{ expected: number, got: number }} given */
  parameters: ({ expected, got }) =>
    `The list of weights and biases needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  xs: ({ expected, got }) => `The list of inputs x needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  ys: ({ expected, got }) => `The list of targets y needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  drawing: ({ expected, got }) => `The drawing needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  x: ({ expected, got }) => `The input x needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  y: ({ expected, got }) => `The target y needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  labelList: ({ expected, got }) => `The list of labels needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  table: ({ expected, got }) => `The table needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  scalings: ({ expected, got }) => `The list of scalings needs ${expected} numbers, but ${got} were given.`,
  /** @param {{ expected: number, got: number }} given */
  pixelList: ({ expected, got }) => `The list of pixels needs ${expected} numbers, but ${got} were given.`,
};

/** An answer that is infinite or not a number. */
export const overflow = {
  inputRange: () => 'The numbers are too large: the range of the inputs would not be a finite number.',
  activation: () => 'The numbers are too large: an activation would not be a finite number.',
  weightedInput: () => 'The numbers are too large: a weighted input z would not be a finite number.',
  delta: () => 'The numbers are too large: a delta would not be a finite number.',
  gradient: () => 'The numbers are too large: a gradient would not be a finite number.',
  cost: () => 'The numbers are too large: the cost would not be a finite number.',
};

/** A position that does not exist. */
export const position = {
  /** @param {{ got: number, limit: number }} given */
  epochIndex: ({ got, limit }) =>
    `There is no such position: the epoch is ${got}, but must be less than ${limit}.`,
  /** @param {{ got: number, limit: number }} given */
  miniBatchIndex: ({ got, limit }) =>
    `There is no such position: the mini-batch is ${got}, but must be less than ${limit}.`,
  /** @param {{ got: number, limit: number }} given */
  sampleIndex: ({ got, limit }) =>
    `There is no such position: the sample is ${got}, but must be less than ${limit}.`,
  /** @param {{ got: number, limit: number }} given */
  stepIndex: ({ got, limit }) =>
    `There is no such position: the step is ${got}, but must be less than ${limit}.`,
};
