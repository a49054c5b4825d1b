/**
 * Data that comes with the page, each fetched when it is chosen, with its source and terms.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { defaultOptions, toSource } from '../../tables/import-options.js';
import { defaultFields } from '../../tables/data-settings.js';
import { readTable } from '../../tables/table.js';

/** @import { Source } from '../../protocol/data.js' */
/** @import { DataSheet } from '../../state/data.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} title
 * @property {string} what
 * @property {string} terms
 */

/** @type {Shipped[]} */
const ALL = [
  {
    name: 'iris',
    title: 'iris',
    what: '150 flowers of three species, four lengths of each.',
    terms: 'R. A. Fisher, 1936; UCI Machine Learning Repository; CC BY 4.0.',
  },
  {
    name: 'penguins',
    title: 'penguins',
    what:
      '342 penguins of three species, four measurements of each; ' +
      'the two without measurements are left out.',
    terms: 'K. B. Gorman, T. D. Williams, W. R. Fraser, 2014; CC0.',
  },
  {
    name: 'digits',
    title: 'digits 8×8',
    what: '1,797 handwritten digits, 44 kB. About 97 % are answered rightly after 30 epochs.',
    terms: 'E. Alpaydin, C. Kaynak, 1998; UCI Machine Learning Repository; CC BY 4.0.',
  },
  {
    name: 'mnist',
    title: 'MNIST 28×28',
    what:
      '70,000 handwritten digits, 11 MB. ' +
      'Proposed is the book’s run: its best epochs were 9129 to 9542 of 10,000.',
    terms: 'Y. LeCun, C. Cortes, C. J. C. Burges, 1998; CC BY-SA 3.0.',
  },
];

/**
 * @param {Shipped} shipped
 * @returns {Promise<Source>}
 */
async function sourceNamed({ name, title }) {
  if (name === 'digits' || name === 'mnist') return { kind: 'shipped', title, name };
  const answer = await fetch(new URL(`data/${name}.csv`, document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw new Error('The data could not be fetched: is there a connection?');
  const table = readTable(await answer.text());
  return toSource(table, defaultOptions(table), title);
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
      const { message } = /** @type {Error} */ (error);
      dispatch({ type: 'refused', field: 'data', sentence: message });
    }
  };
  const chosen = ALL.find(({ name }) => name === sheet.shipped);
  return html`<div class="kinds" role="group" aria-label="Which data">
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
        ? html`<p>${chosen.what}</p>
            <p class="muted">${chosen.terms}</p>`
        : nothing
    }`;
}
