/**
 * A table before samples are made of it: cells that were corrected, and its first rows.
 *
 * @module
 */
import { isMissing } from './numbers.js';
import { describeColumns } from './table.js';

/** @import { Table } from './table.js' */

/** So many rows are shown before a table is opened. */
const SHOWN = 6;

/** A cell that was corrected: its row as it is numbered in the file, and its column from 0.
 * @typedef {{ row: number, column: number, text: string }} Correction */

/** A row as it is shown: its number in the file, its cells, and whether a value is missing in it.
 * @typedef {{ number: number, cells: string[], missing: boolean }} ShownRow */

/**
 * Returns the table with corrected cells.
 *
 * @param {Table} table
 * @param {readonly Correction[]} corrections
 * @returns {Table}
 */
export function corrected(table, corrections) {
  if (corrections.length === 0) return table;
  const rows = [...table.rows];
  for (const { row, column, text } of corrections) {
    const at = table.rowNumbers.indexOf(row);
    const cells = rows[at];
    if (cells && column < cells.length) rows[at] = cells.with(column, text.trim());
  }
  return { ...table, rows, columns: describeColumns(rows, table.names.length, table.decimalComma) };
}

/**
 * Returns whether a row has a missing value in one of some columns.
 *
 * @param {readonly string[]} row
 * @param {readonly number[]} columns
 */
const hasGap = (row, columns) => columns.some((column) => isMissing(row[column] ?? ''));

/**
 * Returns the first rows, and one more that is asked for.
 *
 * @param {Table} table
 * @param {readonly number[]} columns  in which a missing value counts
 * @param {number} [also]  the number of a row in the file
 * @returns {ShownRow[]}
 */
export function headOf({ rows, rowNumbers }, columns, also) {
  const wanted = rows.slice(0, SHOWN).map((_, at) => at);
  const extra = also === undefined ? -1 : rowNumbers.indexOf(also);
  if (extra >= SHOWN) wanted.splice(SHOWN - 1, 1, extra);
  return wanted.map((at) => {
    const cells = rows[at] ?? [];
    return { number: rowNumbers[at] ?? at + 1, cells, missing: hasGap(cells, columns) };
  });
}
