/**
 * Parses named lists of numbers as people type them: tables, NumPy arrays, decimals and fractions.
 *
 * Every refusal is one sentence that names the list and the position in it.
 *
 * @module
 */

import { Refusal } from './refusal.js';
import { NUMBER } from '../notation/format.js';
import * as words from '../words/en/homework.js';

/**
 * Rows of numbers, all of one length. `flat` is true for a single list without inner brackets.
 *
 * @typedef {{ rows: number[][], flat: boolean }} Matrix
 */

/** The most characters of a text: enough for 50,000 numbers. */
const MAX_CHARACTERS = 1_000_000;

/**
 * Parses a decimal number.
 *
 * @param {string} text
 * @returns {number | undefined}
 */
function parseDecimal(text) {
  const value = NUMBER.test(text) ? Number(text) : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/**
 * Parses a decimal number or a fraction of two, as the nearest double.
 *
 * @param {string} text
 * @returns {number | undefined}  `undefined` if it is neither
 */
export function parseNumberOrFraction(text) {
  const [numerator = '', denominator, more] = text.trim().replaceAll('−', '-').split('/');
  if (more !== undefined) return undefined;
  const top = parseDecimal(numerator.trim());
  if (denominator === undefined || top === undefined) return top;
  const bottom = parseDecimal(denominator.trim());
  return bottom === undefined || bottom === 0 ? undefined : top / bottom;
}

/**
 * Parses a number of a row.
 *
 * @param {string} text
 * @param {string} name  of the list
 * @param {number} row  from 0
 * @param {number} column  from 0
 */
function parseCell(text, name, row, column) {
  const value = parseNumberOrFraction(text);
  if (value !== undefined) return value;
  throw new Refusal(words.notANumber({ text: text.slice(0, 30), name, row: row + 1, place: column + 1 }));
}

/**
 * Parses a row of numbers, separated by spaces, tabs, commas, semicolons or bars.
 *
 * @param {string} text
 * @param {string} name
 * @param {number} row
 */
const parseRow = (text, name, row) =>
  text
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .split(/\s*[,;|\t]\s*|\s+/)
    .filter((part) => part !== '')
    .map((part, column) => parseCell(part, name, row, column));

/**
 * Parses a list or matrix in brackets.
 *
 * @param {string} text
 * @param {string} name
 * @returns {Matrix}
 */
function parseBrackets(text, name) {
  const depth = /\[[^[\]]*\[/.test(text) ? 2 : 1;
  const inner = depth === 2 ? text.trim().replace(/^\[/, '').replace(/\]$/, '') : text.trim();
  const lists = [...inner.matchAll(/\[([^[\]]*)\]/g)].map(([, list]) => String(list));
  const rest = inner.replace(/\[[^[\]]*\]/g, '').replace(/[\s,]/g, '');
  if (rest !== '' || lists.length === 0) {
    throw new Refusal(words.brackets(name));
  }
  return { rows: lists.map((list, row) => parseRow(list, name, row)), flat: depth === 1 };
}

/**
 * Parses what follows the name of a list: numbers in brackets, or a table with a row on each line.
 *
 * NumPy calls such as `np.array(…, dtype=float)` are removed, and `.T` transposes.
 *
 * @param {string} text
 * @param {string} name
 * @returns {Matrix}
 */
function parseMatrix(text, name) {
  const plain = text
    .replaceAll(/\b(np|numpy)\s*\.\s*/g, '')
    .replaceAll(/\b(array|asarray|matrix|float|float64)\b/g, '')
    .replaceAll(/,?\s*\bdtype\s*=\s*\w*/g, '')
    .replaceAll(/[()]/g, ' ');
  const transposed = /\.\s*T\s*$/.test(plain.trim());
  const body = plain.trim().replace(/\.\s*T\s*$/, '');
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const parsed =
    body.includes('[') || body.includes(']')
      ? parseBrackets(body, name)
      : { rows: lines.map((line, row) => parseRow(line, name, row)), flat: lines.length === 1 };
  const rows = parsed.rows.filter((row) => row.length > 0);
  const [first] = rows;
  if (!first) throw new Refusal(words.empty(name));
  rows.forEach((row, at) => {
    if (row.length !== first.length) {
      throw new Refusal(words.ragged({ name, row: at + 1, numbers: row.length, first: first.length }));
    }
  });
  if (!transposed) return { rows, flat: parsed.flat };
  return { rows: first.map((_, at) => rows.map((row) => Number(row[at]))), flat: false };
}

/**
 * Parses every `name = numbers` of a text; the numbers are on the same line or below. Comments after # are
 * removed.
 *
 * @param {string} text
 * @returns {Map<string, Matrix>}  by name in lower case without underscores
 */
export function parseNamedLists(text) {
  if (text.length > MAX_CHARACTERS) {
    throw new Refusal(words.tooLong(text.length));
  }
  const plain = text.replaceAll('\r', '').replaceAll(/#.*$/gm, '');
  const heads = [...plain.matchAll(/(?:^|\n|;)[ \t]*(?!dtype)([A-Za-zη][A-Za-z_]*\d*)[ \t]*(?:=|:)/g)];
  /** @type {Map<string, Matrix>} */
  const lists = new Map();
  const before = plain.slice(0, heads[0]?.index ?? plain.length).trim();
  if (before !== '') {
    throw new Refusal(words.beforeFirst(before.slice(0, 30)));
  }
  heads.forEach((head, at) => {
    const name = String(head[1]);
    const body = plain.slice(head.index + head[0].length, heads[at + 1]?.index ?? plain.length);
    const key = name.toLowerCase().replaceAll('_', '');
    if (lists.has(key)) throw new Refusal(words.twice(name));
    lists.set(key, parseMatrix(body.replace(/;\s*$/, ''), name));
  });
  return lists;
}
