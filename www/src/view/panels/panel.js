/**
 * A panel of the side column. It can be closed; the choice is kept.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';

import { isOpen } from '../../state/panels.js';
import { icon } from '../parts/icon.js';
import { partOf } from '../registry.js';
import { hidden, titles } from '../../words/en/panels.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Draw } from '../registry.js' */

/**
 * @typedef {object} Panel
 * @property {keyof typeof titles} name  in the settings and the style sheets
 * @property {(state: PageState) => string | undefined} [heading]  in the title's place, where it
 *   depends on what is shown
 * @property {(state: PageState) => unknown} [note]  beside the title
 * @property {(state: PageState) => string} [classes]  besides its own
 * @property {Draw} [draw]  drawn only while it is open
 * @property {() => Promise<Draw>} [load]  fetches `draw` when it is opened first
 * @property {boolean} [reveals]  whether it shows numbers of steps that have not been taken
 * @property {(state: PageState) => boolean} [only]  whether it has something to say; it is left out elsewhere
 * @property {(state: PageState) => unknown[]} [watches]  what it is drawn again for, besides what all panels
 *   are
 */

/**
 * @param {Panel} panel
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function panel({ name, heading, note, classes, reveals, draw }, state, dispatch) {
  const open = state.settings.open.includes(name);
  const content = draw ?? partOf(name);
  const head = heading?.(state) ?? titles[name];
  /** @param {Draw} content */
  const shown = (content) =>
    reveals && isOpen(state.settings, 'predict')
      ? html`<p class="muted">${hidden}</p>`
      : content(state, dispatch);
  return html`<section
    class="panel panel-${name} ${open ? '' : 'closed'} ${classes?.(state) ?? ''}"
    aria-label=${head}
  >
    <h2>
      <button
        type="button"
        class="fold"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => dispatch({ type: 'panel', panel: name, on: !open })}
      >
        <span class="chevron" aria-hidden="true">${icon('down')}</span>${head}
      </button>
      ${open && note ? html`<span class="muted">${note(state)}</span>` : nothing}
    </h2>
    ${open && content ? shown(content) : nothing}
  </section>`;
}
