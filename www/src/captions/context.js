/**
 * What every caption is made with: the states, the words, and live numbers written in the page's style.
 *
 * @module
 */
import { closing, writtenIn } from '../notation/closing.js';
import { exists, neuronAt, weightAt } from '../notation/selection.js';

/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Equation, Precision, Styles } from '../notation/closing.js' */
/** @import { Style } from '../notation/format.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Words } from '../words/en.js' */
/** @import { Letter, Live, Piece, Quantity } from '../words/pieces.js' */
/** @import { Part } from './part.js' */

/** A caption is read, so it has few decimals whatever the setting. */
const MOST_DIGITS = 4;

/**
 * Names the data has: of its classes, if there are any, and whether an input is an image.
 * @typedef {{ classes?: readonly string[], image?: boolean }} Names
 */

/**
 * @typedef {object} Options
 * @property {Words} words  the catalogue of a language
 * @property {typeof import('./later.js')} [later]  what tells later steps, and parts of steps
 * @property {Style} style
 * @property {Names} [names]
 * @property {Part} [part]  the part of the step that is shown, in detail
 * @property {'detail' | 'step' | 'sample' | 'miniBatch'} [pace]
 * @property {Selection} [about]  what the equation is about
 * @property {readonly number[]} [pulls]  the gradient of `about` (a weight or bias) by each sample of the
 *   mini-batch
 * @property {boolean} [firstVisit]  whether the reader is to be invited
 */

/**
 * Writes live numbers in one style. `factor` has the decimals a product needs of it; `result` is for the
 * number that the others give, and has a ≈ if they do not close; `given` is for chosen numbers, without zeros
 * at the end.
 * @typedef {object} Writer
 * @property {(value: number | undefined, quantity: Quantity, selection?: Selection) => Live} live
 * @property {(value: number | undefined, quantity: Quantity, selection?: Selection) => Live} factor
 * @property {(value: number | undefined, quantity: Quantity, selection?: Selection) => Live} given
 * @property {(value: number | undefined, quantity: Quantity, selection?: Selection) => Live} result
 * @property {boolean} closes
 */

/** @typedef {Pick<View, 'after' | 'before' | 'timeline'> & { data?: Pick<View['data'], 'test'> }} Seen */

/**
 * @typedef {object} Context
 * @property {State} state  after the step
 * @property {State} before
 * @property {Seen} view
 * @property {Options} options
 * @property {Words} words
 * @property {Style} style  with the digits of captions
 * @property {Writer['live']} live
 * @property {Writer['live']} given
 * @property {(value: number, quantity: Quantity, selection?: Selection) => Live} signed
 * @property {(...equations: Equation[]) => Writer} closing
 * @property {(digits: number, finer: number, closes: boolean) => Writer} decimals  writes with so many
 * @property {(count: number) => Live} count
 * @property {(index: number) => Piece} className
 */

/**
 * @param {number} value
 * @param {boolean} comma
 */
const grouped = (value, comma) =>
  value < 10_000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, comma ? '\u202F' : ',');

/**
 * @param {Styles & { closes: boolean }} how
 * @returns {Writer}
 */
function writer({ closes, ...styles }) {
  /** @param {Precision} precision @returns {Writer['live']} */
  const writing = (precision) => (value, quantity, selection) => {
    const number = Number(value);
    // A change is always signed.
    const sign = quantity === 'step' && number > 0 ? '+' : '';
    return { number, quantity, written: sign + writtenIn(number, precision, styles), selection };
  };
  const live = writing('same');
  /** @type {Writer['live']} */
  const result = (value, quantity, selection) => {
    const piece = live(value, quantity, selection);
    return closes ? piece : { ...piece, written: `≈ ${piece.written}` };
  };
  return { live, factor: writing('finer'), given: writing('chosen'), result, closes };
}

/**
 * @param {Seen} view
 * @param {Options} options
 * @returns {Context}
 */
