/**
 * A field for a number. A value that is refused stays in the field, with a message beside it. The session
 * keeps the old value, and Escape brings it back.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { NUMBER, full, parseNumber } from '../../notation/format.js';
import { onTyped, onTyping, typed } from './typed.js';
import * as words from '../../words/en/field.js';

/** @import { Dispatch } from '../../state/state.js' */

/**
 * @typedef {object} FieldOptions
 * @property {string} id
 * @property {string} label
 * @property {number} value  in the session
 * @property {string} [hint]  shown when pointed at
 * @property {boolean} [integer]  whether only a whole number will do
 * @property {boolean} [labelHidden]  whether the label is for screen readers only
 * @property {string | undefined} refusal  a sentence, if the last value was refused
 * @property {(value: number) => void} commit
 * @property {Dispatch} dispatch
 */

/** Returns what is wrong with a text that is no number of the page. @param {string} text */
export function faultOf(text) {
  if (text === '') return words.empty;
  if (NUMBER.test(text.replaceAll('−', '-').replace(',', '.'))) return words.tooLarge(text);
  return words.notANumber(text);
}

/** Scrolls a refusal and its field into view, once it is in the page. @param {Element | undefined} refusal */
const reveal = (refusal) =>
  queueMicrotask(() => {
    for (const element of [refusal?.parentElement, refusal]) element?.scrollIntoView({ block: 'nearest' });
  });

/** @param {FieldOptions} options */
export function numberField({ id, label, value, hint, integer, labelHidden, refusal, commit, dispatch }) {
  /** @param {HTMLInputElement} input */
  const take = (input) => {
    const number = parseNumber(input.value, integer);
    if (number === undefined) {
      dispatch({ type: 'refused', field: id, sentence: faultOf(input.value.trim()) });
    } else if (integer && !Number.isInteger(number)) {
      dispatch({ type: 'refused', field: id, sentence: words.notWhole(label) });
    } else if (number !== value || refusal !== undefined) {
      commit(number);
    }
  };
  // While a refused text stands there, it is the person's; otherwise the field shows the session's value.
  const shown = refusal === undefined ? typed(full(value)) : nothing;
  return html`<span class="field">
    <label for=${id} class=${labelHidden ? 'unseen' : ''}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      title=${hint ?? nothing}
      .value=${shown}
      aria-invalid=${refusal === undefined ? 'false' : 'true'}
      aria-describedby=${refusal === undefined ? nothing : `${id}-refusal`}
      @input=${onTyping}
      @blur=${onTyped}
      @change=${(/** @type {Event} */ event) => {
        onTyped(event);
        take(/** @type {HTMLInputElement} */ (event.target));
      }}
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (event.key === 'Escape') {
          onTyped(event);
          input.value = full(value);
          dispatch({ type: 'clearRefusal', field: id });
        }
      }}
    />
    ${
      refusal === undefined
        ? nothing
        : html`<span class="refusal" id="${id}-refusal" role="alert" ${ref(reveal)}>${refusal}</span>`
    }
  </span>`;
}
