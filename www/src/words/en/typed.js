/**
 * What is not understood in numbers that were typed as homework.
 *
 * @module
 */

/** @param {{ piece: string, name: string }} given */
export const piece = ({ piece, name }) => `“${piece}” in ${name} is not understood.`;

/** @param {{ piece: string, name: string }} given */
export const oneOrTwo = ({ piece, name }) =>
  `“${piece}” in ${name} can be one number or two: write ${piece.replace(',', '.')}, ` +
  'or a blank between two.';

/** @param {{ piece: string, name: string }} given */
export const thousands = ({ piece, name }) =>
  `The comma of “${piece}” in ${name} can be a decimal comma or a thousands separator, ` +
  'or divide two numbers.';

/** @param {{ comma: string, point: string }} given */
export const mixed = ({ comma, point }) =>
  `“${comma}” has a comma and “${point}” a point: write all numbers in one of the two ways.`;

/** @param {{ name: string }} given */
export const gap = ({ name }) => `A number is missing in ${name}: nothing stands between two separators.`;

/** @param {{ name: string, levels: number }} given */
export const levels = ({ name, levels }) =>
  `${name} has ${levels} levels of brackets; a list has one, [1, 2], and a matrix two, [[1, 2], [3, 4]].`;

/** @param {{ name: string }} given */
export const unlike = ({ name }) => `${name} has numbers and lists side by side: write a list for each row.`;

/** @param {{ text: string }} given */
export const noNames = ({ text }) =>
  `“${text}” has no name before it; begin with one, such as w2 = …, then b2, x, y and eta.`;

export const wayRound = 'If it is written the other way round, put .T behind it.';

/** @param {{ first: number, last: number }} given */
export const singleWeights = ({ first, last }) =>
  `w${first} … w${last} are single numbers here: write all weights into layer 2 as ` +
  'w2 = [[0.15, 0.2], [0.25, 0.3]], with a row for each of its neurons, then w3, and the biases as b2, b3.';
