/**
 * Reads numbers as people write them down: as tables, as NumPy lists, as fractions. Pure; every refusal is one sentence
 * that names the list and the place.
 *
 * @module
 */

import { Refusal } from '../tables/refusal.js';
import { NUMBER } from '../notation/format.js';

/** A number, or rows of numbers; a single row is one list. @typedef {{ rows: number[][], flat: boolean }} Table */

/** So many characters are read; 50,000 numbers fit. */
const MOST_CHARACTERS = 1_000_000;

/** @param {string} text @returns {number | undefined} */
function decimal(text) {
  const value = NUMBER.test(text) ? Number(text) : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/**
 * A number or a fraction of two, as the nearest double.
 *
 * @param {string} text
 * @returns {number | undefined}  none if it is neither
 */
export function readNumber(text) {
  const [top = '', bottom, more] = text.trim().replaceAll('−', '-').split('/');
  if (more !== undefined) return undefined;
  const over = decimal(top.trim());
  if (bottom === undefined || over === undefined) return over;
  const under = decimal(bottom.trim());
  return under === undefined || under === 0 ? undefined : over / under;
}

/** @param {string} text @param {string} name @param {number} row @param {number} place */
function cell(text, name, row, place) {
  const value = readNumber(text);
  if (value !== undefined) return value;
  throw new Refusal(
    `“${text.slice(0, 30)}” in ${name}, row ${row + 1}, place ${place + 1}, is not a number; 0.5, −2e-3 or 1/3 would be.`,
  );
}

/** Splits a row into cells. @param {string} text @param {string} name @param {number} row */
const cells = (text, name, row) =>
  text
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .split(/\s*[,;|\t]\s*|\s+/)
    .filter((part) => part !== '')
    .map((part, place) => cell(part, name, row, place));

/** @param {string} text @param {string} name @returns {Table} */
function bracketed(text, name) {
  const depths = /\[[^[\]]*\[/.test(text) ? 2 : 1;
  const inner = depths === 2 ? text.trim().replace(/^\[/, '').replace(/\]$/, '') : text.trim();
  const lists = [...inner.matchAll(/\[([^[\]]*)\]/g)].map(([, list]) => String(list));
  const rest = inner.replace(/\[[^[\]]*\]/g, '').replace(/[\s,]/g, '');
  if (rest !== '' || lists.length === 0) {
    throw new Refusal(
      `The brackets of ${name} do not fit together; a list is [1, 2], a matrix [[1, 2], [3, 4]].`,
    );
  }
  return { rows: lists.map((list, row) => cells(list, name, row)), flat: depths === 1 };
}

/** A value as it stands behind a name. @param {string} text @param {string} name @returns {Table} */
function table(text, name) {
  const plain = text
    .replaceAll(/\b(np|numpy)\s*\.\s*/g, '')
    .replaceAll(/\b(array|asarray|matrix|float|float64)\b/g, '')
    .replaceAll(/,?\s*\bdtype\s*=\s*\w*/g, '')
    .replaceAll(/[()]/g, ' ');
  const transposed = /\.\s*T\s*$/.test(plain.trim());
  const body = plain.trim().replace(/\.\s*T\s*$/, '');
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const read =
    body.includes('[') || body.includes(']')
      ? bracketed(body, name)
      : { rows: lines.map((line, row) => cells(line, name, row)), flat: lines.length === 1 };
  const rows = read.rows.filter((row) => row.length > 0);
  const [first] = rows;
  if (!first) throw new Refusal(`There is no number behind ${name}.`);
  rows.forEach((row, at) => {
    if (row.length !== first.length) {
      throw new Refusal(`Row ${at + 1} of ${name} has ${row.length} numbers, but row 1 has ${first.length}.`);
    }
  });
  if (!transposed) return { rows, flat: read.flat };
  return { rows: first.map((_, at) => rows.map((row) => Number(row[at]))), flat: false };
}

/**
 * Every named value of a text: `w2 = …`, on one line or on the lines below. What stands behind # is left out.
 *
 * @param {string} text
 * @returns {Map<string, Table>}  by name, in small letters and without an underscore
 */
export function readNamed(text) {
  if (text.length > MOST_CHARACTERS) {
    throw new Refusal(`This is too long to be typed homework: ${text.length} characters.`);
  }
  const plain = text.replaceAll('\r', '').replaceAll(/#.*$/gm, '');
  const heads = [...plain.matchAll(/(?:^|\n|;)[ \t]*(?!dtype)([A-Za-zη][A-Za-z_]*\d*)[ \t]*(?:=|:)/g)];
  /** @type {Map<string, Table>} */
  const found = new Map();
  const before = plain.slice(0, heads[0]?.index ?? plain.length).trim();
  if (before !== '') {
    throw new Refusal(
      `“${before.slice(0, 30)}” stands before the first name; begin with one, such as w2 = …`,
    );
  }
  heads.forEach((head, at) => {
    const name = String(head[1]);
    const body = plain.slice(head.index + head[0].length, heads[at + 1]?.index ?? plain.length);
    const known = name.toLowerCase().replaceAll('_', '');
    if (found.has(known)) throw new Refusal(`${name} is given twice.`);
    found.set(known, table(body.replace(/;\s*$/, ''), name));
  });
  return found;
}
