/**
 * The menu of the rest: data, start weights, table, files, settings, keys.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { more as words } from '../../words/en/menus.js';
import { numberField } from '../parts/field.js';
import { menuIcon } from './icons.js';
import { menu, segments } from './menu.js';

/** @import { Action, Dispatch, PageState } from '../../state/state.js' */

/** Decimals that can be chosen. @type {[number, string][]} */
const DECIMALS = [
  [2, '2'],
  [3, '3'],
  [4, '4'],
  [6, '6'],
  [17, words.allDecimals],
];

/**
 * Draws the menu.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function moreMenu(state, dispatch) {
  const { view, settings, ui } = state;
  if (!view) return undefined;
  const { seed } = view.after;
  /** Carries out an action and closes the menu. @param {Action} action */
  const go = (action) => {
    dispatch({ type: 'dialog', dialog: undefined });
    dispatch(action);
  };
  /**
   * @param {string} text
   * @param {Action} action
   * @param {object} how
   * @param {Parameters<typeof menuIcon>[0]} how.picture
   * @param {string} [how.classes]
   * @param {string} [how.now]
   * @param {boolean} [how.pressed]
   */
  const item = (text, action, { picture, classes = '', now = '', pressed }) =>
    html`<button
      type="button"
      class="item ${classes}"
      aria-pressed=${pressed === undefined ? undefined : pressed ? 'true' : 'false'}
      @click=${() => go(action)}
    >
      ${menuIcon(picture)}<span>${text}</span>${now ? html`<small>${now}</small>` : ''}
    </button>`;
  const count = (view.data.count + view.data.test).toLocaleString('en');
  const data = item(
    words.data,
    { type: 'dialog', dialog: 'data' },
    { picture: 'data', now: words.samples(count) },
  );
  return menu(
    'more',
    words.title,
    html`${data}
      ${item(
        words.lesson,
        { type: 'lesson', stop: state.lesson.stop ?? 0 },
        { picture: 'lesson', classes: 'for-phone' },
      )}
      ${item(
        words.present,
        { type: 'presentationMode', on: true },
        { picture: 'present', classes: 'for-phone' },
      )}
      ${
        view.canRedo ? item(words.redo, { type: 'redo' }, { picture: 'redo', classes: 'for-phone' }) : nothing
      }
      <button
        type="button"
        class="item for-phone"
        @click=${() => {
          dispatch({ type: 'dialog', dialog: undefined });
          document.getElementById('key-menu')?.showPopover();
        }}
      >
        ${menuIcon('key')}<span>${words.key}</span>
      </button>
      ${item(words.newSeed, { type: 'proposeSeed' }, { picture: 'dice' })}
      ${item(
        words.table,
        { type: 'showAsTable', on: !ui.asTable },
        { picture: 'table', pressed: ui.asTable, now: 't' },
      )}
      ${item(words.conventions, { type: 'panel', panel: 'conventions', on: true }, { picture: 'rules' })}
      <hr />
      ${item(words.share, { type: 'dialog', dialog: 'share' }, { picture: 'share' })}
      <label class="item file">
        ${menuIcon('open')}<span>${words.openFile}</span>
        <input
          type="file"
          class="unseen"
          accept=".backstep"
          @change=${(/** @type {Event} */ event) => {
            const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
            if (file) go({ type: 'openFile', file });
          }}
        />
      </label>
      <hr />
      <h3>${words.settings}</h3>
      ${numberField({
        id: 'seed',
        label: words.seed,
        hint: words.seedHint,
        integer: true,
        value: seed,
        refusal: state.feedback.refusals['seed'],
        commit: (value) => dispatch({ type: 'edit', edit: { kind: 'seed', value }, field: 'seed' }),
        dispatch,
      })}
      ${segments('decimals', words.decimals, DECIMALS, settings.digits, (digits) =>
        dispatch({ type: 'settings', settings: { digits } }),
      )}
      ${segments(
        'sign',
        words.decimalSign,
        [
          [false, '0.5'],
          [true, '0,5'],
        ],
        settings.comma,
        (comma) => dispatch({ type: 'settings', settings: { comma } }),
      )}
      <hr />
      ${item(words.keyboard, { type: 'dialog', dialog: 'help' }, { picture: 'keyboard', now: '?' })}`,
    dispatch,
  );
}
