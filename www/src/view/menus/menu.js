/**
 * What all menus have: they close by a press elsewhere or Escape, and arrows move among what can be pressed.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { onToggle, showPopover } from '../parts/popover.js';

/** @import { Dispatch } from '../../state/state.js' */
/** @import { Ui } from '../../state/ui.js' */

/** What arrow keys move to. */
const STOPS = 'button:not(:disabled), label.file';
/** By how many stops a key moves. @type {Record<string, number>} */
const MOVES = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Before the field takes its old value back: this Escape does not close the menu.
 *
 * @param {KeyboardEvent} event
 */
function keepOpen(event) {
  const isRefused = /** @type {Element} */ (event.target).getAttribute('aria-invalid') === 'true';
  if (event.key === 'Escape' && isRefused) event.preventDefault();
}

/** @param {Element | undefined} element */
function opened(element) {
  showPopover(element);
  element?.addEventListener('keydown', (event) => keepOpen(/** @type {KeyboardEvent} */ (event)), true);
}

/** Moves among the buttons. Keys pressed in a menu do nothing outside it. @param {KeyboardEvent} event */
function onKey(event) {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  const { key, currentTarget, target } = event;
  const by = MOVES[key];
  const inField = /** @type {Element} */ (target).matches('input[type="range"], input[type="radio"], select');
  if (by === undefined || inField) return;
  const stops = [.../** @type {Element} */ (currentTarget).querySelectorAll(STOPS)];
  const at = stops.findIndex((stop) => stop === target || stop.contains(/** @type {Node} */ (target)));
  const next = stops[(at + by + stops.length) % stops.length];
  event.preventDefault();
  if (next instanceof HTMLElement) (next.querySelector('input') ?? next).focus();
}

/**
 * Draws a menu.
 *
 * @param {NonNullable<Ui['dialog']>} name
 * @param {string} label
 * @param {unknown} content
 * @param {Dispatch} dispatch
 */
export const menu = (name, label, content, dispatch) =>
  html`<div
    id="${name}-menu"
    popover
    class="menu"
    role="dialog"
    aria-label=${label}
    ${ref(opened)}
    @toggle=${onToggle(dispatch)}
    @keydown=${onKey}
  >
    ${content}
  </div>`;

/**
 * Draws one choice of several, side by side.
 *
 * @template T
 * @param {string} name
 * @param {string} label
 * @param {readonly (readonly [T, string])[]} options
 * @param {T} value
 * @param {(value: T) => void} choose
 */
export const segments = (name, label, options, value, choose) =>
  html`<fieldset class="segments">
    <legend>${label}</legend>
    <span>
      ${options.map(
        ([one, text]) =>
          html`<label class=${one === value ? 'on' : ''}
            ><input
              type="radio"
              name=${name}
              .checked=${live(one === value)}
              @change=${() => choose(one)}
            /><span>${text}</span></label
          >`,
      )}
    </span>
  </fieldset>`;
