/**
 * From a table to a source: which column is what, how targets are coded and numbers scaled, as proposed and as chosen.
 *
 * @module
 */
import { toSamples } from './table.js';

/** @import { Source } from '../protocol/messages.js' */
/** @import { Column, Table } from './table.js' */

/** @typedef {'input' | 'target' | 'none'} Role */
/** 0 none, 1 to 0 … 1, 2 standardised, as the core counts them. @typedef {0 | 1 | 2} Scaling */

/**
 * @typedef {object} Choice
 * @property {Role[]} roles  one for each column
 * @property {'number' | 'zeroOne' | 'oneHot'} coding
 * @property {Scaling} inputScaling
 * @property {Scaling} targetScaling  of numbers; classes stay 0 and 1
 */

/** A column of numbers with at most so many different ones can be one of classes. */
const FEW = 12;

/** @param {Column | undefined} column @returns {Choice['coding']} */
export function codingOf(column) {
  if (!column || (column.numeric && column.distinct > FEW)) return 'number';
  return column.distinct === 2 ? 'zeroOne' : 'oneHot';
}

/** The last column is the target, columns of numbers are inputs. @param {Table} table @returns {Choice} */
export function proposeChoice({ columns }) {
  const last = columns.length - 1;
  const roles = columns.map((column, at) =>
    at === last ? /** @type {Role} */ ('target') : /** @type {Role} */ (column.numeric ? 'input' : 'none'),
  );
  return { roles, coding: codingOf(columns[last]), inputScaling: 2, targetScaling: 1 };
}

/**
 * @param {Table} table
 * @param {Choice} choice
 * @param {string} title
 * @returns {Extract<Source, { kind: 'table' }>}
 * @throws {Error} with one sentence, if a cell or a column cannot be used so
 */
export function sourceOf(table, { roles, coding, inputScaling, targetScaling }, title) {
  /** @param {Role} role */
  const of = (role) => roles.flatMap((other, at) => (other === role ? [at] : []));
  const samples = toSamples(table, { inputs: of('input'), targets: of('target'), coding });
  const { inputs, outputs, xs, ys, classes } = samples;
  const scalings = [inputScaling, coding === 'number' ? targetScaling : 0];
  return {
    kind: 'table',
    title,
    ...{ inputs, outputs, xs, ys, classes, scalings },
    evaluates: coding !== 'number',
  };
}
