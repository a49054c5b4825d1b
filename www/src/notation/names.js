/**
 * Names as plain text: of selections in the book's notation, of steps and of positions.
 *
 * @module
 */

import { divisorLabel } from './conventions.js';
import * as words from '../words/en/steps.js';

/** @import { Position, Step } from '../protocol/position.js' */
/** @import { Conventions } from '../protocol/state.js' */
/** @import { Selection } from './selection.js' */

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUB = '₀₁₂₃₄₅₆₇₈₉';

/**
 * @param {number} number
 * @param {string} digits  the ten digits to write it in
 */
const inDigits = (number, digits) => [...String(number)].map((digit) => digits[Number(digit)]).join('');

/** @param {number} number */
export const superscript = (number) => inDigits(number, SUPER);
/** @param {number} index  from 0; written from 1 */
const subscript = (index) => inDigits(index + 1, SUB);

/**
 * Returns indices side by side, as of a weight, with commas between them if one has two digits.
 * @param {readonly number[]} indices
 */
export const subscripts = (indices) =>
  indices.map(subscript).join(indices.length > 1 && indices.some((index) => index > 8) ? '‚' : '');

/**
 * Returns the name of a selection: `w²₁₃`.
 * @param {Selection} selection
 */
export function symbol(selection) {
  switch (selection.kind) {
    case 'weight':
      return `w${superscript(selection.layer)}${subscripts([selection.to, selection.from])}`;
    case 'bias':
      return `b${superscript(selection.layer)}${subscript(selection.neuron)}`;
    case 'neuron':
      return selection.layer === 1
        ? `x${subscript(selection.neuron)}`
        : `a${superscript(selection.layer)}${subscript(selection.neuron)}`;
    case 'target':
      return `y${subscript(selection.neuron)}`;
    case 'sample':
      return words.sample(selection.row + 1);
    case 'cost':
      return 'C';
  }
}

/**
 * Returns the symbol of a step for the ribbon of steps.
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
    mean: divisorLabel(conventions),
    scale: '× η',
    update: words.next.update,
    evaluate: words.next.evaluate,
    shuffle: words.next.shuffle,
  };
  return names[kind] + (layer === undefined ? '' : superscript(layer));
}
