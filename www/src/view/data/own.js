/**
 * Data of one's own: a table from a file or pasted, or images in IDX files.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { defaultCoding, defaultOptions } from '../../tables/import-options.js';
import { defaultFields } from '../../tables/data-settings.js';
import * as said from '../../words/en/own-data.js';
import { submitted } from '../parts/submit.js';
import { choice } from './fields.js';
import { andMore } from '../../words/en/lists.js';
import { own as words } from '../../words/en/data.js';
import { sentenceOf } from '../../words/refusals.js';

/** @import { ImportOptions, Role } from '../../tables/import-options.js' */
/** @import { Dialect } from '../../tables/table.js' */
/** @import { DataSheet, OwnTable } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const DELIMITERS = Object.entries(words.delimiters);
const ROLES = /** @type {[Role, string][]} */ (Object.entries(words.roles));
const CODINGS = /** @type {[ImportOptions['coding'], string][]} */ (Object.entries(words.codings));
const SCALINGS = Object.entries(words.scalings);

/** What is put in whole is read at once, what is typed when it is done. */
const AT_ONCE = new Set(['insertFromPaste', 'insertFromDrop']);

/**
 * @param {DataSheet} sheet
 * @param {PageState} _
 * @param {Dispatch} dispatch
 */
export function own(sheet, _, dispatch) {
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
    if (value.trim() !== '' && value !== sheet.own?.text) read(value, words.pasted);
  }
  return html`<div class="row">
      <label class="field file">
        <span>${words.file}</span>
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
        <span>${words.paste}</span>
        <textarea
          id="own-text"
          rows="6"
          spellcheck="false"
          .value=${sheet.pasted}
          @change=${take}
          @input=${(/** @type {InputEvent} */ event) => {
            if (AT_ONCE.has(event.inputType)) take(event);
          }}
        ></textarea>
      </label>
    </div>
    <form
      class="row"
      @click=${submitted((form) => {
        const files = new FormData(form);
        const [images, labels] = [files.get('images'), files.get('labels')];
        if (images instanceof File && labels instanceof File && images.size > 0 && labels.size > 0) {
          /** @type {import('../../protocol/data.js').Source} */
          const source = { kind: 'images', title: images.name, images, labels };
          dispatch({
            type: 'previewSource',
            source,
            change: { own: undefined, preview: undefined, fields: defaultFields(source) },
          });
        } else {
          dispatch({
            type: 'refused',
            field: 'data',
            sentence: words.noImages,
          });
        }
      })}
    >
      <label class="field file"><span>${words.images}</span><input name="images" type="file" /></label>
      <label class="field file"><span>${words.labels}</span><input name="labels" type="file" /></label>
      <button type="submit">${words.previewImages}</button>
    </form>
    ${sheet.own ? columns(sheet.own, dispatch) : nothing}`;
}

/**
 * How the table was read, and what each column is.
 *
 * @param {OwnTable} own
 * @param {Dispatch} dispatch
 */
function columns({ title, text, dialect, summary, options, requested: chosen = options }, dispatch) {
  const { delimiter, decimalComma, header, names, incomplete, count } = summary;
  /** @param {Dialect} some */
  const again = (some) =>
    dispatch({ type: 'readTable', title, text, dialect: { delimiter, decimalComma, header, ...some } });
  /** @param {Partial<ImportOptions>} some */
  const choose = (some) =>
    dispatch({ type: 'readTable', title, text, dialect, options: { ...chosen, ...some } });
  /** @param {boolean} omit */
  const omitting = (omit) => {
    const { roles, coding } = defaultOptions(summary, summary.count, omit);
    choose({ roles, coding, omit });
  };
  const isOmitting = options.omit === true;
  const omitBox =
    incomplete > 0 ? check('omit', said.omit(incomplete, count), isOmitting, omitting) : nothing;
  /** @param {string} value */
  const scaling = (value) => /** @type {0 | 1 | 2} */ (Number(value));
  /**
   * @param {number} at
   * @param {Role} role
   */
  const assignRole = (at, role) => {
    const roles = chosen.roles.map((other, column) => (column === at ? role : other));
    const targets = roles.flatMap((other, column) => (other === 'target' ? [column] : []));
    // Classes come from one column.
    const coding =
      targets.length === 1
        ? defaultCoding(summary.columns[targets[0] ?? 0], summary.count, names[targets[0] ?? 0])
        : 'number';
    choose({ roles, coding: role === 'target' || targets.length > 1 ? coding : chosen.coding });
  };
  return html`<div class="row">
      ${choice({
        id: 'delimiter',
        label: words.delimiter,
        value: delimiter,
        options: DELIMITERS,
        change: (value) => again({ delimiter: value }),
      })}
      ${check('header', words.header, header, (on) => again({ header: on }))}
      ${check('decimalComma', words.decimalComma, decimalComma, (on) => again({ decimalComma: on }))}
      ${omitBox}
    </div>
    ${summary.skipped === undefined ? nothing : html`<p class="muted">${said.skipped(summary.skipped)}</p>`}
    <ul class="roles" aria-label=${words.columns}>
      ${names.map(
        (name, at) =>
          html`<li>
            ${choice({
              id: `column-${at}`,
              label: name,
              value: chosen.roles[at] ?? 'none',
              options: ROLES,
              change: (role) => assignRole(at, role),
            })}
          </li>`,
      )}
    </ul>
    ${leftOut(summary, chosen)}
    <div class="row">
      ${choice({
        id: 'coding',
        label: words.coding,
        value: chosen.coding,
        options: CODINGS,
        change: (coding) => choose({ coding }),
      })}
      ${choice({
        id: 'input-scaling',
        label: words.inputScaling,
        value: String(chosen.inputScaling),
        options: SCALINGS,
        change: (value) => choose({ inputScaling: scaling(value) }),
      })}
      ${
        chosen.coding === 'number'
          ? choice({
              id: 'target-scaling',
              label: words.targetScaling,
              value: String(chosen.targetScaling),
              options: SCALINGS,
              change: (value) => choose({ targetScaling: scaling(value) }),
            })
          : nothing
      }
      <span class="muted">${words.byColumn}</span>
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
  return html`<ul class="faults" aria-label=${words.leftOut}>
    ${why.slice(0, MOST_EXPLAINED).map((fault) => html`<li>${words.fault(sentenceOf(fault))}</li>`)}
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
