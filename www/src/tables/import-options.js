/**
 * Import options of a table: the role of each column, the coding of targets, the scaling of numbers; and the
 * data source they make of the table.
 *
 * @module
 */
import { toSamples } from './samples.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Coding } from './samples.js' */
/** @import { Column, Table } from './table.js' */

/** @typedef {'input' | 'target' | 'none'} Role */

/**
 * Scaling of a column, by the core's numbers: 0 none, 1 to 0 … 1, 2 standardised.
 *
 * @typedef {0 | 1 | 2} Scaling
 */

/**
 * @typedef {object} ImportOptions
 * @property {Role[]} roles  one for each column
 * @property {Coding} coding
 * @property {Scaling} inputScaling
 * @property {Scaling} targetScaling  of target numbers; classes stay 0 and 1
 */

/** A numeric column with at most this many different numbers is taken for classes. */
const MAX_NUMERIC_CLASSES = 12;

/**
 * Returns the default coding of a target column.
 *
 * @param {Column | undefined} column
 * @returns {Coding}
 */
export function defaultCoding(column) {
  if (!column || (column.numeric && column.distinct > MAX_NUMERIC_CLASSES)) return 'number';
  return column.distinct === 2 ? 'zeroOne' : 'oneHot';
}

/**
 * Returns the default options: the last column is the target, the other numeric columns are inputs.
 *
 * @param {Table} table
 * @returns {ImportOptions}
 */
export function defaultOptions({ columns }) {
  const last = columns.length - 1;
  const roles = columns.map((column, at) =>
    at === last ? /** @type {Role} */ ('target') : /** @type {Role} */ (column.numeric ? 'input' : 'none'),
  );
  return { roles, coding: defaultCoding(columns[last]), inputScaling: 2, targetScaling: 1 };
}

/**
 * Makes a data source of a table.
 *
 * @param {Table} table
 * @param {ImportOptions} options
 * @param {string} title
 * @returns {Extract<Source, { kind: 'table' }>}
 * @throws {Refusal} if a cell or a column does not fit the options
 */
export function toSource(table, { roles, coding, inputScaling, targetScaling }, title) {
  /** @param {Role} role */
  const columnsWith = (role) => roles.flatMap((other, at) => (other === role ? [at] : []));
  const samples = toSamples(table, { inputs: columnsWith('input'), targets: columnsWith('target'), coding });
  const { inputs, outputs, xs, ys, classes } = samples;
  const scalings = [inputScaling, coding === 'number' ? targetScaling : 0];
  return {
    kind: 'table',
    title,
    ...{ inputs, outputs, xs, ys, classes, scalings },
    evaluates: coding !== 'number',
  };
}
