/**
 * Data that comes with the page, each fetched when it is chosen, with its source and terms.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { defaultOptions, toSource } from '../../tables/import-options.js';
import { defaultFields } from '../../tables/data-settings.js';
import { readTable } from '../../tables/table.js';
import { shipped as words } from '../../words/en/data.js';
import { Refusal } from '../../protocol/refusal.js';
import { sentenceOf } from '../../words/refusals.js';

/** @import { Source } from '../../protocol/data.js' */
/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * The name of a data set, and what it is called everywhere.
 * @typedef {{ name: 'iris' | 'penguins' | 'digits' | 'mnist', title: string }} Shipped
 */

/** @type {Shipped[]} */
const ALL = [
  { name: 'iris', title: 'iris' },
  { name: 'penguins', title: 'penguins' },
  { name: 'digits', title: 'digits 8×8' },
  { name: 'mnist', title: 'MNIST 28×28' },
];

/**
 * @param {Shipped} shipped
 * @returns {Promise<Source>}
 */
async function sourceNamed({ name, title }) {
  if (name === 'digits' || name === 'mnist') return { kind: 'shipped', title, name };
  const answer = await fetch(new URL(`data/${name}.csv`, document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw new Refusal({ kind: 'dataNotFetched' });
  const table = readTable(await answer.text());
  return toSource(table, defaultOptions(table, table.rows.length), title);
}

/**
 * @param {DataSheet} sheet
 * @param {PageState} _
 * @param {Dispatch} dispatch
 */
export function shipped(sheet, _, dispatch) {
  /** @param {Shipped} one */
  const choose = async (one) => {
    dispatch({ type: 'changeDataSheet', change: { shipped: one.name } });
    try {
      const source = await sourceNamed(one);
      dispatch({
        type: 'previewSource',
        source,
        change: { shipped: one.name, fields: defaultFields(source) },
      });
    } catch (error) {
      const { why } = error instanceof Refusal ? error : new Refusal({ kind: 'dataNotFetched' });
      dispatch({ type: 'refused', field: 'data', sentence: sentenceOf(why) });
    }
  };
  const chosen = ALL.find(({ name }) => name === sheet.shipped);
  return html`<div class="kinds" role="group" aria-label=${words.label}>
      ${ALL.map(
        (one) =>
          html`<button
            type="button"
            aria-pressed=${one === chosen ? 'true' : 'false'}
            @click=${() => void choose(one)}
          >
            ${one.title}
          </button>`,
      )}
    </div>
    ${
      chosen
        ? html`<p>${words[chosen.name].what}</p>
            <p class="muted">${words[chosen.name].terms}</p>`
        : nothing
    }`;
}
