/**
 * Fields of the sheet of data.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { onTyped, onTyping, typed } from '../parts/typed.js';

/**
 * @typedef {object} TextOptions
 * @property {string} id
 * @property {string} label
 * @property {string} value
 * @property {string} [hint]  shown as a tooltip
 * @property {boolean} [hidden]  whether only screen readers get the label
 * @property {number} [size]  the number of characters there is room for
 * @property {(value: string) => void} change
 */

/**
 * Draws a field for one line of text, which is passed on without checks.
 *
 * @param {TextOptions} options
 */
export const text = ({ id, label, value, hint, hidden, size, change }) =>
  html`<span class="field">
    <label for=${id} class=${hidden ? 'unseen' : ''}>${label}</label>
    <input
      id=${id}
      type="text"
      size=${size ?? nothing}
      autocomplete="off"
      spellcheck="false"
      title=${hint ?? nothing}
      .value=${typed(value)}
      @input=${onTyping}
      @blur=${onTyped}
      @change=${(/** @type {Event} */ event) => {
        onTyped(event);
        change(/** @type {HTMLInputElement} */ (event.target).value);
      }}
    />
  </span>`;

/**
 * @template {string} T
 * @typedef {object} ChoiceOptions
 * @property {string} id
 * @property {string} label
 * @property {T} value
 * @property {readonly (readonly [T, string])[]} options  each value with the text shown for it
 * @property {boolean} [hidden]  whether only screen readers get the label
 * @property {(value: T) => void} change
 */

/**
 * Draws a select element to choose one of several values.
 *
 * @template {string} T
 * @param {ChoiceOptions<T>} options
 */
export const choice = ({ id, label, value, options, hidden, change }) =>
  html`<span class="field">
    <label for=${id} class=${hidden ? 'unseen' : ''}>${label}</label>
    <select
      id=${id}
      @change=${(/** @type {Event} */ event) =>
        change(/** @type {T} */ (/** @type {HTMLSelectElement} */ (event.target).value))}
    >
      ${options.map(
        ([name, words]) => html`<option value=${name} .selected=${name === value}>${words}</option>`,
      )}
    </select>
  </span>`;
