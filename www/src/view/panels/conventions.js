/**
 * Switches for the conventions in which worked examples differ from the book.
 *
 * @module
 */
import { live } from '../../../vendor/lit-html/directives/live.js';
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { BOOK, isBook } from '../../notation/conventions.js';
import { panel as words, switches } from '../../words/en/conventions-panel.js';

/** @import { Conventions } from '../../protocol/state.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const SWITCHES = /** @type {[keyof Conventions, string[]][]} */ (Object.entries(switches));

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function conventions(state, dispatch) {
  const now = state.view?.after;
  if (!now) return nothing;
  const { conventions: used } = now;
  // A second switch can be quicker than the answer to the first.
  const set = state.pending.conventions ?? now.conventionsSet;
  const later = SWITCHES.some(([name]) => set[name] !== used[name]);
  return html`<p class="muted">${words.about}</p>
    ${SWITCHES.map(
      ([name, [what, otherwise]]) =>
        html`<label class="check convention">
          <input
            type="checkbox"
            .checked=${live(set[name])}
            @change=${(/** @type {Event} */ event) => {
              const { checked } = /** @type {HTMLInputElement} */ (event.target);
              dispatch({ type: 'edit', edit: { ...set, kind: 'conventions', [name]: checked } });
            }}
          />
          <span>${what}<span class="muted">, ${otherwise}</span></span>
        </label>`,
    )}
    ${later ? html`<p class="muted">${words.later}</p>` : nothing}
    ${
      isBook(set)
        ? nothing
        : html`<p class="tools">
            <button
              type="button"
              class="small"
              @click=${() =>
                dispatch({
                  type: 'edit',
                  edit: { kind: 'conventions', ...BOOK },
                })}
            >
              ${words.reset}
            </button>
          </p>`
    }`;
}
