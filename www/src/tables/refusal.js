/**
 * A file or a table that cannot be used, as the one sentence that is shown where it was given.
 *
 * @module
 */

/** What is shown of a cell at most. */
const MAX_SHOWN = 40;

export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {{ row?: number, column?: number }} [place]  counted from 1, as a spreadsheet does
   */
  constructor(sentence, { row, column } = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.row = row;
    this.column = column;
  }
}

/** A cell's text in a sentence: in quotation marks, and not longer than can be read. @param {string} text */
export function quoted(text) {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line.slice(0, 2 * MAX_SHOWN)];
  return `“${letters.length > MAX_SHOWN ? `${letters.slice(0, MAX_SHOWN).join('')}…` : line}”`;
}

/** A whole number as people read it. @param {number | bigint} value */
export const counted = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
