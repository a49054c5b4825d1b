/**
 * Formulas of a whole layer at once, in matrices, with the shapes of the arrays.
 *
 * @module
 */
import { derivative, fraction, mi, mn, mo, power } from './pieces.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Piece } from './pieces.js' */

/**
 * A formula of a layer.
 *
 * @typedef {object} MatrixForm
 * @property {Piece[]} pieces
 * @property {string} shapes  of the arrays in it, in the same order
 */

/**
 * Returns a letter with its layer: an array of that layer.
 * @param {string} letter
 * @param {number} layer
 * @param {string} term
 * @returns {Piece}
 */
const array = (letter, layer, term) => ({ ...power(mi(letter), mn(layer)), term });

/** @param {number} layer */
const delta = (layer) => array('δ', layer, 'delta');

/**
 * Returns an array in brackets with a raised T.
 * @param {Piece} piece
 */
const transposed = (piece) => [mo('('), piece, power(mo(')'), mi('T'))];

/**
 * Returns ∂C/∂w of a layer.
 * @param {number} layer
 * @returns {Piece}
 */
const gradient = (layer) => ({ ...derivative(mi('C'), array('w', layer, 'w')), term: 'nabla' });

/**
 * Returns ⊙ σ'(z).
 * @param {number} layer
 */
const timesSlope = (layer) => [mo('⊙'), mi("σ'"), mo('('), array('z', layer, 'z'), mo(')')];

/**
 * Returns δ of the output layer (BP1).
 * @param {State} state
 * @returns {MatrixForm}
 */
function outputDelta({ sizes, conventions }) {
  const L = sizes.length;
  const n = sizes[L - 1];
  const twice = conventions.halveCost ? [] : [mn(2)];
  return {
    pieces: [
      delta(L),
      mo('='),
      ...twice,
      mo('('),
      array('a', L, 'a'),
      mo('−'),
      mi('y'),
      mo(')'),
      ...timesSlope(L),
    ],
    shapes: `(${n}) = (${n}) ⊙ (${n})`,
  };
}

/**
 * Returns δ of hidden layer `l` (BP2).
 * @param {State} state
 * @param {number} l
 * @returns {MatrixForm}
 */
function hiddenDelta({ sizes }, l) {
  const [n, next] = [sizes[l - 1], sizes[l]];
  const sum = [...transposed(array('w', l + 1, 'w')), delta(l + 1)];
  return {
    pieces: [delta(l), mo('='), mo('('), ...sum, mo(')'), ...timesSlope(l)],
    shapes: `(${n}) = (${n} × ${next}) (${next}) ⊙ (${n})`,
  };
}

/**
 * Returns the cost of the sample.
 * @param {State} state
 * @returns {MatrixForm}
 */
function costFormula({ sizes, conventions }) {
  const L = sizes.length;
  const n = sizes[L - 1];
  const oneHalf = conventions.halveCost ? [mo('½')] : [];
  const norm = [mo('‖'), array('a', L, 'a'), mo('−'), mi('y'), power(mo('‖'), mn(2))];
  return {
    pieces: [mi('C'), mo('='), ...oneHalf, ...norm],
    shapes: `a number = ${conventions.halveCost ? '½ ' : ''}‖(${n}) − (${n})‖²`,
  };
}

/**
 * Returns the formula of the step shown for its whole layer; of steps for all layers, that of the last.
 *
 * @param {State} state
 * @returns {MatrixForm | undefined}  none for a step that computes nothing
 */
export function matrixOf(state) {
  const { step, sizes, m, conventions } = state;
  const L = sizes.length;
  const l = step.layer ?? L;
  const [n, inputs] = [sizes[l - 1], sizes[l - 2]];
  const [z, a, w, nabla] = [array('z', l, 'z'), array('a', l, 'a'), array('w', l, 'w'), gradient(l)];
  const mean = [...(conventions.averageGradients ? [fraction(mn(1), mi('m'))] : []), mo('∑'), nabla];
  const matrix = `(${n} × ${inputs})`;
  switch (step.kind) {
    case 'z':
      return {
        pieces: [z, mo('='), w, array('a', l - 1, 'a'), mo('+'), array('b', l, 'b')],
        shapes: `(${n}) = ${matrix} (${inputs}) + (${n})`,
      };
    case 'a':
      return { pieces: [a, mo('='), mi('σ'), mo('('), z, mo(')')], shapes: `(${n}) = σ (${n})` };
    case 'cost':
      return costFormula(state);
    case 'delta':
      return l === L ? outputDelta(state) : hiddenDelta(state, l);
    case 'nabla':
      return {
        pieces: [nabla, mo('='), delta(l), ...transposed(array('a', l - 1, 'a'))],
        shapes: `${matrix} = (${n} × 1) (1 × ${inputs})`,
      };
    case 'sum':
      return {
        pieces: [mo('∑'), nabla, mo('←'), mo('∑'), nabla, mo('+'), nabla],
        shapes: `${matrix} ← ${matrix} + ${matrix}`,
      };
    case 'mean':
      return { pieces: mean, shapes: `${matrix} ÷ ${conventions.averageGradients ? m : 1}` };
    case 'scale':
      return { pieces: [mi('η'), ...mean], shapes: `a number · ${matrix}` };
    case 'update':
      return {
        pieces: [w, mo('←'), w, mo('−'), mi('η'), ...mean],
        shapes: `${matrix} ← ${matrix} − ${matrix}`,
      };
    default:
      return undefined;
  }
}
