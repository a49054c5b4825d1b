/**
 * The tag of a sentence that is drawn with marks of its own: a number in bold, a letter in italics.
 *
 * @module
 */

/** A line break in the source, which stands for a space. */
const BREAK = /\s*\n\s*/g;

/**
 * Returns the texts of a sentence and what stands between them, as a list that lit-html draws.
 *
 * @param {TemplateStringsArray} strings
 * @param {unknown[]} values
 * @returns {unknown[]}
 */
export const phrase = (strings, ...values) =>
  strings.flatMap((source, at) => [source.replace(BREAK, ' '), values[at] ?? '']);

/**
 * Returns a sentence whose source is broken into lines as one line.
 *
 * @param {TemplateStringsArray} strings
 * @param {unknown[]} values
 */
export const line = (strings, ...values) => phrase(strings, ...values).join('');
