/**
 * A beat, the smallest part of a step in detail, and what lists of beats are built with.
 *
 * @module
 */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Layout } from '../layout.js' */

/**
 * One product, sum, slope or share of a step.
 *
 * @typedef {object} Beat
 * @property {Selection} selection  where it happens
 * @property {Selection} into  what is being computed: the neuron, cost, weight or bias
 * @property {number} [product]  the term that travels to the sum
 * @property {number} [running]  the sum so far, with this term in it
 * @property {string[]} completes  keys of the numbers that are computed at its end, as in `../number-key.js`
 * @property {{ z: number, a: number, slope?: number }} [curve]  a point of the sigmoid, with its
 *   tangent if there is a slope
 * @property {number} [rest]  set if it stands for this many terms that are not drawn
 */

/**
 * Returns the neurons of a layer that are drawn, in order.
 * @param {Pick<Layout, 'nodes'>} layout
 * @param {number} layer
 */
export const drawnNeurons = (layout, layer) =>
  layout.nodes.filter((node) => node.layer === layer).map(({ neuron }) => neuron);

/**
 * Visits the drawn terms of a sum in order, each with the number of terms between it and the one before.
 * @param {number[]} drawn
 * @param {(index: number, skipped: number) => void} visit
 */
export function forEachTerm(drawn, visit) {
  drawn.forEach((index, at) => visit(index, index - (drawn[at - 1] ?? -1) - 1));
}

/**
 * Adds the beat of a product to a list, after one beat for the terms before it that are not drawn.
 *
 * @param {Beat[]} beats
 * @param {State} state
 * @param {number} row  of `state.terms`
 * @param {number} term  of that row
 * @param {number} skipped  terms before it that are not drawn
 * @param {Omit<Beat, 'completes' | 'running' | 'product'>} beat
 */
export function addProduct(beats, { terms }, row, term, skipped, beat) {
  if (!terms) return;
  const { count, products, running } = terms;
  const at = row * count + term;
  if (skipped > 0) {
    const before = Number(running[at - 1]);
    beats.push({ ...beat, running: before, completes: [], rest: skipped });
  }
  const sums = { product: Number(products[at]), running: Number(running[at]) };
  beats.push({ ...beat, ...sums, completes: [] });
}
