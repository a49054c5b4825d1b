/**
 * Data of one's own: a table from a file or pasted, or images in IDX files.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { defaultOptions } from '../../tables/import-options.js';
import { defaultFields } from '../../tables/data-settings.js';
import * as said from '../../words/en/own-data.js';
import { submitted } from '../parts/submit.js';
import { andMore } from '../../words/en/lists.js';
import { own as says } from '../../words/en/data.js';
import { table as words } from '../../words/en/data-dialog.js';
import { sentenceOf } from '../../words/refusals.js';
import { choice } from './fields.js';
import { ownTable } from './own-table.js';

/** @import { ImportOptions } from '../../tables/import-options.js' */
/** @import { Dialect } from '../../tables/table.js' */
/** @import { DataSheet, OwnTable } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const DELIMITERS = Object.entries(says.delimiters);
const CODINGS = /** @type {[ImportOptions['coding'], string][]} */ (Object.entries(says.codings));
const SCALINGS = Object.entries(says.scalings);

/** What is put in whole is read at once, what is typed when it is done. */
const AT_ONCE = new Set(['insertFromPaste', 'insertFromDrop']);

/**
 * @param {DataSheet} sheet
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function own(sheet, state, dispatch) {
  /**
   * @param {Blob | string} text
   * @param {string} title
   */
  const read = (text, title) => dispatch({ type: 'readTable', title, text, dialect: {} });
  /**
   * Reads what stands in the field, unless that has been read.
   *
   * @param {Event} event
   */
  function take({ target }) {
    const { value } = /** @type {HTMLTextAreaElement} */ (target);
    if (value.trim() !== '' && value !== sheet.own?.text) read(value, says.pasted);
  }
  const choosing = html`<div class="row">
      <label class="field file">
        <span>${says.file}</span>
        <input
          id="own-file"
          type="file"
          accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,text/plain"
          @change=${(/** @type {Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            const file = input.files?.[0];
            if (file) read(file, file.name);
            // Otherwise the same file, changed, could not be chosen again.
            input.value = '';
          }}
        />
      </label>
    </div>
    <div class="row">
      <label class="field paste">
        <span>${says.paste}</span>
        <textarea
          id="own-text"
          rows=${sheet.own ? 3 : 6}
          spellcheck="false"
          .value=${sheet.pasted}
          @change=${take}
          @input=${(/** @type {InputEvent} */ event) => {
            if (AT_ONCE.has(event.inputType)) take(event);
          }}
        ></textarea>
      </label>
    </div>
    ${sheet.own ? nothing : images(dispatch)}`;
  return sheet.own
    ? html`${heading(sheet.own)}${ownTable(sheet.own, state.feedback.refusals['data'], dispatch)}
        ${details(sheet.own, dispatch)}
        <details class="again" ?open=${sheet.own.summary.count === 0}>
          <summary>${words.other}</summary>
          ${choosing}
        </details>`
    : choosing;
}

/** What was read. @param {OwnTable} own */
function heading({ title, summary }) {
  const { names, delimiter, header, count } = summary;
  const [, name = ''] = DELIMITERS.find(([one]) => one === delimiter) ?? [];
  return html`<p class="read">
    ✓ <b>${title}</b>
    <span class="muted">${words.read(count.toLocaleString('en'), names.length, name, header)}</span>
  </p>`;
}

/** Images and their labels, in two files. @param {Dispatch} dispatch */
const images = (dispatch) =>
  html`<form
    class="row"
    @click=${submitted((form) => {
      const files = new FormData(form);
      const [pictures, labels] = [files.get('images'), files.get('labels')];
      if (pictures instanceof File && labels instanceof File && pictures.size > 0 && labels.size > 0) {
        /** @type {import('../../protocol/data.js').Source} */
        const source = { kind: 'images', title: pictures.name, images: pictures, labels };
        dispatch({
          type: 'previewSource',
          source,
          change: { own: undefined, preview: undefined, fields: defaultFields(source) },
        });
      } else {
        dispatch({
          type: 'refused',
          field: 'data',
          sentence: says.noImages,
        });
      }
    })}
  >
    <label class="field file"><span>${says.images}</span><input name="images" type="file" /></label>
    <label class="field file"><span>${says.labels}</span><input name="labels" type="file" /></label>
    <button type="submit">${says.previewImages}</button>
  </form>`;