export function contextOf(view, options) {
  const style = { ...options.style, digits: Math.min(options.style.digits, MOST_DIGITS) };
  const { live, given } = writer({ style, finer: style, closes: true });
  return {
    state: view.after,
    before: view.before,
    view,
    options,
    words: options.words,
    style,
    live,
    given,
    signed(value, quantity, selection) {
      const piece = live(value, quantity, selection);
      return value > 0 ? { ...piece, written: `+${piece.written}` } : piece;
    },
    closing(...equations) {
      return writer(closing(equations, style));
    },
    decimals: (digits, finer, closes) =>
      writer({ style: { ...style, digits }, finer: { ...style, digits: finer }, closes }),
    count: (count) => ({ number: count, quantity: 'count', written: grouped(count, style.comma) }),
    className: (index) => ({ name: options.names?.classes?.[index] ?? String(index) }),
  };
}

/**
 * Returns the letter of a weight or bias.
 * @param {Parameter} selection
 * @returns {Letter}
 */
export const letterOf = (selection) =>
  selection.kind === 'weight'
    ? { letter: 'w', layer: selection.layer, indices: [selection.to + 1, selection.from + 1], selection }
    : { letter: 'b', layer: selection.layer, indices: [selection.neuron + 1], selection };

/**
 * Returns the weight or bias a sentence is about: what the equation is about, if it is one of this layer.
 * Otherwise it is the first weight of the layer, or the first whose input is not 0 if a layer is asked
 * for.
 *
 * @param {Context} context
 * @param {number | undefined} layer  without one, any will do
 * @returns {Parameter}
 */
export function parameterOf({ state, options: { about } }, layer) {
  if ((about?.kind === 'weight' || about?.kind === 'bias') && exists(about, state.sizes)) {
    if (layer === undefined || about.layer === layer) return about;
  }
  const l = layer ?? state.sizes.length;
  const inputs = layer === undefined ? undefined : state.a[l - 2];
  return weightAt(l, neuronOf({ about }, l), Math.max(0, inputs?.findIndex((a) => a !== 0) ?? 0));
}

/**
 * Returns the neuron of a layer a sentence is about.
 * @param {{ about?: Selection }} options
 * @param {number} layer
 */
export function neuronOf({ about }, layer) {
  if (!about || !('layer' in about) || about.layer !== layer) return 0;
  return about.kind === 'weight' ? about.to : about.neuron;
}

/** So many numbers are listed; of more the range is given. */
export const MOST_LISTED = 4;

/**
 * Returns every number of a layer.
 * @param {Context} context
 * @param {'z' | 'a'} quantity
 * @param {number} layer
 * @returns {Live[]}
 */
export const layerOf = ({ state, live }, quantity, layer) =>
  Array.from(state[quantity][layer - 1] ?? [], (value, at) => live(value, quantity, neuronAt(layer, at)));

/** Returns the index of the number furthest from 0. @param {ArrayLike<number>} values */
export const largestOf = (values) =>
  Array.from(values).reduce(
    (best, value, at) => (Math.abs(value) > Math.abs(Number(values[best])) ? at : best),
    0,
  );

/** Returns the indices of the least and the greatest number. @param {ArrayLike<number>} values */
export function rangeOf(values) {
  const list = Array.from(values);
  const at = (/** @type {(one: number, best: number) => boolean} */ beats) =>
    list.reduce((best, value, index) => (beats(value, Number(list[best])) ? index : best), 0);
  return { low: at((one, best) => one < best), high: at((one, best) => one > best) };
}

/**
 * Where a layer is, for its name.
 * @param {readonly number[]} sizes
 * @param {number} layer
 */
export function placeOf(sizes, layer) {
  if (layer === sizes.length) return sizes.at(-1) === 1 ? 'output' : 'outputs';
  return sizes.length === 3 ? 'hidden' : 'layer';
}
