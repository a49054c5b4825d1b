/**
 * The error for input that cannot be used. Its message is one sentence, shown beside the input.
 *
 * @module
 */

/** The most characters of a cell that a sentence quotes. */
const MAX_QUOTED = 40;

/** A file, table or text that cannot be used; `message` says why in one sentence. */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {{ row?: number, column?: number }} [cell]  where the fault is, from 1 as in a spreadsheet
   */
  constructor(sentence, { row, column } = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.row = row;
    this.column = column;
  }
}

/**
 * Quotes the text of a cell for a sentence: in quotation marks, shortened after `MAX_QUOTED` characters.
 *
 * @param {string} text
 */
export function quoted(text) {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line.slice(0, 2 * MAX_QUOTED)];
  return `“${letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED).join('')}…` : line}”`;
}

/**
 * Formats an integer with commas between the thousands: 1,234,567.
 *
 * @param {number | bigint} value
 */
export const formatInteger = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
