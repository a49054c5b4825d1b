/**
 * The equation of the step shown, in symbols and with the numbers in it.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { chainOf } from '../../formula/chain.js';
import { formulaOf } from '../../formula/formula.js';
import { matrixOf } from '../../formula/matrix.js';
import { parameterIn } from '../../notation/selection.js';
import { formulaLine } from '../parts/math.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Lighting } from '../parts/math.js' */

/** What a step without a formula does. @type {Record<string, string>} */
const WORDS = {
  load: 'The numbers of the sample become the activations of layer 1. Nothing else is known yet.',
  evaluate: 'All samples are passed forward, and the right answers are counted.',
  shuffle: 'The samples get a new order, drawn from the seed and the number of the epoch.',
  update: 'What was edited after the update is already seen here.',
};

/**
 * The chain rule behind a gradient, at the step that computes it, if it is wanted.
 *
 * @param {PageState} state
 */
function productOf({ view, settings, focus: { selection }, panels: { unfolded } }) {
  if (view?.after.step.kind !== 'nabla' || !settings.sections.includes('chain')) return undefined;
  const { after } = view;
  return chainOf(after, parameterIn(selection, after.step.layer, after.sizes.length), unfolded);
}

/**
 * @param {ReturnType<typeof chainOf>} product
 * @param {Lighting} lighting
 */
function chain(product, lighting) {
  if (!product) return nothing;
  return html`<p class="muted">By the chain rule</p>
    ${formulaLine(product.symbols, lighting)} ${formulaLine(product.numbers, lighting)}
    <p class="muted">where</p>
    ${formulaLine(product.error, lighting)}`;
}

/**
 * The whole layer at once.
 *
 * @param {PageState} state
 * @param {Lighting} lighting
 */
function matrix({ view }, lighting) {
  const form = view && matrixOf(view.after);
  return form
    ? html`<p class="muted">The whole layer at once</p>
        ${formulaLine(form.pieces, lighting)}
        <p class="shapes">${form.shapes}</p>`
    : nothing;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function equation(state, dispatch) {
  const { view } = state;
  if (!view) return nothing;
  const { selection, hover } = state.focus;
  const { unfolded } = state.panels;
  const formula = formulaOf(view, selection, unfolded);
  const product = productOf(state);
  const folded = (formula?.folded ?? 0) + (product?.folded ?? 0);
  const lighting = { lit: hover ?? selection, format: formatOf(state.settings), dispatch };
  const { step, evaluation } = view.after;
  const { sections } = state.settings;
  /**
   * @param {string} name
   * @param {string} text
   */
  const toggle = (name, text) =>
    html`<button
      type="button"
      class="small"
      aria-pressed=${sections.includes(name) ? 'true' : 'false'}
      @click=${() => dispatch({ type: 'section', section: name, on: !sections.includes(name) })}
    >
      ${text}
    </button>`;
  return html`${
    formula
      ? html`
          <p class="muted">${formula.title}</p>
          ${formulaLine(formula.symbols, lighting)} ${formulaLine(formula.numbers, lighting)}
          ${
            folded > 0 || unfolded
              ? html`<button
                  type="button"
                  class="small"
                  @click=${() => dispatch({ type: 'unfold', all: !unfolded })}
                >
                  ${unfolded ? 'Fold the sum' : `Write out ${folded} more terms`}
                </button>`
              : nothing
          }
        `
      : html`<p>${WORDS[step.kind] ?? ''}</p>`
  }
  ${
    formula
      ? html`${chain(product, lighting)} ${sections.includes('matrix') ? matrix(state, lighting) : nothing}
          <p class="tools">
            ${step.kind === 'nabla' ? toggle('chain', 'Chain rule') : nothing}
            ${toggle('matrix', 'Matrix form')}
          </p>`
      : nothing
  }
  ${
    evaluation && step.kind === 'evaluate'
      ? html`<p>
          <strong data-quantity="evaluation">${evaluation.correct} of ${evaluation.total}</strong> right.
        </p>`
      : nothing
  }`;
}
