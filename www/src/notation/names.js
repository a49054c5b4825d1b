/**
 * Names in the book's notation as plain text, and steps in words.
 *
 * @module
 */

import { divided } from './conventions.js';

/** @import { Conventions, Position, Step } from '../protocol/messages.js' */
/** @import { Selection } from './selection.js' */

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUB = '₀₁₂₃₄₅₆₇₈₉';

/** @param {number} number @param {string} digits */
const digits = (number, digits) => [...String(number)].map((digit) => digits[Number(digit)]).join('');

/** @param {number} number */
export const above = (number) => digits(number, SUPER);
/** @param {number} number  counted from 0, shown from 1 */
export const below = (number) => digits(number + 1, SUB);

/** Two indices need a comma once one has two digits. @param {number} to @param {number} from */
const pair = (to, from) => (to > 8 || from > 8 ? `${below(to)}‚${below(from)}` : below(to) + below(from));

/**
 * A selection's name: `w²₁₃`.
 * @param {Selection} selection
 */
export function symbol(selection) {
  switch (selection.kind) {
    case 'weight':
      return `w${above(selection.layer)}${pair(selection.to, selection.from)}`;
    case 'bias':
      return `b${above(selection.layer)}${below(selection.neuron)}`;
    case 'neuron':
      return selection.layer === 1
        ? `x${below(selection.neuron)}`
        : `a${above(selection.layer)}${below(selection.neuron)}`;
    case 'target':
      return `y${below(selection.neuron)}`;
    case 'sample':
      return `sample ${selection.row + 1}`;
    case 'cost':
      return 'C';
  }
}

/**
 * A step's symbol for the ribbon.
 * @param {Step} step
 * @param {Conventions} conventions
 */
export function stepSymbol({ kind, layer }, conventions) {
  const names = {
    load: 'x',
    z: 'z',
    a: 'a',
    cost: 'C',
    delta: 'δ',
    nabla: '∇',
    sum: '+ Σ∇',
    mean: divided(conventions),
    scale: '× η',
    update: 'update',
    evaluate: 'evaluate',
    shuffle: 'shuffle',
  };
  return names[kind] + (layer === undefined ? '' : above(layer));
}

/**
 * What a step does, in words.
 * @param {Step} step
 * @param {number} layers
 * @param {Conventions} conventions
 */
export function stepWords({ kind, layer }, layers, { averageGradients, trainBiases }) {
  const words = {
    load: 'Load the input x',
    z: `Weighted input z of layer ${layer}`,
    a: `Activation a of layer ${layer}`,
    cost: 'Cost of the sample',
    delta: layer === layers ? `Output error δ of layer ${layer}` : `Error δ carried back to layer ${layer}`,
    nabla: `Gradient ∇ of layer ${layer}`,
    sum: 'Add the gradient to the sum',
    mean: averageGradients ? 'Divide the sum by m' : 'Take the sum as it is',
    scale: 'Multiply by η',
    update: trainBiases ? 'Update every weight and bias' : 'Update every weight',
    evaluate: 'Count the right answers',
    shuffle: 'Shuffle the samples',
  };
  return words[kind];
}

/**
 * A position for people, counted from 1.
 * @param {Position} position
 * @param {number} m
 */
export function place({ epoch, miniBatch, sample }, m) {
  const where = sample < m ? `sample ${sample + 1} of ${m}` : `end, m = ${m}`;
  return `${where} · mini-batch ${miniBatch + 1} · epoch ${epoch + 1}`;
}
