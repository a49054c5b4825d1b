/**
 * Predict, then reveal: the question before a step, the answer after it with its reason, and the score.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { formatOf, full, parseNumber } from '../../notation/format.js';
import { closingFormula } from '../../formula/closing-formula.js';
import { formulaOf } from '../../formula/formula.js';
import { symbol } from '../../notation/names.js';
import { ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE } from '../../state/prediction.js';
import { formulaLine } from '../parts/math.js';
import { asked, predict as words } from '../../words/en/practise.js';
import { submitted } from '../parts/submit.js';

/** @import { Question } from '../../state/prediction.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Where a refusal is shown. */
const FIELD = 'predict';

/**
 * The number that is asked for, by name.
 *
 * @param {Question} question
 */
function nameOf({ step: { kind }, selection }) {
  const name = symbol(selection);
  switch (kind) {
    case 'z':
    case 'a':
      return selection.kind === 'neuron' ? kind + name.slice(1) : name;
    case 'delta':
      return `δ${name.slice(1)}`;
    case 'nabla':
      return `∂C/∂${name}`;
    case 'sum':
      return `Σ ∂C/∂${name}`;
    case 'mean':
      return asked.mean(name);
    case 'scale':
      return asked.scale(name);
    case 'update':
      return asked.update(name);
    default:
      return name;
  }
}

/**
 * Returns the signs that can be answered: a number, its word and its key.
 *
 * @param {Question} question
 * @returns {[number, string, string][]}
 */
const signs = ({ step }) =>
  ['-', '0', '+'].map((key, at) => [
    at - 1,
    String((step.kind === 'a' ? words.halves : words.signs)[at]),
    key,
  ]);

/**
 * Puts the cursor where the answer is typed, once.
 *
 * @param {Element | undefined} element
 */
const focus = (element) =>
  queueMicrotask(
    () =>
      /** @type {HTMLElement | undefined} */ (element)?.isConnected &&
      /** @type {HTMLElement} */ (element).focus(),
  );

/**
 * @param {Question} question
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function ask(question, state, dispatch) {
  const refusal = state.feedback.refusals[FIELD];
  const skip = html`<button
    type="button"
    class="small"
    @click=${() => dispatch({ type: 'predict', guess: undefined })}
  >
    ${words.show}
  </button>`;
  if (state.prediction.mode === 'sign') {
    return html`<p role="status">${words.question(html`<b>${nameOf(question)}</b>`)}</p>
      <p class="tools">
        ${signs(question).map(
          ([guess, text, key]) =>
            html`<button
              type="button"
              aria-keyshortcuts=${key}
              @click=${() => dispatch({ type: 'predict', guess })}
            >
              ${text} <kbd>${key === '-' ? '−' : key}</kbd>
            </button>`,
        )}
        ${skip}
      </p>`;
  }
  return html`<form
    @click=${submitted((form) => {
      const { value } = /** @type {HTMLInputElement} */ (form.elements.namedItem('guess'));
      const guess = parseNumber(value);
      if (guess === undefined) {
        const sentence = words.notANumber(value.trim());
        dispatch({ type: 'refused', field: FIELD, sentence });
      } else dispatch({ type: 'predict', guess });
    })}
  >
    <p role="status">${words.question(html`<b>${nameOf(question)}</b>`)}</p>
    <p class="tools">
      <input
        name="guess"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${words.label(nameOf(question))}
        aria-invalid=${refusal === undefined ? 'false' : 'true'}
        ${ref(focus)}
      />
      <button type="submit">${words.reveal}</button> ${skip}
    </p>
    ${refusal === undefined ? nothing : html`<p class="refusal" role="alert">${refusal}</p>`}
  </form>`;
}

/**
 * What came of the last prediction, and why.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function reveal(state, dispatch) {
  const { prediction, view, settings } = state;
  const { last } = prediction;
  if (!last || !view) return nothing;
  const format = formatOf(settings);
  const said =
    last.mode === 'sign'
      ? signs(last.question).find(([sign]) => sign === last.guess)?.[1]
      : format.full(last.guess);
  const here = view.after.step.kind === last.question.step.kind;
  const formula = here ? formulaOf(view, last.question.selection, state.panels.unfolded) : undefined;
  const lighting = { lit: state.focus.hover ?? state.focus.selection, format, dispatch };
  return html`<p role="status" class=${last.correct ? 'right' : 'wrong'}>
      ${(last.correct ? words.right : words.wrong)(
        said,
        html`<b data-predicted data-value=${full(last.value)}
          >${nameOf(last.question)} = ${format.short(last.value)}</b
        >`,
      )}
    </p>
    ${
      formula
        ? html`<p class="muted">${words.because}</p>
            ${formulaLine(formula.symbols, lighting)}
            ${formulaLine(closingFormula(formula.numbers, settings), lighting)}`
        : nothing
    }`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function predict(state, dispatch) {
  const { mode, question, correct, total } = state.prediction;
  /**
   * @param {typeof mode} value
   * @param {string} text
   */
  const choice = (value, text) =>
    html`<label class="check">
      <input
        type="radio"
        name="predict-mode"
        .checked=${mode === value}
        @change=${() => dispatch({ type: 'predictionMode', mode: value })}
      />
      ${text}
    </label>`;
  return html`${question ? ask(question, state, dispatch) : reveal(state, dispatch)}
    <p class="tools">
      ${choice('sign', words.bySign)} ${choice('value', words.byValue)}
      <span class="spring"></span>
      <span data-score>${total === 0 ? words.none : words.score(correct, total)}</span>
    </p>
    ${
      question || total > 0
        ? nothing
        : html`<p class="muted">${words.about(RELATIVE_TOLERANCE * 100, ABSOLUTE_TOLERANCE)}</p>`
    }`;
}
