/**
 * The top bar: the example, the learning rate, the mini-batch size, lesson, presentation, undo, and a menu
 * of the rest.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { menuButton } from '../menus/button.js';
import { icon } from '../parts/icon.js';
import { laterPart } from '../registry.js';
import { rates } from './rates.js';
import * as words from '../../words/en/topbar.js';

/** @import { Dispatch, PageState } from '../../state/state.js' */

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

/** @param {PageState} state @param {Dispatch} dispatch */
function content(state, dispatch) {
  const { view } = state;
  const { example, sizes } = /** @type {NonNullable<typeof view>} */ (view).after;
  const titles = laterPart()?.undoTitles(state);
  const title = view?.singleSample
    ? words.singleSample
    : example
      ? words.examples[example]
      : (view?.data.title ?? words.ownData);
  return html`
    ${menuButton(
      'examples',
      html`<b>${title}</b> <span class="sizes">${sizes.join('-')}</span>${icon('down')}`,
      state,
      dispatch,
      { classes: 'text example', title: words.example },
    )}
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
    ${menuButton('share', html`${icon('share')}<span>${words.share}</span>`, state, dispatch, {
      title: words.shareHint,
    })}
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
      title=${titles?.undo ?? nothing}
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
      title=${titles?.redo ?? nothing}
      aria-label=${words.redo}
      aria-keyshortcuts="Control+Shift+Z"
      ?disabled=${!view?.canRedo}
      @click=${() => dispatch({ type: 'redo' })}
    >
      ${icon('redo')}
    </button>
    ${menuButton('more', icon('more'), state, dispatch, { classes: 'icon-only', label: words.more })}
  `;
}
