/**
 * The importer: reads a table and makes a data source of it.
 *
 * It runs in a worker, because a big table takes seconds.
 *
 * The cells stay in the importer, so that other options can be tried without reading the table again. The
 * page gets a summary of the columns.
 *
 * @module
 */
import { defaultFields } from './data-settings.js';
import { readFile } from './decode.js';
import { defaultOptions, toSource } from './import-options.js';
import { Refusal } from '../protocol/refusal.js';
import { corrected, headOf } from './prepare.js';
import { incompleteRows, inputFault } from './samples.js';
import { readTable } from './table.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Why } from '../protocol/refusal.js' */
/** @import { DataFields } from './data-settings.js' */
/** @import { ImportOptions } from './import-options.js' */
/** @import { ShownRow } from './prepare.js' */
/** @import { Dialect, Table } from './table.js' */

/**
 * A table without its cells. `faults` has for each column why it cannot be an input, `undefined` if it can;
 * `incomplete` is how many of its `count` rows have a missing value in a column that is used, or would be if
 * such rows were left out. `head` has the first rows.
 *
 * @typedef {Omit<Table, 'rows' | 'rowNumbers'> & {
 *   count: number,
 *   incomplete: number,
 *   faults: (Why | undefined)[],
 *   head: ShownRow[],
 * }} TableSummary
 */

/**
 * A table to import. `text` is absent for the last table read, `options` for the default ones.
 *
 * @typedef {{ title: string, text?: Blob | string, dialect: Dialect, options?: ImportOptions }} ImportRequest
 */

/**
 * The result of an import: a data source with default settings, or why the options do not fit.
 *
 * @typedef {object} ImportResult
 * @property {TableSummary} summary
 * @property {ImportOptions} options
 * @property {{ source: Extract<Source, { kind: 'table' }>, fields: DataFields } | undefined} imported
 * @property {Why | undefined} why
 * @property {string} [sentence]  that says why, added by the page
 * @property {{ row: number, column: number } | undefined} at  the cell that it is about, from 1
 */

/**
 * Creates an importer.
 *
 * @returns {(request: ImportRequest) => Promise<ImportResult>}  throws a Refusal if the text is not a table
 */
export function createImporter() {
  /** @type {Table | undefined} */
  let last;
  return async ({ title, text, dialect, options: requested }) => {
    if (text !== undefined) {
      // Frees the last table first, so that memory never holds two.
      last = undefined;
      last = readTable(typeof text === 'string' ? text : await readFile(text), dialect);
    }
    if (!last) throw new Refusal({ kind: 'nothingRead' });
    const table = corrected(last, requested?.cells ?? []);
    const { rows, rowNumbers: _, ...rest } = table;
    const options = requested ?? defaultOptions(table, rows.length);
    const { roles } = options.omit ? options : defaultOptions(table, rows.length, true);
    const used = roles.flatMap((role, column) => (role === 'none' ? [] : [column]));
    /** @param {number} [also] */
    const summary = (also) => ({
      ...rest,
      count: rows.length,
      incomplete: incompleteRows(table, used),
      faults: table.names.map((__, column) => inputFault(table, column)),
      head: headOf(table, used, also),
    });
    try {
      const source = toSource(table, options, title);
      const imported = { source, fields: defaultFields(source) };
      return { summary: summary(), options, imported, why: undefined, at: undefined };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { why, row, column } = error;
      const at = row !== undefined && column !== undefined ? { row, column } : undefined;
      return { summary: summary(row), options, imported: undefined, why, at };
    }
  };
}
