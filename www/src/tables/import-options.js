/**
 * Import options of a table: the role of each column, the coding of targets, the scaling of numbers; and the
 * data source they make of the table.
 *
 * @module
 */
import { toSamples } from './samples.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Coding } from './samples.js' */
/** @import { Correction } from './prepare.js' */
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
 * @property {boolean} [omit]  whether rows with a missing value are left out
 * @property {readonly Correction[]} [cells]  that were corrected
 */

/** A numeric column with at most this many different numbers is taken for classes. */
const MAX_NUMERIC_CLASSES = 12;

/** With so few different numbers from 0, they are classes even if most are different. */
const FEW_CLASSES = 3;
/** Names of columns that are targets. */
const TARGET = /^(?:target|targets|label|labels|class|classes|species|category|outcome|diagnosis|y)$/i;
/** Names of columns that only number the rows. */
const INDEX = /^(?:column 1|unnamed: ?0|index|idx|id|row ?names?|row|nr|no\.?|#|\.\.1)$/i;

/**
 * Returns the default coding of a target column. Measured numbers are no classes: those that are not whole,
 * and those of which most are different.
 *
 * @param {Column | undefined} column
 * @param {number} count  samples
 * @param {string} [name]
 * @returns {Coding}
 */
export function defaultCoding(column, count, name = '') {
  if (!column) return 'number';
  const { numericElse, numeric, whole, counting, missing } = column;
  const distinct = column.distinct - Number(!numeric && missing > 0);
  if (numericElse) {
    const repeats = 2 * distinct <= count - missing;
    const counts = counting && (distinct <= FEW_CLASSES || TARGET.test(name));
    if (!whole || distinct > MAX_NUMERIC_CLASSES || !(repeats || counts)) return 'number';
  }
  return distinct === 2 ? 'zeroOne' : 'oneHot';
}

/**
 * Returns the default options: the column that is called a target, or else the last that has something, is
 * the target; other columns of numbers are inputs, but for one that numbers the rows.
 *
 * @param {Omit<Table, 'rows' | 'rowNumbers'>} table
 * @param {number} count  samples
 * @param {boolean} [omit]  whether rows with a missing value are left out
 * @returns {ImportOptions}
 */
export function defaultOptions({ columns, names }, count, omit = false) {
  const filled = columns.flatMap(({ empty }, at) => (empty < count ? [at] : []));
  const called = filled.filter((at) => TARGET.test(names[at] ?? ''));
  const target = called.length === 1 ? called[0] : filled.at(-1);
  const roles = columns.map(({ numeric, numericElse, ordinal, missing }, at) => {
    if (at === target) return /** @type {Role} */ ('target');
    const isIndex = at === 0 && ordinal && INDEX.test(names[at] ?? '') && filled.length > 2;
    const fits = numeric || (omit && numericElse && 2 * missing < count);
    return /** @type {Role} */ (fits && !isIndex ? 'input' : 'none');
  });
  const at = target ?? -1;
  const coding = defaultCoding(columns[at], count, names[at]);
  return { roles, coding, inputScaling: 2, targetScaling: 1, ...(omit && { omit }) };
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
export function toSource(table, { roles, coding, inputScaling, targetScaling, omit = false }, title) {
  /** @param {Role} role */
  const columnsWith = (role) => roles.flatMap((other, at) => (other === role ? [at] : []));
  const samples = toSamples(table, {
    ...{ inputs: columnsWith('input'), targets: columnsWith('target') },
    ...{ coding, omit },
  });
  const { inputs, outputs, xs, ys, classes, inputNames } = samples;
  const scalings = [inputScaling, coding === 'number' ? targetScaling : 0];
  return {
    kind: 'table',
    title,
    ...{ inputs, outputs, xs, ys, classes, inputNames, scalings },
    evaluates: coding !== 'number',
  };
}
