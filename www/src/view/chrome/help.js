/**
 * The sheet behind “?”: keys, and how numbers are shown.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { showModal } from '../parts/dialog.js';
import { close as closeWord } from '../../words/en/common.js';
import { everyDigit } from '../../words/en/lists.js';
import * as words from '../../words/en/help.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function help(state, dispatch) {
  const { settings } = state;
  const close = () => dispatch({ type: 'dialog', dialog: undefined });
  return html`<dialog class="sheet" aria-labelledby="sheet-title" ${ref(showModal)} @close=${close}>
    <h2 id="sheet-title">${words.title}</h2>
    <dl class="keys">
      ${words.keys.map(
        ([keys, what]) =>
          html`<div>
            <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>
    <div class="settings">
      <label class="check">
        <input
          type="checkbox"
          .checked=${settings.letters}
          @change=${() => dispatch({ type: 'settings', settings: { letters: !settings.letters } })}
        />
        ${words.letters}
      </label>
      <label class="field">
        <span>${words.decimals}</span>
        <select
          id="digits"
          @change=${(/** @type {Event} */ event) => {
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            dispatch({ type: 'settings', settings: { digits: Number(value) } });
          }}
        >
          ${Array.from({ length: 16 }, (_, at) => at + 2).map(
            (digits) =>
              html`<option value=${digits} .selected=${digits === settings.digits}>
                ${digits === 17 ? everyDigit : digits}
              </option>`,
          )}
        </select>
      </label>
      <label class="check">
        <input
          id="comma"
          type="checkbox"
          .checked=${settings.comma}
          @change=${() => dispatch({ type: 'settings', settings: { comma: !settings.comma } })}
        />
        ${words.comma}
      </label>
      <button type="button" @click=${close}>${closeWord}</button>
    </div>
  </dialog>`;
}
