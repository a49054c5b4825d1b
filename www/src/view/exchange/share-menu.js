/**
 * The menu of Share: the link and how long it is, and files.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { LONGEST_SAFE } from '../../exchange/link.js';
import { stepSymbol } from '../../notation/names.js';
import { onToggle, showPopover } from '../parts/popover.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {number} value */
const integer = (value) => value.toLocaleString('en');

/**
 * Returns the name of a moment.
 *
 * @param {State} state
 */
function nameOf({ position: { epoch, miniBatch, sample }, m, step, conventions }) {
  const where = sample < m ? `, sample ${sample + 1}` : '';
  return `Epoch ${epoch + 1}, mini-batch ${miniBatch + 1}${where}, step ${stepSymbol(step, conventions)}`;
}

/**
 * Returns how long a link is, and whether that is safe.
 *
 * @param {string} link
 */
function lengthOf({ length }) {
  if (length === 0) return '…';
  return length <= LONGEST_SAFE
    ? `${integer(length)} characters. Up to ${integer(LONGEST_SAFE)} fit everywhere.`
    : `${integer(length)} characters, too long for mail and chat: save it as a file.`;
}

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export const shareMenu = (state, dispatch) =>
  html`<div
    id="share-menu"
    popover
    class="menu"
    role="dialog"
    aria-label="Share this moment"
    ${ref(showPopover)}
    @toggle=${onToggle(dispatch)}
  >
    ${content(state, dispatch)}
  </div>`;

/**
 * Draws what the menu has.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function content(state, dispatch) {
  const { view, exchange } = state;
  if (!view) return nothing;
  if (view.singleSample) return html`<p>A single sample is shown. Leave it to share the session.</p>`;
  const { linked } = exchange;
  const link = linked?.view === view ? linked.link : '';
  const isTooBig = link !== '' && !linked?.complete;
  return html`<h2>This moment</h2>
    <p>${nameOf(view.after)}. Whoever opens it sees the same numbers, to the last bit.</p>
    ${isTooBig ? html`<p>Its data is too big for a link: save it as a file.</p>` : linkField(link, dispatch)}
    <button type="button" @click=${() => dispatch({ type: 'saveFile' })}>Save as file</button>
    <label class="file">
      <span>Open a file</span>
      <input
        type="file"
        accept=".backstep"
        @change=${(/** @type {Event} */ event) => {
          const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
          if (file) dispatch({ type: 'openFile', file });
          dispatch({ type: 'dialog', dialog: undefined });
        }}
      />
    </label>`;
}

/**
 * Draws the link.
 *
 * @param {string} link
 * @param {Dispatch} dispatch
 */
const linkField = (link, dispatch) =>
  html`<p class="link">
      <input
        type="text"
        readonly
        autofocus
        aria-label="Link to this moment"
        .value=${link}
        @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
      />
      <button
        type="button"
        class="copy"
        ?disabled=${link === ''}
        @click=${() => dispatch({ type: 'copy', text: link })}
      >
        Copy
      </button>
    </p>
    <p class="length" role="status">${lengthOf(link)}</p>`;
