/**
 * Formulas as MathML.
 *
 * @module
 */
import { html, mathml, nothing } from '../../../vendor/lit-html/lit-html.js';
import { sameSelection } from '../../notation/selection.js';

/** @import { Format } from '../../notation/format.js' */
/** @import { Piece } from '../../formula/pieces.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch } from '../../state/state.js' */

/**
 * @typedef {object} Lighting
 * @property {Selection | undefined} lit  what is pointed at, on the stage or here
 * @property {Format} format
 * @property {Dispatch} dispatch
 */

/**
 * A number as it stands in a formula.
 *
 * @param {number} value
 * @param {boolean | undefined} brackets
 * @param {Format} format
 */
function written(value, brackets, { short }) {
  const text = short(value);
  return brackets && text.startsWith('−') ? `(${text})` : text;
}

/**
 * @param {Piece | string} piece
 * @param {Lighting} lighting
 * @returns {unknown}
 */
function draw(piece, lighting) {
  if (typeof piece === 'string') return piece;
  const { tag, term, selection, value } = piece;
  const parts =
    piece.number === undefined
      ? piece.parts.map((part) => draw(part, lighting))
      : written(piece.number, piece.brackets, lighting.format);
  const lit = selection && lighting.lit && sameSelection(selection, lighting.lit);
  const name = [term ? `term-${term}` : '', lit ? 'lit' : '', selection ? 'points' : ''].join(' ');
  const enter = selection ? () => lighting.dispatch({ type: 'hover', selection }) : nothing;
  const leave = selection ? () => lighting.dispatch({ type: 'hover', selection: undefined }) : nothing;
  switch (tag) {
    case 'mi':
      return mathml`<mi class=${name}>${parts}</mi>`;
    case 'mo':
      // At the beginning of a line a sign would be taken for one that belongs to the next number alone.
      return mathml`<mo class=${name}
        form=${BREAKS.has(String(piece.parts[0])) ? 'infix' : nothing}>${parts}</mo>`;
    case 'mn':
      return mathml`<mn class=${name} data-value=${value ?? nothing} @pointerenter=${enter}
        @pointerleave=${leave}>${parts}</mn>`;
    case 'mrow':
      return mathml`<mrow class=${name}>${parts}</mrow>`;
    case 'msup':
      return mathml`<msup class=${name}>${parts}</msup>`;
    case 'msub':
      return mathml`<msub class=${name} @pointerenter=${enter} @pointerleave=${leave}>${parts}</msub>`;
    case 'msubsup':
      return mathml`<msubsup class=${name} @pointerenter=${enter} @pointerleave=${leave}>${parts}</msubsup>`;
    case 'mfrac':
      return mathml`<mfrac class=${name}>${parts}</mfrac>`;
  }
}

/** Draws pieces as one formula. @param {Piece[]} pieces @param {Lighting} lighting */
export const formula = (pieces, lighting) =>
  html`<math>${mathml`<mrow>${pieces.map((piece) => draw(piece, lighting))}</mrow>`}</math>`;

/** Signs before which a line may be broken, outside brackets. */
const BREAKS = new Set(['=', '+']);
/** The same where there is little room. */
const MORE_BREAKS = new Set([...BREAKS, '·']);

/**
 * A formula in pieces that may be broken into lines, since MathML itself is never broken.
 *
 * @param {Piece[]} pieces
 * @param {Lighting} lighting
 * @param {boolean} [narrow]  whether it may be broken between factors too
 */
export function formulaLine(pieces, lighting, narrow = false) {
  const breaks = narrow ? MORE_BREAKS : BREAKS;
  /** @type {Piece[][]} */
  const groups = [[]];
  for (const piece of pieces) {
    if (piece.tag === 'mo' && breaks.has(String(piece.parts[0]))) groups.push([]);
    groups.at(-1)?.push(piece);
  }
  return html`<div class="formula">
    ${groups
      .filter((group) => group.length > 0)
      .map(
        (group) =>
          html`<math displaystyle="true"
            >${mathml`<mrow>${group.map((piece) => draw(piece, lighting))}</mrow>`}</math
          >`,
      )}
  </div>`;
}
