/**
 * Texts of a table for a sentence.
 *
 * @module
 */

/** The most characters of a cell that a sentence quotes. */
const MAX_QUOTED = 40;

/**
 * Returns the text of a cell in one line, shortened after `MAX_QUOTED` characters.
 *
 * @param {string} text
 */
export function shortened(text) {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line.slice(0, 2 * MAX_QUOTED)];
  return letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED).join('')}…` : line;
}
