/**
 * What formulas are made of: MathML elements as plain data, with symbols or numbers of the core.
 *
 * @module
 */
import { full } from '../notation/format.js';
import { biasAt, neuronAt, targetAt, weightAt } from '../notation/selection.js';

/** @import { Parameter, Selection } from '../notation/selection.js' */

/**
 * A part of a formula.
 *
 * @typedef {object} Piece
 * @property {'mi' | 'mn' | 'mo' | 'mrow' | 'msup' | 'msub' | 'msubsup' | 'mfrac'} tag  its MathML element
 * @property {(Piece | string)[]} parts  its text or its children; empty for a number of the core
 * @property {string} [term]  the quantity that it shows, for its colour: `w`, `a`, `delta`
 * @property {Selection} [selection]  what it stands for on the stage
 * @property {number} [number]  a number of the core; it is written in the page's format when it is drawn
 * @property {string} [value]  that number with all its digits
 * @property {boolean} [brackets]  whether that number is put in brackets if it is negative
 */

/**
 * The formula of a step.
 *
 * @typedef {object} Formula
 * @property {Piece[]} symbols  in the book's notation
 * @property {Piece[]} numbers  the same with the numbers of the state
 * @property {number} folded  terms of the sum that are left out
 */

/** At most so many terms of a sum are written out, unless all are asked for. */
const MOST_TERMS = 6;

/**
 * Returns an operator.
 * @param {string} text
 * @returns {Piece}
 */
export const mo = (text) => ({ tag: 'mo', parts: [text] });

/**
 * Returns an identifier.
 * @param {string} text
 * @returns {Piece}
 */
export const mi = (text) => ({ tag: 'mi', parts: [text] });

/**
 * Returns a number that is part of the notation: an index, a factor, m.
 * @param {string | number} text
 * @returns {Piece}
 */
export const mn = (text) => ({ tag: 'mn', parts: [String(text)] });

/**
 * Returns pieces in a row.
 * @param {Piece[]} parts
 * @returns {Piece}
 */
export const mrow = (...parts) => ({ tag: 'mrow', parts });

/**
 * Returns a fraction.
 * @param {Piece} over
 * @param {Piece} under
 * @returns {Piece}
 */
export const fraction = (over, under) => ({ tag: 'mfrac', parts: [over, under] });

/**
 * Returns a power.
 * @param {Piece} base
 * @param {Piece} exponent
 * @returns {Piece}
 */
export const power = (base, exponent) => ({ tag: 'msup', parts: [base, exponent] });

/**
 * Returns a partial derivative, ∂over/∂under.
 * @param {Piece} over
 * @param {Piece} under
 */
export const derivative = (over, under) => fraction(mrow(mo('∂'), over), mrow(mo('∂'), under));

/**
 * Returns a letter with a layer above and neurons below.
 * @param {string} letter
 * @param {number} layer
 * @param {string} indices
 * @param {string} term
 * @param {Selection} selection
 * @returns {Piece}
 */
const symbol = (letter, layer, indices, term, selection) => ({
  tag: 'msubsup',
  parts: [mi(letter), mrow(mn(indices)), mn(layer)],
  term,
  selection,
});

/**
 * Returns z, a or δ of neuron `j` of layer `l`.
 * @param {'z' | 'a' | 'delta'} quantity
 * @param {number} l
 * @param {number} j
 */
export const neuronSymbol = (quantity, l, j) =>
  symbol(quantity === 'delta' ? 'δ' : quantity, l, `${j + 1}`, quantity, neuronAt(l, j));

/**
 * Returns w of the weight into neuron `j` of layer `l` from neuron `k`. A comma divides two-digit indices.
 * @param {number} l
 * @param {number} j
 * @param {number} k
 */
export const weightSymbol = (l, j, k) =>
  symbol('w', l, j > 8 || k > 8 ? `${j + 1},${k + 1}` : `${j + 1}${k + 1}`, 'w', weightAt(l, j, k));

/**
 * Returns b of neuron `j` of layer `l`.
 * @param {number} l
 * @param {number} j
 */
export const biasSymbol = (l, j) => symbol('b', l, `${j + 1}`, 'b', biasAt(l, j));

/**
 * Returns the symbol of a weight or bias.
 * @param {Parameter} parameter
 */
export const parameterSymbol = (parameter) =>
  parameter.kind === 'weight'
    ? weightSymbol(parameter.layer, parameter.to, parameter.from)
    : biasSymbol(parameter.layer, parameter.neuron);

/**
 * Returns the target y of output neuron `j`.
 * @param {number} j
 * @returns {Piece}
 */
export const targetSymbol = (j) => ({
  tag: 'msub',
  parts: [mi('y'), mn(j + 1)],
  term: 'y',
  selection: targetAt(j),
});

/**
 * Returns ∂C/∂w or ∂C/∂b.
 * @param {Parameter} parameter
 * @returns {Piece}
 */
export const gradientSymbol = (parameter) => ({
  ...derivative(mi('C'), parameterSymbol(parameter)),
  term: 'nabla',
  selection: parameter,
});

/**
 * Returns a number of the core, in brackets if it is negative.
 * @param {number | undefined} value
 * @param {string} term
 * @param {Selection} [selection]
 * @returns {Piece}
 */
export function number(value, term, selection) {
  const given = Number(value);
  return { tag: 'mn', parts: [], number: given, brackets: true, term, selection, value: full(given) };
}

/**
 * Returns a number of the core without brackets, as a result or an argument.
 * @param {number | undefined} value
 * @param {string} term
 * @param {Selection} [selection]
 * @returns {Piece}
 */
export const result = (value, term, selection) => ({ ...number(value, term, selection), brackets: false });

/**
 * Returns terms with an operator between every two of them.
 * @param {(Piece | Piece[])[]} terms
 * @param {string} operator
 * @returns {Piece[]}
 */
export const join = (terms, operator) =>
  terms.flatMap((term, index) => (index === 0 ? term : [mo(operator), term].flat()));

/**
 * Returns the indices of the terms of a sum that are written out, `+ ⋯` if there are more, and how many more.
 * @param {number} n  terms of the sum
 * @param {boolean} all  whether all are written out
 * @param {number} [most]
 */
export function writtenTerms(n, all, most = MOST_TERMS) {
  const terms = Array.from({ length: all ? n : Math.min(n, most) }, (_, index) => index);
  const folded = n - terms.length;
  return { terms, rest: folded > 0 ? [mo('+'), mo('⋯')] : [], folded };
}
