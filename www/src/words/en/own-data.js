/**
 * What is said of a table of one's own.
 *
 * @module
 */

/** @param {number} rows @param {number} all */
export const omit = (rows, all) => `Leave out ${rows} of ${all} rows, which have a missing value`;

/** @param {string} row */
const short = (row) => (row.length > 40 ? `${row.slice(0, 40)}…` : row);

/** @param {string} row */
export const skipped = (row) =>
  `Row 1 is left out, since it has neither names nor a sample: “${short(row)}”.`;
