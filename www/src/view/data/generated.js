/**
 * Data the core computes: its kinds as pictures, three fields, and the points themselves.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { defaultFields } from '../../tables/data-settings.js';
import { parseNumber } from '../../notation/format.js';
import { notANumber } from '../../words/en/lists.js';
import { generated as words } from '../../words/en/data.js';
import { text } from './fields.js';
import { kindPicture, previewPoints } from './points.js';

/** @import { Generated } from '../../protocol/data.js' */
/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const TABLE = 0;
/** Rows of a truth table of three bits. */
const ROWS = ['000', '001', '010', '011', '100', '101', '110', '111'];

/** @param {Generated} set */
function titleOf({ kind, rule, count }) {
  const name = words.kinds[kind] ?? '';
  return kind === TABLE ? words.table(rule) : words.set(name, count);
}

/**
 * @param {DataSheet} sheet
 * @param {PageState} _
 * @param {Dispatch} dispatch
 */
export function generated({ generated: set, source, fields, preview }, _, dispatch) {
  /** @param {Partial<Generated>} some */
  const consider = (some) => {
    const next = { ...set, ...some };
    /** @type {import('../../protocol/data.js').Source} */
    const considered = { kind: 'generated', title: titleOf(next), set: next };
    // Another kind has another network; otherwise what was typed stays.
    const kept = fields && source?.kind === 'generated' && source.set.kind === next.kind;
    dispatch({
      type: 'previewSource',
      source: considered,
      change: { generated: next, fields: kept ? fields : defaultFields(considered) },
    });
  };
  /**
   * @param {'count' | 'noise' | 'seed'} name
   * @param {string} label
   */
  const number = (name, label) =>
    text({
      id: `set-${name}`,
      label,
      value: String(set[name]),
      change: (value) => {
        const typed = parseNumber(value, name !== 'noise');
        if (typed === undefined || Number.isNaN(typed)) {
          dispatch({ type: 'refused', field: 'data', sentence: notANumber(value) });
        } else consider({ [name]: typed });
      },
    });
  return html`<div class="made">
    <div class="kinds pictured" role="group" aria-label=${words.label}>
      ${words.kinds.map(
        (name, kind) =>
          html`<button
            type="button"
            aria-pressed=${source && kind === set.kind ? 'true' : 'false'}
            @click=${() => consider({ kind })}
          >
            ${kindPicture(kind)}<span>${name}</span>
          </button>`,
      )}
    </div>
    <div class="chosen">
      ${preview ? previewPoints(preview) : nothing}
      ${
        set.kind === TABLE
          ? html`<fieldset class="rule">
              <legend>${words.rule(set.rule)}</legend>
              ${ROWS.map((bits, row) => {
                const answer = (set.rule >> row) & 1;
                return html`<button
                  type="button"
                  aria-pressed=${answer ? 'true' : 'false'}
                  aria-label=${words.answer(bits)}
                  @click=${() => consider({ rule: set.rule ^ (1 << row) })}
                >
                  <span>${bits}</span><strong>${answer}</strong>
                </button>`;
              })}
            </fieldset>`
          : html`<div class="row three">
              ${number('count', words.count)} ${number('noise', words.noise)} ${number('seed', words.seed)}
            </div>`
      }
    </div>
  </div>`;
}
