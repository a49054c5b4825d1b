/**
 * Fields of the sheet of data.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { onTyped, onTyping, typed } from '../parts/typed.js';

/**
 * A line of text that is taken as it is typed.
 *
 * @param {{ id: string, label: string, value: string, hint?: string, hidden?: boolean, size?: number, change: (value: string) => void }} options  `size`: characters there is room for
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
 * One of several.
 *
 * @template {string} T
 * @param {{ id: string, label: string, value: T, options: readonly (readonly [T, string])[], hidden?: boolean, change: (value: T) => void }} options
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
