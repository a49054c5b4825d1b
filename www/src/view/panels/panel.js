/**
 * A panel that can be opened and closed; the choice is kept.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @param {string} name  in the settings
 * @param {string} title
 * @param {PageState} state
 * @param {Dispatch} dispatch
 * @param {() => unknown} content  drawn only while it is open
 */
export function panel(name, title, state, dispatch, content) {
  const open = state.settings.open.includes(name);
  return html`<section class="panel panel-${name}">
    <h2>
      <button
        type="button"
        class="fold"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => dispatch({ type: 'panel', panel: name, on: !open })}
      >
        <span aria-hidden="true">${open ? '▾' : '▸'}</span> ${title}
      </button>
    </h2>
    ${open ? content() : nothing}
  </section>`;
}

/** What stands where an answer is not there. @param {PageState} state */
export const pending = ({ playing, view }) =>
  html`<p class="muted">
    ${playing ? 'Computed when it rests.' : view ? 'Computed for networks of up to 50,000 weights.' : ''}
  </p>`;
