/**
 * The top bar: the example, the learning rate, the mini-batch size, lesson, presentation, undo, and a menu
 * of the rest.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { numberField } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { rates } from './rates.js';
import { onChosen, onKeyed, onPointed } from './release.js';

/** @import { Edit, ExampleName } from '../../protocol/edit.js' */
/** @import { Action, Dispatch, PageState } from '../../state/state.js' */

/** @type {Record<ExampleName, [string, string]>} */
const EXAMPLES = {
  majority: ['Majority of three bits', '3-2-1'],
  parity: ['Parity of three bits', '3-2-1'],
  xor: ['Exclusive or', '2-2-1'],
  mazur: ['Mazur’s example', '2-2-2'],
  textbook: ['Han and Kamber’s example', '3-2-1'],
};

const LOGO = svg`<svg class="logo" viewBox="0 0 28 24" aria-hidden="true"><circle cx="5" cy="5" r="3"
  /><circle cx="5" cy="19" r="3" /><circle class="b" cx="22" cy="12" r="4"
    /><path d="M18 12H10M13 8.5L9.5 12l3.5 3.5" /></svg>`;

/** @param {PageState} state @param {Dispatch} dispatch */
export function topbar(state, dispatch) {
  const now = state.view?.after;
  return html`<header class="topbar" data-part="topbar">
    <h1 class="brand">${LOGO}Backstep</h1>
    ${now ? content(state, dispatch) : html`<span class="muted">Starting …</span>`}
  </header>`;
}

/**
 * Draws a button of the menu, for what has no room in the bar of a phone.
 *
 * @param {string} text
 * @param {Action} action
 * @param {Dispatch} dispatch
 * @param {boolean} [disabled]
 */
const forPhone = (text, action, dispatch, disabled = false) =>
  html`<button
    type="button"
    class="for-phone"
    popovertarget="more-menu"
    popovertargetaction="hide"
    ?disabled=${disabled}
    @click=${() => dispatch(action)}
  >
    ${text}
  </button>`;

/** @param {PageState} state @param {Dispatch} dispatch */
function content(state, dispatch) {
  const { view } = state;
  const now = /** @type {NonNullable<typeof view>} */ (view).after;
  /** @param {Edit} edit @param {string} field */
  const edit = (edit, field) => dispatch({ type: 'edit', edit, field });
  /** @param {string} id */
  const common = (id) => ({ id, refusal: state.feedback.refusals[id], dispatch });
  const sizes = now.sizes.join('-');
  const title = view?.singleSample ? 'A single sample' : (view?.data.title ?? 'Your own data');
  return html`
    <label class="example">
      <span class="unseen">Example</span>
      <select
        id="example"
        @pointerdown=${onPointed}
        @keydown=${onKeyed}
        @change=${(/** @type {Event} */ event) => {
          onChosen(event);
          const { value } = /** @type {HTMLSelectElement} */ (event.target);
          edit({ kind: 'example', name: /** @type {ExampleName} */ (value) }, 'example');
        }}
      >
        ${now.example ? nothing : html`<option value="" selected>${title}</option>`}
        ${Object.entries(EXAMPLES).map(
          ([name, [text]]) => html`<option value=${name} .selected=${name === now.example}>${text}</option>`,
        )}
      </select>
      <span class="sizes">${sizes}</span>
    </label>
    <button
      type="button"
      class="text data"
      title="Other data: generated, included, or your own"
      @click=${() => dispatch({ type: 'dialog', dialog: 'data' })}
    >
      Data
    </button>
    <span class="spring"></span>
    ${state.ui.phone ? nothing : rates(state, dispatch)}
    <span class="spring"></span>
    <button
      type="button"
      class="text"
      title="Backpropagation in twelve stops"
      @click=${() => dispatch({ type: 'lesson', stop: state.lesson.stop ?? 0 })}
    >
      ${icon('lesson')}<span>Lesson</span>
    </button>
    <button
      type="button"
      class="text"
      title="Bigger, and without controls (f)"
      @click=${() => dispatch({ type: 'presentationMode', on: true })}
    >
      ${icon('present')}<span>Present</span>
    </button>
    <button
      type="button"
      class="text"
      title="A link to this moment"
      @click=${() => dispatch({ type: 'dialog', dialog: 'share' })}
    >
      ${icon('share')}<span>Share</span>
    </button>
    <button
      type="button"
      class="text views-button"
      aria-expanded=${state.ui.drawer ? 'true' : 'false'}
      title="Mini-batch, cards, code and more"
      @click=${() => dispatch({ type: 'drawer', on: !state.ui.drawer })}
    >
      ${icon('views')}<span>Views</span>
    </button>
    <button
      type="button"
      class="icon-only"
      title="Undo the last change (Ctrl+Z)"
      aria-label="Undo"
      aria-keyshortcuts="Control+Z"
      ?disabled=${!view?.canUndo}
      @click=${() => dispatch({ type: 'undo' })}
    >
      ${icon('undo')}
    </button>
    <button
      type="button"
      class="icon-only"
      title="Redo (Ctrl+Shift+Z)"
      aria-label="Redo"
      aria-keyshortcuts="Control+Shift+Z"
      ?disabled=${!view?.canRedo}
      @click=${() => dispatch({ type: 'redo' })}
    >
      ${icon('redo')}
    </button>
    <button
      type="button"
      class="icon-only"
      aria-label="More"
      title="Seed, table, keys and numbers"
      popovertarget="more-menu"
    >
      ${icon('more')}
    </button>
    <div id="more-menu" popover class="menu">
      ${forPhone('Data', { type: 'dialog', dialog: 'data' }, dispatch)}
      ${forPhone('Lesson', { type: 'lesson', stop: state.lesson.stop ?? 0 }, dispatch)}
      ${forPhone('Present', { type: 'presentationMode', on: true }, dispatch)}
      ${forPhone('Redo', { type: 'redo' }, dispatch, !view?.canRedo)}
      <button
        type="button"
        class="for-phone"
        popovertarget="key-menu"
        @click=${() => document.getElementById('more-menu')?.hidePopover()}
      >
        Key
      </button>
      ${numberField({
        ...common('seed'),
        label: 'Start weights from seed',
        hint: 'Start values and shuffles come from it',
        integer: true,
        value: now.seed,
        commit: (value) => edit({ kind: 'seed', value }, 'seed'),
      })}
      <button type="button" @click=${() => dispatch({ type: 'proposeSeed' })}>New start weights</button>
      <button
        type="button"
        aria-pressed=${state.ui.asTable ? 'true' : 'false'}
        title="The numbers as a table (t)"
        @click=${() => dispatch({ type: 'showAsTable', on: !state.ui.asTable })}
      >
        Table of all numbers
      </button>
      <button type="button" @click=${() => dispatch({ type: 'dialog', dialog: 'share' })}>Share</button>
      <button
        type="button"
        title="Keys and numbers (?)"
        @click=${() => dispatch({ type: 'dialog', dialog: 'help' })}
      >
        Keys and numbers
      </button>
    </div>
  `;
}
