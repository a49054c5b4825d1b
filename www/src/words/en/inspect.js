/**
 * Cards, the ledger of a weight or bias, and the numbers of the picture as a table.
 *
 * @module
 */

/** What is selected. Neurons and layers are counted from 1. */
export const kinds = {
  /** @param {{ layer: number, from: number, to: number }} given */
  weight: ({ layer, from, to }) =>
    `weight from neuron ${from} of layer ${layer - 1} to neuron ${to} of layer ${layer}`,
  /** @param {{ layer: number, neuron: number }} given */
  bias: ({ layer, neuron }) => `bias of neuron ${neuron} of layer ${layer}`,
  /** @param {{ layer: number, neuron: number }} given */
  input: ({ layer, neuron }) => `input neuron ${neuron} of layer ${layer}`,
  /** @param {{ layer: number, neuron: number }} given */
  hidden: ({ layer, neuron }) => `hidden neuron ${neuron} of layer ${layer}`,
  /** @param {{ layer: number, neuron: number }} given */
  output: ({ layer, neuron }) => `output neuron ${neuron} of layer ${layer}`,
  /** @param {{ neuron: number }} given */
  target: ({ neuron }) => `target of output neuron ${neuron}`,
  sample: 'of this mini-batch',
  cost: 'cost',
};

export const cards = {
  /** @param {string} symbol */
  label: (symbol) => `Card: ${symbol}`,
  pin: 'Pin',
  unpin: 'Unpin',
  /** @param {string} symbol */
  close: (symbol) => `Close ${symbol}`,
  hint: 'Any number; Enter to set it. On the stage: arrow keys up and down, or drag',
  notComputed: 'Not computed yet at this step.',
  none: 'Point at a weight, bias, neuron, target or sample; choose it to change it and keep its card here.',
};

export const ledger = {
  /** @param {string} symbol */
  goTo: (symbol) => `Go to where ${symbol} is computed`,
  goToSum: 'Go to where the sum is computed',
  /** @param {number} m */
  mean: (m) => `÷ m = ${m}`,
  notDivided: 'not divided by m',
  scale: 'step: × −η',
  /** @param {string} eta */
  scaleBy: (eta) => `step: × −η = ${eta}`,
  update: 'old + step',
  /** @param {string} old */
  updateOf: (old) => `${old} + step`,
  stays: 'biases are not trained: it stays',
  goToUpdate: 'Go to the update',
  /** @param {number} n */
  more: (n) => `and ${n} more samples`,
  none: 'Choose a weight or bias on the stage to see what each sample does to it, and when it changes.',
};

export const table = {
  label: 'The numbers of the picture, as a table',
  /** @param {number} n */
  leftOut: (n) => `As in the picture, ${n} neurons of big layers are left out.`,
  name: 'name',
  value: 'value',
  gradient: '∂C/∂ of this sample',
  /** @param {number} layer */
  neurons: (layer) => `Layer ${layer}: neurons`,
  /** @param {number} layer */
  parameters: (layer) => `Layer ${layer}: weights and biases into it`,
  targets: 'Targets',
  cost: 'Cost',
};

/** Names of numbers, for cards and the table. */
export const quantities = {
  /** @param {string} symbol */
  gradient: (symbol) => `∂C/∂${symbol}, this sample`,
  carried: 'Σ w δ carried back',
  cost: 'C of this sample',
  meanCost: 'mean C of the mini-batch',
};
