/**
 * The side column: five tabs, and the panels of the one shown. It stays when stepping.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { keyed } from '../../../vendor/lit-html/directives/keyed.js';
import { TABS, TAB_NAMES } from '../../state/panels.js';
import { partOf } from '../registry.js';
import { onChosen, onKeyed, onPointed } from '../screen/release.js';
import { panelsOf } from './list.js';
import { invitation, tabs as words } from '../../words/en/panels.js';

/** @import { TabName } from '../../state/panels.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** How many tabs a key moves on by; the ends are joined. @type {Record<string, number>} */
const MOVES = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Draws the tabs. On a phone they open and close their sheet.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function tabs({ settings, ui }, dispatch) {
  /** @param {TabName} tab @param {boolean} [toggles] */
  const show = (tab, toggles = false) => {
    dispatch({ type: 'settings', settings: { tab } });
    dispatch({ type: 'drawer', on: !(toggles && ui.drawer && tab === settings.tab) });
  };
  /** @param {KeyboardEvent} event */
  function move(event) {
    const by = MOVES[event.key];
    if (by === undefined || event.shiftKey) return;
    event.preventDefault();
    const at = TAB_NAMES.indexOf(settings.tab);
    const next = TAB_NAMES[(at + by + TAB_NAMES.length) % TAB_NAMES.length] ?? settings.tab;
    show(next);
    document.getElementById(`tab-${next}`)?.focus();
  }
  return html`<div
    class="tabs"
    data-part="tabs"
    role="tablist"
    aria-label=${words.label}
    @pointerdown=${onPointed}
    @click=${onChosen}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      onKeyed(event);
      move(event);
    }}
  >
    ${TAB_NAMES.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-selected=${tab === settings.tab ? 'true' : 'false'}
          aria-controls="side"
          tabindex=${tab === settings.tab ? 0 : -1}
          @click=${() => show(tab, true)}
        >
          ${words[tab]}
        </button>`,
    )}
  </div>`;
}

/**
 * Draws the panels of the tab shown.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function tabShown(state, dispatch) {
  const { tab } = state.settings;
  if (tab === 'inspect' && !partOf('cards')) return html`<p class="invitation">${invitation}</p>`;
  return keyed(tab, html`${panelsOf(TABS[tab], state, dispatch)}`);
}
