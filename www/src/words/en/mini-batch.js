/**
 * The panels about one mini-batch: its samples, what eta would do, its gradient, the gradient check, and the
 * values that authors of worked examples published.
 *
 * @module
 */
import { line, phrase } from '../phrase.js';

export const samples = {
  /** @param {string | number} name  of a class */
  class: (name) => `class ${name}`,
  /** @param {number} sample */
  goTo: (sample) => `Go to sample ${sample}`,
  mean: 'mean C, before the update',
};

export const eta = {
  name: 'eta',
  /** @param {{ from: string, to: string, best: string }} given */
  label: ({ from, to, best }) =>
    `Cost of this mini-batch after its update, over eta from ${from} to ${to}: least at eta ${best}`,
  /** @param {string} cost @param {string} eta */
  least: (cost, eta) => `Least cost ${cost} at eta = ${eta}. Drag the line to change eta.`,
  /** @param {string} cost @param {string} eta */
  beyond: (cost, eta) =>
    line`Least cost ${cost} at eta = ${eta}. The present eta goes beyond it: the update overshoots. Drag
      the line to change eta.`,
  none: 'No update could be made. Drag the line to change eta.',
  nothing: line`There is nothing to draw: with every eta the update cannot be made, or its cost is too large
    for a number.`,
};

export const gradient = {
  layer: 'layer',
  bars: 'Bars are logarithmic, over six powers of ten.',
};

export const gradientCheck = {
  nudge: 'nudge by ±h',
  drawing: 'The secant through the nudged costs beside the slope of backpropagation',
  /** @param {string} symbol */
  secant: (symbol) => `slope of the secant, C over ${symbol} ± h`,
  slope: 'slope by backpropagation',
  difference: 'relative difference',
  rounding: 'h is too small beside the value',
  overflow: 'C or its slope is too large for a number',
  choose: 'Choose a weight or bias on the stage to nudge it.',
  all: 'Check all',
  tooMany: 'All can be checked in smaller networks.',
  /** @param {{ n: number, symbol: unknown, difference: string }} given  the symbol as it is drawn */
  worst: ({ n, symbol, difference }) => phrase`Worst of ${n}: ${symbol}, relative difference ${difference}.`,
  tooSmall: 'h is too small',
};

export const published = {
  mazur: line`M. Mazur, “A Step by Step Backpropagation Example” (2015), prints 0.291027924 as the error
    after one update, and leaves the biases as they are.`,
  error: 'error after the first update',
  here: 'computed here',
  notTrained: 'biases not trained',
  trained: 'biases trained',
  why: line`Even without training the biases the seventh decimal differs: his hidden gradients were formed
    with the output weights as they were after their update. Here every gradient is formed with the old
    weights, and all weights change at once.`,
  leave: 'Leave the biases as they are',
  train: 'Train the biases too',
  textbook: line`The worked example used with J. Han and M. Kamber, “Data Mining: Concepts and
    Techniques”, with biases trained, eta 0.9 and one sample, prints these outputs:`,
  printed: 'printed',
  /** @param {number} number */
  unit: (number) => `unit ${number}`,
  first: 'Computed in the first mini-batch.',
  others: 'The weights, biases or eta are not the printed ones any more, so there is nothing to compare.',
};
