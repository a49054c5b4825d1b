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
import * as words from '../../words/en/share.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @param {number} value */
const integer = (value) => value.toLocaleString('en');

/**
 * Returns what a moment is.
 *
 * @param {State} state
 */
function nameOf({ position: { epoch, miniBatch, sample }, m, step, conventions }) {
  const given = { epoch: epoch + 1, miniBatch: miniBatch + 1, step: stepSymbol(step, conventions) };
  return sample < m ? words.ofSample({ ...given, sample: sample + 1 }) : words.ofMiniBatch(given);
}

/**
 * Returns how long a link is, and whether that is safe.
 *
 * @param {string} link
 */
function lengthOf({ length }) {
  if (length === 0) return '…';
  return length <= LONGEST_SAFE
    ? words.fits(integer(length), integer(LONGEST_SAFE))
    : words.tooLong(integer(length));
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
    aria-label=${words.label}
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
  if (view.singleSample) return html`<p>${words.singleSample}</p>`;
  const { linked } = exchange;
  const link = linked?.view === view ? linked.link : '';
  const isTooBig = link !== '' && !linked?.complete;
  return html`<h2>${words.title}</h2>
    <p>${nameOf(view.after)}</p>
    ${isTooBig ? html`<p>${words.tooBig}</p>` : linkField(link, dispatch)}
    <button type="button" @click=${() => dispatch({ type: 'saveFile' })}>${words.save}</button>
    <label class="file">
      <span>${words.open}</span>
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
        aria-label=${words.link}
        .value=${link}
        @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
      />
      <button
        type="button"
        class="copy"
        ?disabled=${link === ''}
        @click=${() => dispatch({ type: 'copy', text: link })}
      >
        ${words.copy}
      </button>
    </p>
    <p class="length" role="status">${lengthOf(link)}</p>`;
