/**
 * Where the panels are shown, hidden and put in order.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { movePanel } from '../../state/panels.js';
import { panel } from './panel.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Panel } from './panel.js' */

/**
 * @param {readonly Panel[]} panels
 * @param {readonly string[]} order  all names, in their order
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function arrange(panels, order, state, dispatch) {
  const { hidden } = state.settings;
  /**
   * @param {string} name
   * @param {string} title
   * @param {1 | -1} by
   */
  const move = (name, title, by) =>
    html`<button
      type="button"
      class="small"
      aria-label="Move ${title} ${by < 0 ? 'up' : 'down'}"
      aria-disabled=${order.at(by < 0 ? 0 : -1) === name ? 'true' : 'false'}
      @click=${(/** @type {Event} */ event) => {
        const button = /** @type {HTMLElement} */ (event.currentTarget);
        dispatch({ type: 'settings', settings: { order: movePanel(order, name, by) } });
        // It loses the focus when it is put in another place, which is when this is drawn.
        queueMicrotask(() => button.focus());
      }}
    >
      ${by < 0 ? '↑' : '↓'}
    </button>`;
  /**
   * @param {string} name
   * @param {boolean} on
   */
  const show = (name, on) => {
    const others = hidden.filter((other) => other !== name);
    dispatch({ type: 'settings', settings: { hidden: on ? others : [...others, name] } });
  };
  const draw = () =>
    html`<ol class="arrange">
      ${repeat(
        order.flatMap((name) => panels.find((one) => one.name === name) ?? []),
        ({ name }) => name,
        ({ name, title }) =>
          html`<li>
            <label class="check">
              <input
                type="checkbox"
                .checked=${!hidden.includes(name)}
                @change=${(/** @type {Event} */ event) =>
                  show(name, /** @type {HTMLInputElement} */ (event.target).checked)}
              />
              ${title}
            </label>
            <span class="spring"></span>
            ${move(name, title, -1)} ${move(name, title, 1)}
          </li>`,
      )}
    </ol>`;
  return panel({ name: 'arrange', title: 'Panels', draw }, state, dispatch);
}
