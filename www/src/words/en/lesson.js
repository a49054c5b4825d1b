/**
 * What the lesson says at each of its stops, in a few sentences.
 *
 * @module
 */
import { line } from '../phrase.js';

export const label = 'Lesson';
/** @param {number} stop @param {number} stops */
export const stopOf = (stop, stops) => `stop ${stop} of ${stops}`;
export const away = 'You have gone on by yourself.';
export const back = '‹ Back';
export const next = 'Next ›';
export const toStop = 'Return to the stop';
export const leave = 'Leave the lesson';

export const network = {
  title: 'The network',
  /** @param {{ x: string, y: string }} given */
  text: ({ x, y }) =>
    line`Three inputs, two hidden neurons, one output. Each line is a weight, the short one above a neuron
      its bias. The input (${x}) should give ${y}, because at least two of its bits are 1.`,
};

export const hidden = {
  title: 'Forward: a weighted sum, then a squash',
  /** @param {{ z: string, a: string }} given */
  text: ({ z, a }) =>
    line`The first hidden neuron adds its inputs times their weights, and its bias: z = ${z}. The sigmoid
      squeezes that between 0 and 1: a = ${a}. Choose “detail” and go back a step to see it product by
      product.`,
};

export const answer = {
  title: 'Forward: the answer',
  /** @param {{ a: string, y: string }} given */
  text: ({ a, y }) =>
    line`The output does the same with the hidden activations. It says ${a} where ${y} is wanted.`,
};

export const cost = {
  title: 'The cost',
  /** @param {{ cost: string }} given */
  text: ({ cost }) =>
    line`Half of the squared difference is the cost of this sample: C = ${cost}. Learning means making it
      smaller, and the question is what each weight has to do with it.`,
};

export const outputError = {
  title: 'Backward: the error of the output',
  /** @param {{ slope: string, delta: string }} given */
  text: ({ slope, delta }) =>
    line`δ says how the cost changes with z. At the output it is the difference times the slope of the
      sigmoid there, ${slope}: δ = ${delta}. It is negative, so a bigger z would lower the cost.`,
};

export const outputWeight = {
  title: 'One output weight, three factors',
  /** @param {{ nabla: string }} given */
  text: ({ nabla }) =>
    line`How does the cost change with this weight? By the chain rule: cost by output, output by z, z by
      weight. The last factor is just the activation the weight carries. Together ∂C/∂w = ${nabla}.`,
};

export const hiddenError = {
  title: 'Backward: through every neuron it fed',
  /** @param {{ carried: string, delta: string }} given */
  text: ({ carried, delta }) =>
    line`A hidden neuron has no target. Its error comes back from the neurons it fed, over the same
      weights: ${carried}, times its own slope: δ = ${delta}.`,
};

export const hiddenWeight = {
  title: 'One hidden weight',
  /** @param {{ nabla: string }} given */
  text: ({ nabla }) =>
    line`With that δ, a hidden weight is like an output weight: what comes in times δ, here ${nabla}. A
      weight from an input of 0 gets no gradient at all: it had no part in the answer.`,
};

export const biases = {
  title: 'The biases',
  /** @param {{ nabla: string }} given */
  text: ({ nabla }) =>
    line`A bias is added as it is, so its gradient is δ itself: ${nabla}. Output neurons have biases too,
      and they learn in the same way.`,
};

export const mean = {
  title: 'The mean over the mini-batch',
  /** @param {{ m: number, mean: string }} given */
  text: ({ m, mean }) =>
    line`Nothing has changed yet. The gradients of all ${m} samples were added up, and the sum is divided
      by ${m}: ${mean}. The ledger shows which sample pulls which way.`,
};

export const update = {
  title: 'The update, and eta',
  /** @param {{ eta: string, step: string }} given */
  text: ({ eta, step }) =>
    line`Now every weight and bias moves at once: down the slope, by eta = ${eta} times the mean. For this
      one that makes the step ${step}. The curve shows what other etas would have done; too large a one
      overshoots.`,
};

export const again = {
  title: 'Again, until it has learnt',
  /** @param {{ miniBatches: number, cost: string }} given */
  text: ({ miniBatches, cost }) =>
    line`After ${miniBatches} mini-batches the mean cost is ${cost}. Everything on the way is still there:
      drag the timeline. To see it go wrong, set eta to 100 and run: neurons saturate, their slopes
      vanish, and learning stops. Undo brings you back.`,
};
