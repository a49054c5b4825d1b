/**
 * Reads a table and makes samples of it as they are chosen, away from the page, which may be the work of seconds. The
 * table stays here; the page gets to know what is in its columns.
 *
 * @module
 */
import { contentOf } from './decode.js';
import { proposeChoice, sourceOf } from './import-options.js';
import { propose } from './data-settings.js';
import { faultOf } from './samples.js';
import { readTable } from './table.js';

/** @import { Choice } from './import-options.js' */
/** @import { Fields } from './data-settings.js' */
/** @import { Source } from '../protocol/data.js' */
/** @import { Dialect, Table } from './table.js' */

/** What the page knows of a table; `faults` says of each column why it cannot be an input, if it cannot. @typedef {Omit<Table, 'rows' | 'rowNumbers'> & { faults: (string | undefined)[] }} Facts */

/**
 * A table to be read, or, without a text, the one that was read last. Without a choice one is proposed.
 * @typedef {{ title: string, text?: Blob | string, dialect: Dialect, choice?: Choice }} Asked
 */

/**
 * What there is to be chosen in a table, and what the choice makes of it: a source and the fields proposed for it, or a
 * sentence why it cannot be used so.
 * @typedef {object} Read
 * @property {Facts} facts
 * @property {Choice} choice
 * @property {{ source: Extract<Source, { kind: 'table' }>, fields: Fields } | undefined} made
 * @property {string | undefined} sentence
 */

/** @param {unknown} error @returns {error is Error} */
export const isRefusal = (error) => error instanceof Error && error.name === 'Refusal';

/**
 * @returns {(asked: Asked) => Promise<Read>}  throws a Refusal if it is no table
 */
export function createReading() {
  /** @type {Table | undefined} */
  let last;
  return async ({ title, text, dialect, choice }) => {
    if (text !== undefined) {
      // Not two tables at a time.
      last = undefined;
      last = readTable(typeof text === 'string' ? text : await contentOf(text), dialect);
    }
    if (!last) throw new Error('Nothing has been read yet.');
    const table = last;
    const { rows: _, rowNumbers: __, ...known } = table;
    const facts = { ...known, faults: table.names.map((___, column) => faultOf(table, column)) };
    const chosen = choice ?? proposeChoice(last);
    try {
      const source = sourceOf(last, chosen, title);
      return { facts, choice: chosen, made: { source, fields: propose(source) }, sentence: undefined };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { facts, choice: chosen, made: undefined, sentence: error.message };
    }
  };
}
