/**
 * The way out of presentation, and what lets its buttons fade while nobody moves a pointer, touches the
 * screen or presses a key.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { icon } from '../parts/icon.js';
import * as words from '../../words/en/stage-later.js';

/** @import { Dispatch } from '../../state/state.js' */

/** Milliseconds after which the buttons fade. */
const REST = 3_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin'];

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

function wake() {
  const { dataset } = document.documentElement;
  dataset['awake'] = '';
  clearTimeout(timer);
  timer = setTimeout(() => delete dataset['awake'], REST);
}

/** Watches for somebody while the button is there. @param {Element | undefined} button */
function watch(button) {
  for (const sign of SIGNS)
    if (button) document.addEventListener(sign, wake);
    else document.removeEventListener(sign, wake);
  if (button) wake();
}

/** @param {Dispatch} dispatch */
export const leave = (dispatch) =>
  html`<button
    type="button"
    class="quiet leave"
    aria-label=${words.leave}
    title=${words.leaveHint}
    @click=${() => dispatch({ type: 'presentationMode', on: false })}
    ${ref(watch)}
  >
    ${icon('close')}
  </button>`;
