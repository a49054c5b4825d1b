/**
 * The equation of the step shown, in symbols and with the numbers in it.
 *
 * @module
 */
import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { formatOf } from '../format.js';
import { formulaOf } from '../scene/formula.js';
import { stepWords } from '../scene/names.js';
import { formulaLine } from './math.js';

/** @import { Dispatch, PageState } from '../state/state.js' */

/** What a step without a formula does. @type {Record<string, string>} */
const WORDS = {
  load: 'The numbers of the sample become the activations of layer 1. Nothing else is known yet.',
  evaluate: 'All samples are passed forward, and the right answers are counted.',
  shuffle: 'The samples get a new order, drawn from the seed and the number of the epoch.',
  update: 'What was edited after the update is already seen here.',
};

/** @param {PageState} state @param {Dispatch} dispatch */
export function equation(state, dispatch) {
  const { view } = state;
  if (!view) return html`<section class="panel equation"><h2>Equation</h2></section>`;
  const formula = formulaOf(view, state.selection, state.unfolded);
  const lighting = { lit: state.hover ?? state.selection, format: formatOf(state.settings), dispatch };
  const { step, evaluation, sizes } = view.after;
  return html`<section class="panel equation" aria-label="Equation">
    <h2>Equation <span class="muted">${stepWords(step, sizes.length)}</span></h2>
    ${
      formula
        ? html`
            <p class="muted">${formula.title}</p>
            ${formulaLine(formula.symbols, lighting)} ${formulaLine(formula.numbers, lighting)}
            ${
              formula.folded > 0 || state.unfolded
                ? html`<button
                    type="button"
                    class="small"
                    @click=${() => dispatch({ type: 'unfold', all: !state.unfolded })}
                  >
                    ${state.unfolded ? 'Fold the sum' : `Write out ${formula.folded} more terms`}
                  </button>`
                : nothing
            }
          `
        : html`<p>${WORDS[step.kind] ?? ''}</p>`
    }
    ${
      evaluation && step.kind === 'evaluate'
        ? html`<p>
            <strong data-quantity="evaluation">${evaluation.correct} of ${evaluation.total}</strong> right.
          </p>`
        : nothing
    }
  </section>`;
}
