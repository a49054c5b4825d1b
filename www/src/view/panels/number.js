/**
 * A counted sample by its number, for who does not point or draw.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { numberField } from '../parts/field.js';
import { byNumber as words } from '../../words/en/training.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {string} id  of the field
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const byNumber = (id, state, dispatch) =>
  html`<p class="by-number">
    ${numberField({
      id,
      label: words.label,
      hint: words.hint,
      integer: true,
      value: state.panels.sampleNumber,
      refusal: state.feedback.refusals[id],
      commit: (number) => dispatch({ type: 'openEvaluationSample', number, field: id }),
      dispatch,
    })}
    <button
      type="button"
      @click=${() => dispatch({ type: 'openEvaluationSample', number: state.panels.sampleNumber, field: id })}
    >
      ${words.open}
    </button>
  </p>`;
