/**
 * What the lesson says at each of its stops, in a few sentences. Their numbers are the state's.
 *
 * @module
 */

/** @import { State } from '../protocol/state.js' */

/**
 * @typedef {object} LessonText
 * @property {string} title
 * @property {(state: State, short: (value: number) => string) => string} text
 */

/**
 * Returns numbers as text, separated by commas.
 *
 * @param {ArrayLike<number> | undefined} values
 * @param {(value: number) => string} short
 */
const list = (values, short) => Array.from(values ?? [], (value) => short(value)).join(', ');

/** One for each of `LESSON_STOPS`. @type {readonly LessonText[]} */
export const LESSON_TEXTS = Object.freeze([
  {
    title: 'The network',
    text: ({ x, y }, short) =>
      'Three inputs, two hidden neurons, one output. Each line is a weight, the short one above a neuron ' +
      `its bias. The input (${list(x, short)}) should give ${list(y, short)}, because at least two of its ` +
      'bits are 1.',
  },
  {
    title: 'Forward: a weighted sum, then a squash',
    text: ({ z, a }, short) =>
      'The first hidden neuron adds its inputs times their weights, and its bias: z = ' +
      `${short(Number(z[1]?.[0]))}. The sigmoid squeezes that between 0 and 1: a = ` +
      `${short(Number(a[1]?.[0]))}. Choose “detail” and go back a step to see it product by product.`,
  },
  {
    title: 'Forward: the answer',
    text: ({ a, y }, short) =>
      `The output does the same with the hidden activations. It says ${short(Number(a[2]?.[0]))} where ` +
      `${list(y, short)} is wanted.`,
  },
  {
    title: 'The cost',
    text: ({ cost }, short) =>
      `Half of the squared difference is the cost of this sample: C = ${short(Number(cost))}. Learning ` +
      'means making it smaller, and the question is what each weight has to do with it.',
  },
  {
    title: 'Backward: the error of the output',
    text: ({ delta, slope }, short) =>
      'δ says how the cost changes with z. At the output it is the difference times the slope of the ' +
      `sigmoid there, ${short(Number(slope[2]?.[0]))}: δ = ${short(Number(delta[2]?.[0]))}. It is ` +
      'negative, so a bigger z would lower the cost.',
  },
  {
    title: 'One output weight, three factors',
    text: ({ nablaW }, short) =>
      'How does the cost change with this weight? By the chain rule: cost by output, output by z, z by ' +
      'weight. The last factor is just the activation the weight carries. Together ∂C/∂w = ' +
      `${short(Number(nablaW[2]?.[0]))}.`,
  },
  {
    title: 'Backward: through every neuron it fed',
    text: ({ carried, delta }, short) =>
      'A hidden neuron has no target. Its error comes back from the neurons it fed, over the same weights: ' +
      `${short(Number(carried[1]?.[0]))}, times its own slope: δ = ${short(Number(delta[1]?.[0]))}.`,
  },
  {
    title: 'One hidden weight',
    text: ({ nablaW }, short) =>
      'With that δ, a hidden weight is like an output weight: what comes in times δ, here ' +
      `${short(Number(nablaW[1]?.[0]))}. A weight from an input of 0 gets no gradient at all: it had no ` +
      'part in the answer.',
  },
  {
    title: 'The biases',
    text: ({ nablaB }, short) =>
      `A bias is added as it is, so its gradient is δ itself: ${short(Number(nablaB[1]?.[0]))}. Output ` +
      'neurons have biases too, and they learn in the same way.',
  },
  {
    title: 'The mean over the mini-batch',
    text: ({ m, meanNablaW }, short) =>
      `Nothing has changed yet. The gradients of all ${m} samples were added up, and the sum is divided by ` +
      `${m}: ${short(Number(meanNablaW[2]?.[0]))}. The ledger shows which sample pulls which way.`,
  },
  {
    title: 'The update, and eta',
    text: ({ changeW, changeEta }, short) =>
      `Now every weight and bias moves at once: down the slope, by eta = ${short(Number(changeEta))} times ` +
      `the mean. This one moved by ${short(-Number(changeW[2]?.[0]))}. The curve shows what other etas ` +
      'would have done; too large a one overshoots.',
  },
  {
    title: 'Again, until it has learnt',
    text: ({ index, miniBatchCost }, short) =>
      `After ${index + 1} mini-batches the mean cost is ${short(Number(miniBatchCost))}. Everything on the ` +
      'way is still there: drag the timeline. To see it go wrong, set eta to 100 and run: neurons ' +
      'saturate, their slopes vanish, and learning stops. Undo brings you back.',
  },
]);
