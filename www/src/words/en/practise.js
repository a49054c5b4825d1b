/**
 * Predictions, homework, and the dialog where a network is typed.
 *
 * @module
 */
import { line, phrase } from '../phrase.js';

/** The number that is asked for. */
export const asked = {
  /** @param {string} symbol */
  mean: (symbol) => `the mean of ∂C/∂${symbol}`,
  /** @param {string} symbol */
  scale: (symbol) => `the step of ${symbol}`,
  /** @param {string} symbol */
  update: (symbol) => `the new ${symbol}`,
};

export const predict = {
  /** @param {unknown} name  as it is drawn */
  question: (name) => phrase`What will ${name} be?`,
  /** @param {string} name */
  label: (name) => `My prediction of ${name}`,
  signs: ['negative', 'zero', 'positive'],
  halves: ['below ½', 'exactly ½', 'above ½'],
  show: 'Just show it',
  reveal: 'Reveal',
  /** @param {string} typed */
  notANumber: (typed) => `“${typed}” is not a number; for example −0.25 is.`,
  /** @param {unknown} said @param {unknown} value  as they are drawn */
  right: (said, value) => phrase`✓ Right: you said ${said}, and ${value}.`,
  /** @param {unknown} said @param {unknown} value  as they are drawn */
  wrong: (said, value) => phrase`✗ Not quite: you said ${said}, and ${value}.`,
  because: 'Because',
  bySign: 'signs',
  byValue: 'values',
  none: 'no answers yet',
  /** @param {number} correct @param {number} total */
  score: (correct, total) => `${correct} of ${total} right`,
  /** @param {number} percent @param {number} absolute */
  about: (percent, absolute) =>
    line`As long as this is open, a step forward asks first. What is selected is asked about, else the
      first of the layer. A value counts within ${percent} % or ${absolute}. Close this to stop.`,
};

export const homework = {
  small: 'Listed for small networks and mini-batches.',
  decimals: 'Decimals',
  copy: 'Copy all',
  label: 'Every intermediate',
  own: 'Type or paste my own numbers …',
};

/** The parts of the list of all intermediate values, and the names of its numbers. */
export const intermediates = {
  /** @param {number} sample */
  forward: (sample) => `Sample ${sample}: forward`,
  /** @param {number} sample */
  cost: (sample) => `Sample ${sample}: cost`,
  /** @param {number} sample */
  delta: (sample) => `Sample ${sample}: δ`,
  /** @param {number} sample */
  gradient: (sample) => `Sample ${sample}: gradient`,
  sum: 'Σ over the samples',
  /** @param {string} quotient  ÷ m */
  mean: (quotient) => `Σ ${quotient}`,
  /** @param {string} formula */
  step: (formula) => `What is added: the ${formula}`,
  /** @param {string} symbol */
  stepOf: (symbol) => `step of ${symbol}`,
  update: 'New values',
  /** @param {string} symbol */
  updated: (symbol) => `new ${symbol}`,
};

export const dialog = {
  title: 'Check my homework',
  about: line`Give every list a name: w2 and b2 for the weights and biases of layer 2 (a row of w2 for
    each neuron), then w3, b3 and so on; x and y with a row for each sample; eta. Rows can be NumPy lists
    or lines of a table; numbers can be fractions such as 1/3.`,
  label: 'Weights, biases, samples and eta',
  trainBiases: 'biases are trained',
  halveCost: 'C is halved',
  averageGradients: 'Σ is divided by m',
  compute: 'Compute',
  undo: 'What is open now comes back with undo.',
  sources: 'Where the examples come from',
  /** @param {string} name @param {string} source */
  source: (name, source) => `${name}: ${source}`,
};

/** Worked examples, and where they come from. */
export const presets = {
  mazur: {
    name: 'Mazur’s 2-2-2',
    source: 'M. Mazur, “A Step by Step Backpropagation Example”, 2015. The biases stay as they are.',
  },
  textbook: {
    name: 'Han and Kamber’s 3-2-1',
    source: line`The example used with J. Han and M. Kamber, “Data Mining: Concepts and Techniques”, on
      classification by backpropagation.`,
  },
};
