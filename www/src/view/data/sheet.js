/**
 * The sheet of data: choose, look, and only then open. What is open stays until then.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { splitsByEnds, parseFields, withField } from '../../tables/data-settings.js';
import { isPreviewed } from '../../state/data.js';
import { showModal } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { submitted } from '../parts/submit.js';
import { text } from './fields.js';
import { generated } from './generated.js';
import { own } from './own.js';
import { preview } from './preview.js';
import { samples } from './samples.js';
import { shipped } from './shipped.js';
import { close, oneMoment } from '../../words/en/common.js';
import * as words from '../../words/en/data.js';

/** @import { DataSheet, Tab } from '../../state/data.js' */
/** @import { DataFields } from '../../tables/data-settings.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** @type {Tab[]} */
const TABS = ['generated', 'shipped', 'own', 'samples'];

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function dataSheet(state, dispatch) {
  const sheet = state.data;
  const refusal = state.feedback.refusals['data'];
  const draw = { generated, shipped, own, samples }[sheet.tab];
  return html`<dialog
    class="sheet data"
    aria-labelledby="data-title"
    ${ref(showModal)}
    @close=${() => dispatch({ type: 'dialog', dialog: undefined })}
  >
    <header>
      <h2 id="data-title">${words.title}</h2>
      <div class="origins" role="group" aria-label=${words.origins}>
        ${TABS.map(
          (tab) =>
            html`<button
              type="button"
              aria-pressed=${tab === sheet.tab ? 'true' : 'false'}
              @click=${() =>
                dispatch({
                  type: 'changeDataSheet',
                  change: { tab, shipped: undefined },
                })}
            >
              ${words.tabs[tab]}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="close"
        aria-label=${close}
        @click=${(/** @type {Event} */ { target }) =>
          /** @type {Element} */ (target).closest('dialog')?.close()}
      >
        ${icon('close')}
      </button>
    </header>
    <div class="body">
      ${draw(sheet, state, dispatch)}
      ${refusal ? html`<p class="refused" role="alert">${refusal}</p>` : nothing}
      ${sheet.loading ? progress(sheet.loading, dispatch) : nothing}
      ${sheet.preview ? preview(sheet) : nothing}
    </div>
    ${sheet.preview && sheet.fields ? opening(sheet, sheet.fields, dispatch) : nothing}
  </dialog>`;
}

const MEGA = 1_000_000;

/**
 * @param {NonNullable<DataSheet['loading']>} loading
 * @param {Dispatch} dispatch
 */
function progress({ loaded, total }, dispatch) {
  const mega = (/** @type {number} */ bytes) => (bytes / MEGA).toFixed(1);
  const done =
    total === undefined ? words.loading.some(mega(loaded)) : words.loading.of(mega(loaded), mega(total));
  return html`<div class="loading">
    <progress
      aria-label=${words.loading.label}
      max=${total ?? nothing}
      value=${total === undefined ? nothing : loaded}
    ></progress>
    <span>${loaded === 0 && total === undefined ? oneMoment : done}</span>
    <button type="button" @click=${() => dispatch({ type: 'cancelLoading' })}>${words.loading.cancel}</button>
  </div>`;
}

/**
 * What a session with it begins with.
 *
 * @param {DataSheet} sheet
 * @param {DataFields} fields
 * @param {Dispatch} dispatch
 */
function opening(sheet, fields, dispatch) {
  const says = words.opening;
  /**
   * @param {keyof DataFields} name
   * @param {string} label
   * @param {string} [hint]
   */
  const field = (name, label, hint) =>
    text({
      id: `data-${name}`,
      label,
      hint,
      value: fields[name],
      change: (value) =>
        dispatch({
          type: 'changeDataSheet',
          change: { fields: withField(fields, name, value, sheet.preview?.count) },
        }),
    });
  return html`<form
    class="opening"
    @click=${submitted(() => {
      const { settings, sentence } = parseFields(fields);
      if (sentence !== undefined) dispatch({ type: 'refused', field: 'data', sentence });
      else if (sheet.source) dispatch({ type: 'openData', source: sheet.source, settings });
    })}
  >
    ${field('sizes', says.sizes, says.sizesHint)} ${field('eta', says.eta)}
    ${field('miniBatchSize', says.miniBatchSize)} ${field('seed', says.seed, says.seedHint)}
    ${
      splitsByEnds(fields)
        ? html`${field('train', says.train)} ${field('test', says.test)}`
        : html`${field('share', says.share, says.shareHint)}
          ${field('splitSeed', says.splitSeed, says.splitSeedHint)}`
    }
    <button type="submit" class="go" ?disabled=${!isPreviewed(sheet)}>${says.open}</button>
  </form>`;
}
