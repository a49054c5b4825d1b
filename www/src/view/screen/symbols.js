/**
 * Symbols in running text: a letter in italics with its layer raised, as in the equation.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { evaluateShort, shuffleShort } from '../../words/en/steps.js';

/** @import { Step } from '../../protocol/position.js' */
/** @import { Conventions } from '../../protocol/state.js' */

/** @param {string} letter @param {number | undefined} layer @param {boolean} [upright] */
const raised = (letter, layer, upright = false) =>
  html`<span class="v ${upright ? 'up' : ''}"
    >${letter}${layer === undefined ? nothing : html`<sup>${layer}</sup>`}</span
  >`;

/** Draws a step's symbol. @param {Step} step @param {Conventions} conventions */
export function stepSymbol({ kind, layer }, { averageGradients }) {
  switch (kind) {
    case 'load':
      return raised('x', undefined);
    case 'z':
    case 'a':
      return raised(kind, layer);
    case 'cost':
      return raised('C', undefined);
    case 'delta':
      return raised('δ', layer);
    case 'nabla':
      return raised('∇', layer, true);
    case 'sum':
      return html`<span class="v up">+Σ∇</span>`;
    case 'mean':
      return html`<span class="v up">÷<i>${averageGradients ? 'm' : '1'}</i></span>`;
    case 'scale':
      return html`<span class="v up">×<i>η</i></span>`;
    case 'update':
      return html`<span class="v">w, b</span>`;
    case 'evaluate':
      return html`<span class="word">${evaluateShort}</span>`;
    case 'shuffle':
      return html`<span class="word">${shuffleShort}</span>`;
  }
}
