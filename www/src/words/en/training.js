/**
 * The panels about training: charts, the decision map, right and wrong answers, and a digit drawn by hand.
 *
 * @module
 */
import { line, phrase } from '../phrase.js';

export const none = 'Nothing has been run yet. Each mini-batch that is completed is a point here.';
export const logarithmic = 'logarithmic axis';

/** @param {{ epoch: number, classes: string }} given */
export const stuck = ({ epoch, classes }) =>
  line`Since epoch ${epoch} the network has never predicted ${classes}. A run that stays so is stuck: another
    seed or a smaller eta helps.`;

/** Words of all charts. */
export const chart = {
  /** @param {string} title */
  label: (title) => `${title}; the same numbers are in the table below`,
  asTable: 'As a table',
  /** @param {string} title */
  table: (title) => `${title}, as a table`,
  goTo: 'Go to this mini-batch',
  miniBatch: 'mini-batch',
  epoch: 'epoch',
};

export const costs = {
  title: 'Cost of the mini-batches',
  each: 'cost of each mini-batch',
  /** @param {number} n */
  mean: (n) => `mean of ${n} mini-batches, band: least to greatest`,
  /** @param {number} n */
  running: (n) => `running mean of the last ${n}`,
  heads: ['mini-batch', 'cost', 'running mean'],
  headsOfMany: ['up to mini-batch', 'mean', 'least', 'greatest', 'running mean'],
};

export const accuracy = {
  title: 'Right answers after each epoch',
  percent: '% correct',
  heads: ['epoch', 'correct / total', 'last mini-batch'],
  /** @param {number} epoch */
  epoch: (epoch) => `Epoch ${epoch}`,
  none: 'Right answers are counted at the end of an epoch.',
};

export const norms = {
  title: 'Size of the gradient in each layer, ‖∂C/∂w‖',
  /** @param {number} layer */
  layer: (layer) => `layer ${layer}`,
  tooBig: 'Gradients over time are too much to compute with mini-batches this big.',
  whenAtRest: 'Gradients over time are computed when the run rests.',
};

export const map = {
  point: 'Point at the map, or move over it with the arrow keys.',
  /** @param {number | undefined} inputs */
  noMap: (inputs) => `A network with two inputs has a map. This one has ${inputs}.`,
  nothing: 'nothing pointed at',
  /** @param {number} output */
  label: (output) => `Decision map: output ${output} over x₁ and x₂`,
  /** @param {unknown} a  as it is drawn */
  key: (a) =>
    phrase`Blue: ${a} above a half, orange: below. Discs are samples with a target from a half on, rings those
      below.`,
  output: 'Output',
  neurons: 'each neuron’s own map in its node on the stage',
};

export const confusion = {
  label: 'Which class is taken for which',
  caption: 'Rows: what it is; columns: what the network answers.',
  allRight: 'All of them are answered rightly.',
  wrong: 'Answered wrongly',
  /** @param {{ sample: number, is: string, taken: string, a: string }} given */
  one: ({ sample, is, taken, a }) =>
    `Sample ${sample}: it is ${is}, taken for ${taken} with a = ${a}. Bring it on the stage.`,
  /** @param {number} sample */
  sample: (sample) => `Sample ${sample},`,
  singleSample: 'This session has a single sample: go back to the run to count.',
  notCounted: 'Right answers are not counted with these samples.',
  whenAtRest: 'Counted when the run rests.',
  count: 'Count at this moment',
  expensive: 'The network is big and the samples are many: it takes a moment.',
  counting: 'Counting …',
  /** @param {string} correct @param {string} total */
  right: (correct, total) => `At this moment ${correct} of ${total} are answered rightly.`,
  /** @param {string} classes */
  neverYet: (classes) => `The network never predicts ${classes} here. It has not learnt yet.`,
  /** @param {string} classes */
  never: (classes) =>
    line`The network never predicts ${classes} here. When that stays so, the run is stuck: another seed or a
      smaller eta helps.`,
};

/** A counted sample by its number. */
export const byNumber = {
  label: 'Sample number',
  hint: 'From 1, of the samples on which right answers are counted',
  open: 'To the stage',
};

export const draw = {
  paper: 'Paper to draw a digit on with mouse, pen or finger',
  input: 'What the network gets',
  inputBelow: 'what it gets',
  outputs: 'Outputs',
  open: 'Step through it',
  /** @param {number} answer */
  target: (answer) => `On the stage its target is the answer given, ${answer}, until you change it.`,
  noDigits: 'A network for digits is needed: 784 or 64 inputs, ten outputs. Open a data set of digits.',
  back: 'Last stroke away',
  clear: 'New paper',
  follows: 'The outputs follow while you draw.',
};
