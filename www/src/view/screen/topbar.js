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
import * as words from '../../words/en/topbar.js';

/** @import { Edit, ExampleName } from '../../protocol/edit.js' */
/** @import { Action, Dispatch, PageState } from '../../state/state.js' */

const LOGO = svg`<svg class="logo" viewBox="0 0 28 24" aria-hidden="true"><circle cx="5" cy="5" r="3"
  /><circle cx="5" cy="19" r="3" /><circle class="b" cx="22" cy="12" r="4"
    /><path d="M18 12H10M13 8.5L9.5 12l3.5 3.5" /></svg>`;

/** @param {PageState} state @param {Dispatch} dispatch */
export function topbar(state, dispatch) {
  const now = state.view?.after;
  return html`<header class="topbar" data-part="topbar">
    <h1 class="brand">${LOGO}${words.page}</h1>
    ${now ? content(state, dispatch) : html`<span class="muted">${words.starting}</span>`}
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
  const title = view?.singleSample ? words.singleSample : (view?.data.title ?? words.ownData);
  return html`
    <label class="example">
      <span class="unseen">${words.example}</span>
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
        ${Object.entries(words.examples).map(
          ([name, text]) => html`<option value=${name} .selected=${name === now.example}>${text}</option>`,
        )}
      </select>
      <span class="sizes">${sizes}</span>
    </label>
    <button
      type="button"
      class="text data"
      title=${words.dataHint}
      @click=${() => dispatch({ type: 'dialog', dialog: 'data' })}
    >
      ${words.data}
    </button>
    <span class="spring"></span>
    ${state.ui.phone ? nothing : rates(state, dispatch)}
    <span class="spring"></span>
    <button
      type="button"
      class="text"
      title=${words.lessonHint}
      @click=${() => dispatch({ type: 'lesson', stop: state.lesson.stop ?? 0 })}
    >
      ${icon('lesson')}<span>${words.lesson}</span>
    </button>
    <button
      type="button"
      class="text"
      title=${words.presentHint}
      @click=${() => dispatch({ type: 'presentationMode', on: true })}
    >
      ${icon('present')}<span>${words.present}</span>
    </button>
    <button
      type="button"
      class="text"
      title=${words.shareHint}
      @click=${() => dispatch({ type: 'dialog', dialog: 'share' })}
    >
      ${icon('share')}<span>${words.share}</span>
    </button>
    <button
      type="button"
      class="text views-button"
      aria-expanded=${state.ui.drawer ? 'true' : 'false'}
      title=${words.viewsHint}
      @click=${() => dispatch({ type: 'drawer', on: !state.ui.drawer })}
    >
      ${icon('views')}<span>${words.views}</span>
    </button>
    <button
      type="button"
      class="icon-only"
      title=${words.undoHint}
      aria-label=${words.undo}
      aria-keyshortcuts="Control+Z"
      ?disabled=${!view?.canUndo}
      @click=${() => dispatch({ type: 'undo' })}
    >
      ${icon('undo')}
    </button>
    <button
      type="button"
      class="icon-only"
      title=${words.redoHint}
      aria-label=${words.redo}
      aria-keyshortcuts="Control+Shift+Z"
      ?disabled=${!view?.canRedo}
      @click=${() => dispatch({ type: 'redo' })}
    >
      ${icon('redo')}
    </button>
    <button
      type="button"
      class="icon-only"
      aria-label=${words.more}
      title=${words.moreHint}
      popovertarget="more-menu"
    >
      ${icon('more')}
    </button>
    <div id="more-menu" popover class="menu">
      ${forPhone(words.data, { type: 'dialog', dialog: 'data' }, dispatch)}
      ${forPhone(words.lesson, { type: 'lesson', stop: state.lesson.stop ?? 0 }, dispatch)}
      ${forPhone(words.present, { type: 'presentationMode', on: true }, dispatch)}
      ${forPhone('Redo', { type: 'redo' }, dispatch, !view?.canRedo)}
      <button
        type="button"
        class="for-phone"
        popovertarget="key-menu"
        @click=${() => document.getElementById('more-menu')?.hidePopover()}
      >
        ${words.key}
      </button>
      ${numberField({
        ...common('seed'),
        label: words.seed,
        hint: words.seedHint,
        integer: true,
        value: now.seed,
        commit: (value) => edit({ kind: 'seed', value }, 'seed'),
      })}
      <button type="button" @click=${() => dispatch({ type: 'proposeSeed' })}>${words.newSeed}</button>
      <button
        type="button"
        aria-pressed=${state.ui.asTable ? 'true' : 'false'}
        title=${words.tableHint}
        @click=${() => dispatch({ type: 'showAsTable', on: !state.ui.asTable })}
      >
        ${words.table}
      </button>
      <button type="button" @click=${() => dispatch({ type: 'dialog', dialog: 'share' })}>
        ${words.share}
      </button>
      <button
        type="button"
        title=${words.helpHint}
        @click=${() => dispatch({ type: 'dialog', dialog: 'help' })}
      >
        ${words.help}
      </button>
    </div>
  `;
}
