/**
 * All intermediate results of the mini-batch, to check a calculation made by hand. A button opens the dialog
 * where one's own numbers are typed in.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { intermediatesOf, toText } from '../../homework/intermediates.js';
import { homeworkDialog } from './homework-dialog.js';
import { pending } from './pending.js';
import { everyDigit } from '../../words/en/lists.js';
import { homework as words } from '../../words/en/practise.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function sheet(state, dispatch) {
  const { settings, view } = state;
  const { inspection } = state.answers;
  if (!view) return nothing;
  if (!inspection) return pending(state);
  if (!inspection.sheet) return html`<p class="muted">${words.small}</p>`;
  const { short } = formatOf({ digits: settings.places, comma: settings.comma });
  const parts = intermediatesOf(inspection.sheet);
  return html`<p class="tools">
      <label class="field">
        <span>${words.decimals}</span>
        <select
          id="places"
          @change=${(/** @type {Event} */ event) => {
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            dispatch({ type: 'settings', settings: { places: Number(value) } });
          }}
        >
          ${Array.from({ length: 16 }, (_, at) => at + 2).map(
            (places) =>
              html`<option value=${places} .selected=${places === settings.places}>
                ${places === 17 ? everyDigit : places}
              </option>`,
          )}
        </select>
      </label>
      <button
        type="button"
        class="small"
        @click=${() => dispatch({ type: 'copy', text: toText(parts, short) })}
      >
        ${words.copy}
      </button>
    </p>
    <div class="sheet-list" tabindex="0" role="region" aria-label=${words.label}>
      <table>
        ${parts.map(
          ({ heading, rows }) =>
            html`<tbody>
              <tr>
                <th colspan="2" scope="rowgroup">${heading}</th>
              </tr>
              ${rows.map(
                ([name, value]) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    <td data-sheet=${`${heading} ${name}`} data-value=${full(value)}>${short(value)}</td>
                  </tr>`,
              )}
            </tbody>`,
        )}
      </table>
    </div>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const homework = (state, dispatch) =>
  html`<p>
      <button type="button" class="small" @click=${() => dispatch({ type: 'dialog', dialog: 'homework' })}>
        ${words.own}
      </button>
    </p>
    ${sheet(state, dispatch)} ${homeworkDialog(state, dispatch)}`;
