/**
 * The sheet behind “?”: keys, and how numbers are shown.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { showModal } from '../parts/dialog.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/** What the sheet lists: keys and what they do. @type {[string[], string][]} */
const SHEET = [
  [['space'], 'play, pause'],
  [['←', '→'], 'back and forward, by the size of step chosen'],
  [['Shift ←', 'Shift →'], 'a mini-batch back and forward'],
  [['[', ']'], 'a sample back and forward'],
  [['Home', 'End'], 'to the start, to the last mini-batch run'],
  [['d', 's', 'm'], 'steps in detail, whole steps, whole mini-batches'],
  [['↑', '↓'], 'on a weight, bias, input or target: 0.1 more or less; with Shift\u00a01'],
  [['Enter', 'p'], 'choose, pin what has the focus'],
  [['t', 'f'], 'table, presentation'],
  [['Ctrl Z', 'Ctrl Shift Z'], 'undo, redo'],
  [['−', '0', '+'], 'where a sign is asked for: negative, zero, positive'],
  [['Esc'], 'close, leave the presentation'],
  [['?'], 'this sheet'],
];

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function help(state, dispatch) {
  const { settings } = state;
  const close = () => dispatch({ type: 'dialog', dialog: undefined });
  return html`<dialog class="sheet" aria-labelledby="sheet-title" ${ref(showModal)} @close=${close}>
    <h2 id="sheet-title">Keys and numbers</h2>
    <dl class="keys">
      ${SHEET.map(
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
        Single letters are keys
      </label>
      <label class="field">
        <span>Decimals</span>
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
                ${digits === 17 ? 'every digit' : digits}
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
        Decimal comma
      </label>
      <button type="button" @click=${close}>Close</button>
    </div>
  </dialog>`;
}
