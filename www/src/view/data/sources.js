/**
 * Data that comes with the page, and where each set is fetched from.
 *
 * @module
 */
import { defaultOptions, toSource } from '../../tables/import-options.js';
import { readTable } from '../../tables/table.js';
import { Refusal } from '../../protocol/refusal.js';
import { titles } from '../../words/en/data-dialog.js';
import { sentenceOf } from '../../words/refusals.js';

/** @import { Source } from '../../protocol/data.js' */

/**
 * A set: its name, and what it is called once it is open.
 *
 * @typedef {{ name: string, title: string }} Shipped
 */

/** @type {Shipped[]} */
export const SHIPPED = [
  { name: 'iris', title: titles.iris },
  { name: 'penguins', title: titles.penguins },
  { name: 'digits', title: titles.digits },
  { name: 'mnist', title: titles.mnist },
];

/**
 * Returns the source of a set; the small tables are fetched.
 *
 * @param {Shipped} shipped
 * @returns {Promise<Source>}
 */
export async function sourceNamed({ name, title }) {
  if (name === 'digits' || name === 'mnist') return { kind: 'shipped', title, name };
  const answer = await fetch(new URL(`data/${name}.csv`, document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw new Refusal({ kind: 'dataNotFetched' });
  const table = readTable(await answer.text());
  return toSource(table, defaultOptions(table, table.rows.length), title);
}

/** Returns why a set could not be fetched, as a sentence. @param {unknown} error */
export const sentenceFor = (error) =>
  sentenceOf((error instanceof Refusal ? error : new Refusal({ kind: 'dataNotFetched' })).why);
