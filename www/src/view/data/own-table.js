/**
 * The first rows of one's own table, with what each column is above it. Columns that are left out are struck
 * through, missing values hatched, and the first cell that cannot be used is a field in its place.
 *
 * @module
 */
import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { defaultCoding } from '../../tables/import-options.js';
import { own as says } from '../../words/en/data.js';
import { table as words } from '../../words/en/data-dialog.js';
import { choice, text } from './fields.js';

/** @import { ImportOptions, Role } from '../../tables/import-options.js' */
/** @import { ShownRow } from '../../tables/prepare.js' */
/** @import { OwnTable } from '../../state/data.js' */
/** @import { Dispatch } from '../../state/state.js' */

const ROLES = /** @type {[Role, string][]} */ (Object.entries(says.roles));

/**
 * @param {OwnTable} own
 * @param {string | undefined} refusal
 * @param {Dispatch} dispatch
 */
export function ownTable(own, refusal, dispatch) {
  const { title, text: source, dialect, summary, options, requested: chosen = options, at } = own;
  const { names, head, columns, count } = summary;
  /** @param {Partial<ImportOptions>} some */
  const choose = (some) =>
    dispatch({ type: 'readTable', title, text: source, dialect, options: { ...chosen, ...some } });
  /**
   * @param {number} column
   * @param {Role} role
   */
  const assignRole = (column, role) => {
    const roles = chosen.roles.map((other, one) => (one === column ? role : other));
    const targets = roles.flatMap((other, one) => (other === 'target' ? [one] : []));
    // Classes come from one column.
    const [first = 0] = targets;
    const coding = targets.length === 1 ? defaultCoding(columns[first], count, names[first]) : 'number';
    choose({ roles, coding: role === 'target' || targets.length > 1 ? coding : chosen.coding });
  };
  const bad = refusal ? at : undefined;
  return html`<div class="scrolled own-table" tabindex="0" role="group" aria-label=${words.caption}>
      <table>
        <caption class="unseen">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${names.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
          <tr class="roles">
            <td></td>
            ${names.map(
              (name, column) =>
                html`<td>
                  ${choice({
                    id: `column-${column}`,
                    label: words.role(name),
                    hidden: true,
                    value: chosen.roles[column] ?? 'none',
                    options: ROLES,
                    change: (role) => assignRole(column, role),
                  })}
                </td>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${head.map((row) => rowOf(row, chosen, names, bad, choose))}
        </tbody>
      </table>
    </div>
    ${bad ? html`<p class="muted">${words.correct}</p>` : nothing}`;
}

/**
 * @param {ShownRow} row
 * @param {ImportOptions} options
 * @param {readonly string[]} names
 * @param {{ row: number, column: number } | undefined} bad  the cell that was refused, from 1
 * @param {(some: Partial<ImportOptions>) => void} choose
 */
function rowOf({ number, cells, missing }, { roles, cells: before = [] }, names, bad, choose) {
  return html`<tr class=${missing ? 'missing' : ''}>
    <th scope="row"><span class="unseen">${words.row} </span>${number}</th>
    ${cells.map((cell, column) => {
      const isBad = bad?.row === number && bad.column === column + 1;
      const role = roles[column] ?? 'none';
      if (!isBad) return html`<td class=${role}>${role === 'none' ? html`<s>${cell}</s>` : cell}</td>`;
      return html`<td class="bad" ${ref(reveal)}>
        ${text({
          id: 'bad-cell',
          label: words.cell(number, names[column] ?? ''),
          hidden: true,
          value: cell,
          change: (typed) => choose({ cells: [...before, { row: number, column, text: typed }] }),
        })}
      </td>`;
    })}
  </tr>`;
}

/** Scrolls a cell into view, once it is in the page. @param {Element | undefined} cell */
const reveal = (cell) => queueMicrotask(() => cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
