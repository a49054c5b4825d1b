/**
 * The columns of an equation: each symbol with its number below it.
 *
 * @module
 */
import { mi, mn, mo, mrow, neuronSymbol } from './pieces.js';
import { closing } from '../notation/closing.js';
import { sumOf } from '../words/en/equation.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { Precision } from '../notation/closing.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Piece } from './pieces.js' */

/**
 * A number below its symbol, in the precision of the result if it has none; `tone` is the colour of its
 * scale, and `signed` numbers have a + as well.
 * @typedef {{ value: number, tone: 'value' | 'gradient' | 'step' | 'ink', precision?: Precision,
 *   signed?: boolean, selection?: Selection }} Factor
 */

/**
 * A column of the card: an operator, or a term of one or more factors. `part` is the part of the step in
 * detail with which its number appears; `word` stands in the place of a symbol or a number.
 * @typedef {object} Column
 * @property {'result' | 'term' | 'op' | 'word'} role
 * @property {Piece[]} symbols
 * @property {Factor[]} factors
 * @property {string} [below]  what stands below an operator
 * @property {string} [word]
 * @property {number} part
 * @property {string} term  the quantity, for its colour in formula and code
 */

/**
 * @typedef {object} Equation
 * @property {{ kind: 'neuron' | 'weight' | 'bias', number: number, of: number } | undefined} about
 * @property {Selection | undefined} focus
 * @property {number | 'gauge'} under  the layer of the column it computes
 * @property {Column[]} columns
 * @property {number} parts  of the step in detail, for this neuron or weight
 * @property {number} digits
 * @property {number} finer  decimals of the factors of products
 * @property {boolean} closes
 * @property {number} folded  how many terms stand behind one column
 */

/** More terms than these are one column, to be unfolded. */
export const MOST_TERMS = 4;

/** @param {string} sign @param {string} [below] @returns {Column} */
export const sign = (sign, below = sign) => ({
  role: 'op',
  symbols: [mo(sign)],
  factors: [],
  below,
  part: 0,
  term: '',
});

/**
 * @param {Piece[]} symbols
 * @param {Factor[]} factors
 * @param {number} part
 * @param {string} term
 * @param {Column['role']} [role]
 * @returns {Column}
 */
export const column = (symbols, factors, part, term, role = 'term') => ({
  role,
  symbols,
  factors,
  part,
  term,
});

/** @param {ByLayer} lists @param {number} layer @param {number} index */
export const at = (lists, layer, index) => Number(lists[layer - 1]?.[index]);

/**
 * @param {Omit<Equation, 'digits' | 'finer' | 'closes' | 'folded'> & { folded?: number }} equation
 * @param {(shown: number[]) => number} calculate  the result from the factors in their order
 * @param {number} result
 * @param {number} wanted
 * @returns {Equation}
 */
export function closed(equation, calculate, result, wanted) {
  const factors = equation.columns.filter(({ role }) => role !== 'result').flatMap((each) => each.factors);
  const { style, finer, closes } = closing(
    [
      {
        given: factors.map(({ value }) => value),
        precisions: factors.map(({ precision = 'same' }) => precision),
        result,
        calculate,
      },
    ],
    { digits: wanted, comma: false },
  );
  return { folded: 0, ...equation, digits: style.digits, finer: finer.digits, closes };
}

/**
 * The terms of Σ w a or Σ w δ, or one column for all.
 *
 * @param {State} state
 * @param {number} row
 * @param {number} n
 * @param {boolean} unfolded
 * @param {(index: number) => Column} term
 * @param {Piece[]} general
 */
export function sumOfTerms(state, row, n, unfolded, term, general) {
  if (n <= MOST_TERMS || unfolded)
    return {
      columns: Array.from({ length: n }, (_, k) => (k === 0 ? [term(k)] : [sign('+'), term(k)])).flat(),
      folded: 0,
    };
  const value = Number(state.terms?.running[row * n + n - 1]);
  const all = { ...column(general, [{ value, tone: 'ink' }], n - 1, 'sum'), word: sumOf(n) };
  return { columns: [all], folded: n };
}

/** Adds up the products of neighbours. @param {number[]} shown */
export function dot(shown) {
  let total = 0;
  for (let k = 0; k + 1 < shown.length; k += 2) total += Number(shown[k]) * Number(shown[k + 1]);
  return total;
}

/**
 * A symbol of every term of a sum.
 *
 * @param {string} letter
 * @param {number} layer
 * @param {string} index
 * @returns {Piece}
 */
export const general = (letter, layer, index) => ({
  tag: 'msubsup',
  parts: [mi(letter), mrow(mn(index)), mn(layer)],
});

/** σ'(z) or σ(z). @param {string} name @param {number} l @param {number} j @returns {Piece[]} */
export const ofZ = (name, l, j) => [mi(name), mo('('), neuronSymbol('z', l, j), mo(')')];
