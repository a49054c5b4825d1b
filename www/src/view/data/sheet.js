/**
 * The dialog of data: choose, look, and only then open. What is open stays until then. The foot says what
 * will open.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { splitsByEnds, parseFields, withField } from '../../tables/data-settings.js';
import { isPreviewed } from '../../state/data.js';
import { close as closeWord } from '../../words/en/common.js';
import * as says from '../../words/en/data.js';
import { foot as words, included, kinds } from '../../words/en/data-dialog.js';
import { showModal } from '../parts/dialog.js';
import { icon } from '../parts/icon.js';
import { submitted } from '../parts/submit.js';
import { text } from './fields.js';
import { generated } from './generated.js';
import { own } from './own.js';
import { preview } from './preview.js';
import { progress } from './progress.js';
import { samples } from './samples.js';
import { shipped } from './shipped.js';
import { splitBar } from './split.js';

/** @import { DataSheet, Tab } from '../../state/data.js' */
/** @import { DataFields } from '../../tables/data-settings.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const TABS = /** @type {[Tab, string][]} */ (Object.entries(says.tabs));

/** @param {Event} event */
const close = ({ target }) => /** @type {Element} */ (target).closest('dialog')?.close();

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function dataSheet(state, dispatch) {
  const sheet = state.data;
  const refusal = state.feedback.refusals['data'];
  const draw = { generated, shipped, own, samples }[sheet.tab];
  const { preview: known, fields } = sheet;
  const opens = known && fields && sheet.tab !== 'samples';
  return html`<dialog
    class="sheet data"
    aria-labelledby="data-title"
    ${ref(showModal)}
    @close=${() => dispatch({ type: 'dialog', dialog: undefined })}
  >
    <header>
      <h2 id="data-title">${says.title}</h2>
      <div class="origins" role="group" aria-label=${says.origins}>
        ${TABS.map(
          ([tab, name]) =>
            html`<button
              type="button"
              aria-pressed=${tab === sheet.tab ? 'true' : 'false'}
              @click=${() =>
                dispatch({
                  type: 'changeDataSheet',
                  change: { tab, shipped: undefined },
                })}
            >
              ${name}
            </button>`,
        )}
      </div>
      <button type="button" class="close" aria-label=${closeWord} @click=${close}>${icon('close')}</button>
    </header>
    <div class="body">
      ${draw(sheet, state, dispatch)}
      ${refusal ? html`<p class="refused" role="alert">${refusal}</p>` : nothing}
      ${sheet.loading && sheet.tab !== 'shipped' ? progress(sheet.loading, dispatch) : nothing}
      ${known && sheet.tab !== 'samples' ? preview(sheet) : nothing}
      ${opens ? splitBar(fields, known.count, dispatch) : nothing}
    </div>
    ${opens ? opening(sheet, fields, dispatch) : rest(sheet)}
  </dialog>`;
}

/** The foot while there is nothing to open. @param {DataSheet} sheet */
const rest = ({ tab }) =>
  html`<footer class="opening">
    <span class="muted">${tab === 'samples' ? nothing : words.choose}</span>
    <span class="spring"></span>
    <button type="button" @click=${close}>${tab === 'samples' ? words.close : words.cancel}</button>
  </footer>`;

/**
 * Returns what the button opens.
 *
 * @param {DataSheet} sheet
 */
function nameOf({ source, preview: known, shipped: name }) {
  switch (source?.kind) {
    case 'generated':
      return kinds[source.set.kind] ?? '';
    case 'images':
      return words.images;
    default:
      return name && name in included
        ? String(included[/** @type {keyof typeof included} */ (name)][3])
        : words.rows((known?.count ?? 0).toLocaleString('en'));
  }
}

/**
 * What a session with it begins with.
 *
 * @param {DataSheet} sheet
 * @param {DataFields} fields
 * @param {Dispatch} dispatch
 */
function opening(sheet, fields, dispatch) {
  const at = says.opening;
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
    ${
      sheet.changing
        ? html`<div class="changing">
            ${field('sizes', at.sizes, at.sizesHint)} ${field('eta', at.eta)}
            ${field('miniBatchSize', at.miniBatchSize)} ${field('seed', at.seed, at.seedHint)}
            ${
              splitsByEnds(fields)
                ? html`${field('train', at.train)} ${field('test', at.test)}`
                : html`${field('share', at.share, at.shareHint)}
                  ${field('splitSeed', at.splitSeed, at.splitSeedHint)}`
            }
          </div>`
        : nothing
    }
    <span class="opens"
      >${words.opens} <b>${fields.sizes}</b>${words.settings(fields.eta, fields.miniBatchSize)}</span
    >
    <button
      type="button"
      class="link"
      aria-expanded=${sheet.changing ? 'true' : 'false'}
      @click=${() => dispatch({ type: 'changeDataSheet', change: { changing: !sheet.changing } })}
    >
      ${sheet.changing ? words.done : words.change}
    </button>
    <span class="spring"></span>
    <button type="button" @click=${close}>${words.cancel}</button>
    <button type="submit" class="go" ?disabled=${!isPreviewed(sheet)}>${words.open(nameOf(sheet))}</button>
  </form>`;
}
