/**
 * A step for a whole layer at once, in matrices, with their shapes.
 *
 * @module
 */
import { count, id, op } from './formulas.js';

/** @import { State } from '../protocol/messages.js' */
/** @import { Piece } from './formulas.js' */

/** @param {string} letter @param {number} layer @param {string} term @returns {Piece} */
const layerSymbol = (letter, layer, term) => ({ tag: 'msup', parts: [id(letter), count(layer)], term });

/** @param {Piece} piece @returns {Piece[]} */
const transposed = (piece) => [op('('), piece, { tag: 'msup', parts: [op(')'), id('T')] }];

/** @param {string} letter @param {number} layer @returns {Piece} */
const partial = (letter, layer) => ({
  tag: 'mfrac',
  parts: [
    { tag: 'mrow', parts: [op('∂'), id('C')] },
    { tag: 'mrow', parts: [op('∂'), layerSymbol(letter, layer, letter)] },
  ],
  term: 'nabla',
});

/** @param {number} layer @returns {Piece[]} */
const slope = (layer) => [op('⊙'), id("σ'"), op('('), layerSymbol('z', layer, 'z'), op(')')];

/** @param {State['conventions']} conventions @returns {Piece[]} */
const meanOf = ({ averageGradients }) => [
  ...(averageGradients ? [{ tag: /** @type {const} */ ('mfrac'), parts: [count(1), id('m')] }] : []),
  op('∑'),
];

/**
 * The formula of the step shown for its whole layer, and the shapes of what stands in it, in the same order.
 *
 * @param {State} state
 * @returns {{ pieces: Piece[], shapes: string } | undefined}  none for a step that computes nothing
 */
export function matrixOf({ step, sizes, m, conventions }) {
  const L = sizes.length;
  const l = step.layer ?? L;
  const [n, inputs, next] = [sizes[l - 1], sizes[l - 2], sizes[l]];
  const [z, a, w] = [layerSymbol('z', l, 'z'), layerSymbol('a', l, 'a'), layerSymbol('w', l, 'w')];
  const { halveCost } = conventions;
  const mean = () => meanOf(conventions);
  switch (step.kind) {
    case 'z':
      return {
        pieces: [z, op('='), w, layerSymbol('a', l - 1, 'a'), op('+'), layerSymbol('b', l, 'b')],
        shapes: `(${n}) = (${n} × ${inputs}) (${inputs}) + (${n})`,
      };
    case 'a':
      return { pieces: [a, op('='), id('σ'), op('('), z, op(')')], shapes: `(${n}) = σ (${n})` };
    case 'cost':
      return {
        pieces: [
          id('C'),
          op('='),
          ...(halveCost ? [op('½')] : []),
          op('‖'),
          a,
          op('−'),
          id('y'),
          { tag: 'msup', parts: [op('‖'), count(2)] },
        ],
        shapes: `a number = ${halveCost ? '½ ' : ''}‖(${n}) − (${n})‖²`,
      };
    case 'delta':
      return l === L
        ? {
            pieces: [
              layerSymbol('δ', l, 'delta'),
              op('='),
              ...(halveCost ? [] : [count(2)]),
              op('('),
              a,
              op('−'),
              id('y'),
              op(')'),
              ...slope(l),
            ],
            shapes: `(${n}) = (${n}) ⊙ (${n})`,
          }
        : {
            pieces: [
              layerSymbol('δ', l, 'delta'),
              op('='),
              op('('),
              ...transposed(layerSymbol('w', l + 1, 'w')),
              layerSymbol('δ', l + 1, 'delta'),
              op(')'),
              ...slope(l),
            ],
            shapes: `(${n}) = (${n} × ${next}) (${next}) ⊙ (${n})`,
          };
    case 'nabla':
      return {
        pieces: [
          partial('w', l),
          op('='),
          layerSymbol('δ', l, 'delta'),
          ...transposed(layerSymbol('a', l - 1, 'a')),
        ],
        shapes: `(${n} × ${inputs}) = (${n} × 1) (1 × ${inputs})`,
      };
    case 'sum':
      return {
        pieces: [op('∑'), partial('w', l), op('←'), op('∑'), partial('w', l), op('+'), partial('w', l)],
        shapes: `(${n} × ${inputs}) ← (${n} × ${inputs}) + (${n} × ${inputs})`,
      };
    case 'mean':
      return {
        pieces: [...mean(), partial('w', l)],
        shapes: `(${n} × ${inputs}) ÷ ${conventions.averageGradients ? m : 1}`,
      };
    case 'scale':
      return { pieces: [id('η'), ...mean(), partial('w', l)], shapes: `a number · (${n} × ${inputs})` };
    case 'update':
      return {
        pieces: [w, op('←'), w, op('−'), id('η'), ...mean(), partial('w', l)],
        shapes: `(${n} × ${inputs}) ← (${n} × ${inputs}) − (${n} × ${inputs})`,
      };
    default:
      return undefined;
  }
}
