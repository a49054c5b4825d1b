/**
 * The lesson: a guided tour of the 3-2-1 example in short stops.
 *
 * Each stop is a position and a selection in the session, with a few sentences. Their numbers are the
 * state's.
 *
 * @module
 */

/** @import { Position } from '../protocol/position.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { Selection } from '../notation/selection.js' */

/** The example the lesson is about. */
export const LESSON_EXAMPLE = 'majority';

/**
 * A stop of the tour.
 *
 * @typedef {object} LessonStop
 * @property {string} title
 * @property {Position} position
 * @property {Selection | undefined} selection
 * @property {string[]} open  the panels that it needs
 * @property {string[]} [sections]  the parts of them that it needs unfolded
 * @property {(state: State, short: (value: number) => string) => string} text
 */

/**
 * Returns a position in the first mini-batch.
 *
 * @param {number} step
 * @param {number} [sample]
 * @returns {Position}
 */
const at = (step, sample = 0) => ({ epoch: 0, miniBatch: 0, sample, step });

/**
 * Returns numbers as text, separated by commas.
 *
 * @param {ArrayLike<number> | undefined} values
 * @param {(value: number) => string} short
 */
const list = (values, short) => Array.from(values ?? [], (value) => short(value)).join(', ');

/** @type {readonly LessonStop[]} */
export const LESSON_STOPS = Object.freeze([
  {
    title: 'The network',
    position: at(0),
    selection: undefined,
    open: [],
    text: ({ x, y }, short) =>
      'Three inputs, two hidden neurons, one output. Each line is a weight, each chip under a neuron its ' +
      `bias. The input (${list(x, short)}) should give ${list(y, short)}, because at least two of its bits ` +
      'are 1.',
  },
  {
    title: 'Forward: a weighted sum, then a squash',
    position: at(2),
    selection: { kind: 'neuron', layer: 2, neuron: 0 },
    open: [],
    text: ({ z, a }, short) =>
      'The first hidden neuron adds its inputs times their weights, and its bias: z = ' +
      `${short(Number(z[1]?.[0]))}. The sigmoid squeezes that between 0 and 1: a = ` +
      `${short(Number(a[1]?.[0]))}. Choose “detail” and go back a step to see it product by product.`,
  },
  {
    title: 'Forward: the answer',
    position: at(4),
    selection: { kind: 'neuron', layer: 3, neuron: 0 },
    open: [],
    text: ({ a, y }, short) =>
      `The output does the same with the hidden activations. It says ${short(Number(a[2]?.[0]))} where ` +
      `${list(y, short)} is wanted.`,
  },
  {
    title: 'The cost',
    position: at(5),
    selection: { kind: 'cost' },
    open: [],
    text: ({ cost }, short) =>
      `Half of the squared difference is the cost of this sample: C = ${short(Number(cost))}. Learning ` +
      'means making it smaller, and the question is what each weight has to do with it.',
  },
  {
    title: 'Backward: the error of the output',
    position: at(6),
    selection: { kind: 'neuron', layer: 3, neuron: 0 },
    open: [],
    text: ({ delta, slope }, short) =>
      'δ says how the cost changes with z. At the output it is the difference times the slope of the ' +
      `sigmoid there, ${short(Number(slope[2]?.[0]))}: δ = ${short(Number(delta[2]?.[0]))}. It is ` +
      'negative, so a bigger z would lower the cost.',
  },
  {
    title: 'One output weight, three factors',
    position: at(7),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: ['equation'],
    sections: ['chain'],
    text: ({ nablaW }, short) =>
      'How does the cost change with this weight? By the chain rule: cost by output, output by z, z by ' +
      'weight. The last factor is just the activation the weight carries. Together ∂C/∂w = ' +
      `${short(Number(nablaW[2]?.[0]))}.`,
  },
  {
    title: 'Backward: through every neuron it fed',
    position: at(8),
    selection: { kind: 'neuron', layer: 2, neuron: 0 },
    open: [],
    text: ({ carried, delta }, short) =>
      'A hidden neuron has no target. Its error comes back from the neurons it fed, over the same weights: ' +
      `${short(Number(carried[1]?.[0]))}, times its own slope: δ = ${short(Number(delta[1]?.[0]))}.`,
  },
  {
    title: 'One hidden weight',
    position: at(9),
    selection: { kind: 'weight', layer: 2, to: 0, from: 0 },
    open: ['equation'],
    sections: ['chain'],
    text: ({ nablaW }, short) =>
      'With that δ, a hidden weight is like an output weight: what comes in times δ, here ' +
      `${short(Number(nablaW[1]?.[0]))}. A weight from an input of 0 gets no gradient at all: it had no ` +
      'part in the answer.',
  },
  {
    title: 'The biases',
    position: at(9),
    selection: { kind: 'bias', layer: 2, neuron: 0 },
    open: [],
    text: ({ nablaB }, short) =>
      `A bias is added as it is, so its gradient is δ itself: ${short(Number(nablaB[1]?.[0]))}. Output ` +
      'neurons have biases too, and they learn in the same way.',
  },
  {
    title: 'The mean over the mini-batch',
    position: at(0, 4),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: ['ledger'],
    text: ({ m, meanNablaW }, short) =>
      `Nothing has changed yet. The gradients of all ${m} samples were added up, and the sum is divided by ` +
      `${m}: ${short(Number(meanNablaW[2]?.[0]))}. The ledger shows which sample pulls which way.`,
  },
  {
    title: 'The update, and eta',
    position: at(2, 4),
    selection: { kind: 'weight', layer: 3, to: 0, from: 0 },
    open: ['ledger', 'eta'],
    text: ({ changeW, changeEta }, short) =>
      `Now every weight and bias moves at once: down the slope, by eta = ${short(Number(changeEta))} times ` +
      `the mean. This one moved by ${short(-Number(changeW[2]?.[0]))}. The curve shows what other etas ` +
      'would have done; too large a one overshoots.',
  },
  {
    title: 'Again, until it has learnt',
    position: { epoch: 300, miniBatch: 1, sample: 4, step: 2 },
    selection: undefined,
    open: ['eta'],
    text: ({ index, miniBatchCost }, short) =>
      `After ${index + 1} mini-batches the mean cost is ${short(Number(miniBatchCost))}. Everything on the ` +
      'way is still there: drag the timeline. To see it go wrong, set eta to 100 and run: neurons ' +
      'saturate, their slopes vanish, and learning stops. Undo brings you back.',
  },
]);
