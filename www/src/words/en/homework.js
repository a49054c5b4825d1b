/**
 * What is wrong with numbers that were typed as homework.
 *
 * @module
 */
import { line } from '../phrase.js';

/** @param {number} n */
const numbers = (n) => (n === 1 ? '1 number' : `${n} numbers`);
/** @param {number} n */
const rows = (n) => (n === 1 ? '1 row' : `${n} rows`);
/** @param {number} n */
const samples = (n) => (n === 1 ? '1 sample' : `${n} samples`);

/** @param {{ text: string, name: string, row: number, place: number }} given */
export const notANumber = ({ text, name, row, place }) =>
  line`“${text}” in ${name}, row ${row}, place ${place}, is not a number; 0.5, −2e-3 or 1/3 would be.`;

/** @param {string} name */
export const brackets = (name) =>
  `The brackets of ${name} do not fit together; a list is [1, 2], a matrix [[1, 2], [3, 4]].`;

/** @param {string} name */
export const empty = (name) => `There is no number behind ${name}.`;

/** @param {{ name: string, row: number, numbers: number, first: number }} given */
export const ragged = ({ name, row, numbers, first }) =>
  `Row ${row} of ${name} has ${numbers} numbers, but row 1 has ${first}.`;

/** @param {number} characters */
export const tooLong = (characters) => `This is too long to be typed homework: ${characters} characters.`;

/** @param {string} text */
export const beforeFirst = (text) => `“${text}” stands before the first name; begin with one, such as w2 = …`;

/** @param {string} name */
export const twice = (name) => `${name} is given twice.`;

/** @param {string} name @param {number} n */
export const notAList = (name, n) => `${name} must be one list, but it has ${rows(n)}.`;

/** The length of a list. */
export const length = {
  /** @param {{ l: number, n: number, has: number }} given */
  biases: ({ l, n, has }) => `b${l} needs ${numbers(n)}, one for each row of w${l}, but it has ${has}.`,
  /** @param {number} has */
  eta: (has) => `eta needs 1 number, the learning rate, but it has ${has}.`,
};

/** The length of a row. */
export const width = {
  /** @param {number} n @param {number} has */
  x: (n, has) => `A row of x needs ${numbers(n)}, one for each input, but it has ${has}.`,
  /** @param {number} n @param {number} has */
  y: (n, has) => `A row of y needs ${numbers(n)}, one for each output, but it has ${has}.`,
  /** @param {{ l: number, n: number, has: number }} given */
  weights: ({ l, n, has }) =>
    `A row of w${l} needs ${numbers(n)}, one for each neuron of the layer before, but it has ${has}.`,
  /** @param {{ l: number, n: number, has: number }} given */
  transposed: ({ l, n, has }) =>
    line`A row of w${l} needs ${numbers(n)}, one for each neuron of the layer before, but it has ${has}. If it
      is written the other way round, put .T behind it.`,
};

/** A list that is not there. */
export const missing = {
  weights: 'w2 is missing: the weights into layer 2, a row for each of its neurons.',
  /** @param {number} l @param {number} n */
  biases: (l, n) => `b${l} is missing: the biases that go with w${l}, ${numbers(n)}.`,
  x: 'x is missing: the inputs, a row for each sample.',
  y: 'y is missing: the targets, a row for each sample.',
  eta: 'eta is missing: the learning rate.',
};

/** @param {string} name */
export const unknown = (name) => `“${name}” is no name that is known; w2, b2, x, y and eta are.`;

/** @param {number} x @param {number} y */
export const counts = (x, y) => `x has ${samples(x)}, but y has ${y}.`;

/** @param {number} most */
export const tooMany = (most) => `The samples have more than ${most} numbers; open them as data.`;