/**
 * How the table was read, and how its numbers are used.
 *
 * @param {OwnTable} own
 * @param {Dispatch} dispatch
 */
function details({ title, text, dialect, summary, options, requested: chosen = options }, dispatch) {
  const { delimiter, decimalComma, header, incomplete, count } = summary;
  /** @param {Dialect} some */
  const again = (some) =>
    dispatch({ type: 'readTable', title, text, dialect: { delimiter, decimalComma, header, ...some } });
  /** @param {Partial<ImportOptions>} some */
  const choose = (some) =>
    dispatch({ type: 'readTable', title, text, dialect, options: { ...chosen, ...some } });
  /** @param {string} value */
  const scaling = (value) => /** @type {0 | 1 | 2} */ (Number(value));
  /** @param {boolean} omit */
  const omitting = (omit) => {
    const { roles, coding } = defaultOptions(summary, summary.count, omit);
    choose({ roles, coding, omit });
  };
  return html`${
      incomplete > 0
        ? html`<p class="gaps">
            ${check('omit', said.omit(incomplete, count), options.omit === true, omitting)}
          </p>`
        : nothing
    }
    ${summary.skipped === undefined ? nothing : html`<p class="muted">${said.skipped(summary.skipped)}</p>`}
    ${leftOut(summary, chosen)}
    <div class="row">
      ${choice({
        id: 'coding',
        label: says.coding,
        value: chosen.coding,
        options: CODINGS,
        change: (coding) => choose({ coding }),
      })}
      ${choice({
        id: 'input-scaling',
        label: says.inputScaling,
        value: String(chosen.inputScaling),
        options: SCALINGS,
        change: (value) => choose({ inputScaling: scaling(value) }),
      })}
      ${
        chosen.coding === 'number'
          ? choice({
              id: 'target-scaling',
              label: says.targetScaling,
              value: String(chosen.targetScaling),
              options: SCALINGS,
              change: (value) => choose({ targetScaling: scaling(value) }),
            })
          : nothing
      }
    </div>
    <div class="row">
      ${choice({
        id: 'delimiter',
        label: says.delimiter,
        value: delimiter,
        options: DELIMITERS,
        change: (value) => again({ delimiter: value }),
      })}
      ${check('header', says.header, header, (on) => again({ header: on }))}
      ${check('decimalComma', says.decimalComma, decimalComma, (on) => again({ decimalComma: on }))}
    </div>`;
}

/** So many columns that are left out are explained. */
const MOST_EXPLAINED = 4;

/**
 * Why columns are left out.
 *
 * @param {OwnTable['summary']} summary
 * @param {ImportOptions} options
 */
function leftOut({ faults }, { roles }) {
  const why = faults.flatMap((fault, at) => (fault !== undefined && roles[at] === 'none' ? [fault] : []));
  if (why.length === 0) return nothing;
  const more = why.length - MOST_EXPLAINED;
  return html`<ul class="faults" aria-label=${says.leftOut}>
    ${why.slice(0, MOST_EXPLAINED).map((fault) => html`<li>${says.fault(sentenceOf(fault))}</li>`)}
    ${more > 0 ? html`<li>${andMore(more)}</li>` : nothing}
  </ul>`;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} change
 */
const check = (id, label, on, change) =>
  html`<label class="check">
    <input
      id=${id}
      type="checkbox"
      .checked=${on}
      @change=${(/** @type {Event} */ event) =>
        change(/** @type {HTMLInputElement} */ (event.target).checked)}
    />
    ${label}
  </label>`;
