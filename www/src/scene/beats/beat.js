/**
 * What a beat is, and what beats are made of.
 *
 * @module
 */
import { count, id, number, op } from '../../formula/formulas.js';
import { targetAt } from '../../notation/selection.js';

/** @import { State } from '../../protocol/messages.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Piece } from '../../formula/formulas.js' */
/** @import { Layout } from '../layout.js' */

/**
 * One thing that happens. `selection` is what it happens at, `into` what the result is for, `running` the sum so far,
 * `completes` the quantities known from its end on, as in `../known.js`; `curve` a point on the sigmoid, with its
 * tangent if `slope` is set; `rest` says that it stands for terms that are not drawn.
 *
 * @typedef {object} Beat
 * @property {Selection} selection
 * @property {Selection} into
 * @property {Piece[]} symbols
 * @property {Piece[]} numbers
 * @property {number} [product]  the term that travels
 * @property {number} [running]
 * @property {string[]} completes
 * @property {{ z: number, a: number, slope?: number }} [curve]
 * @property {number} [rest]
 */

/** Neurons of a layer that are drawn, in order. @param {Layout} layout @param {number} layer */
export const drawn = (layout, layer) =>
  layout.nodes.filter((node) => node.layer === layer).map(({ neuron }) => neuron);

/**
 * Visits the drawn terms of a sum in order; where some are not drawn, says how many before going on.
 * @param {number[]} shown
 * @param {(index: number, skipped: number) => void} visit
 */
export function terms(shown, visit) {
  shown.forEach((index, at) => visit(index, index - (shown[at - 1] ?? -1) - 1));
}

/**
 * A product that is added to a sum, after those that are not drawn.
 *
 * @param {Beat[]} beats
 * @param {State} state
 * @param {number} row
 * @param {number} term
 * @param {number} skipped
 * @param {Omit<Beat, 'completes' | 'running' | 'product'>} beat
 */
export function product(beats, { terms: sums }, row, term, skipped, beat) {
  if (!sums) return;
  const at = row * sums.count + term;
  if (skipped > 0) {
    const running = Number(sums.running[at - 1]);
    beats.push({ ...beat, symbols: [], numbers: [], running, completes: [], rest: skipped });
  }
  const numbers = [...beat.numbers, op('='), number(sums.products[at], 'product', beat.selection, false)];
  const own = { product: Number(sums.products[at]), running: Number(sums.running[at]) };
  beats.push({ ...beat, ...own, numbers, completes: [] });
}

/** @param {number} neuron @returns {Piece} */
export const targetSymbol = (neuron) => ({
  tag: 'msub',
  parts: [id('y'), count(neuron + 1)],
  term: 'y',
  selection: targetAt(neuron),
});
