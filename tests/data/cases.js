/**
 * The test cases of the importers: each is a file or a pasted text, and the expected result or refusal.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { Refusal } from '../../www/src/protocol/refusal.js';
import { sentenceOf } from '../../www/src/words/refusals.js';

/**
 * The input of a case: pasted text (`text`, `repeat`), or the bytes of a file (all others).
 *
 * @typedef {object} Source
 * @property {string} [text]
 * @property {[string, number][]} [repeat]  parts of a text, each with how often it is repeated
 * @property {string} [utf8]
 * @property {string} [base64]
 * @property {string} [hex]
 * @property {number} [zeros]  the number of zero bytes after those of `hex`
 * @property {boolean} [gzip]  whether the bytes are packed with gzip
 * @property {number} [keep]  the number of bytes to keep of the file
 */

/** @typedef {{ refused?: string, row?: number, column?: number } & Record<string, unknown>} Expected */

/**
 * @template T
 * @typedef {T & { name: string, expect: Expected }} Case
 */

/**
 * Reads the cases of a file, and checks that their names are unique and that each expects something.
 *
 * @template T
 * @param {string} file
 * @returns {Case<T>[]}
 */
export function casesOf(file) {
  /** @type {Case<T>[]} */
  const cases = JSON.parse(readFileSync(new URL(`cases/${file}.json`, import.meta.url), 'utf8'));
  const names = new Set(cases.map(({ name }) => name));
  assert.equal(names.size, cases.length, `names in ${file}`);
  for (const { name, expect } of cases) {
    assert.ok(Object.keys(expect).length > 0, `${name} expects nothing`);
    assert.notEqual(expect.refused, '', `${name} expects any refusal`);
  }
  return cases;
}

/**
 * Returns the bytes of a case.
 *
 * @param {Source} source
 * @returns {Uint8Array}
 */
export function bytesOf({ utf8 = '', base64 = '', hex = '', zeros = 0, gzip = false, keep }) {
  const parts = [
    Buffer.from(utf8),
    Buffer.from(base64, 'base64'),
    Buffer.from(hex.replaceAll(' ', ''), 'hex'),
  ];
  const plain = Buffer.concat([...parts, Buffer.alloc(zeros)]);
  const all = gzip ? gzipSync(plain) : plain;
  // Starts at byte 3 of the buffer: with an offset of 0, code that ignores `byteOffset` would pass.
  const shifted = new Uint8Array(all.length + 3).subarray(3);
  shifted.set(all);
  return shifted.subarray(0, keep ?? all.length);
}

/**
 * Returns the pasted text of a case.
 *
 * @param {Source} source
 * @returns {string | undefined}
 */
export const textOf = ({ text, repeat }) =>
  text ?? repeat?.map(([part, times]) => part.repeat(times)).join('');

/**
 * Returns the facts about columns that a case has.
 *
 * @param {any} columns
 * @param {any} wanted
 */
const withFields = (columns, wanted) =>
  columns.map((/** @type {any} */ column, /** @type {number} */ at) =>
    Object.fromEntries(Object.keys(wanted[at] ?? {}).map((field) => [field, column[field]])),
  );

/**
 * Checks that `act` gives what a case expects. Other fields of the result are not checked.
 *
 * @param {Expected} expect
 * @param {() => unknown} act
 */
export async function check(expect, act) {
  const { refused, row, column, ...values } = expect;
  if (refused !== undefined) {
    await assert.rejects(
      async () => act(),
      (error) => {
        assert.ok(error instanceof Refusal, String(error));
        const sentence = sentenceOf(error.why);
        assert.ok(sentence.includes(refused), sentence);
        assert.match(sentence, /^\S.*[.]$/s);
        if (row !== undefined) assert.equal(error.row, row, sentence);
        if (column !== undefined) assert.equal(error.column, column, sentence);
        return true;
      },
    );
    return;
  }
  const result = /** @type {Record<string, unknown>} */ (await act());
  for (const [key, value] of Object.entries(values)) {
    const got = key === 'columns' ? withFields(result[key], value) : result[key];
    assert.deepEqual(ArrayBuffer.isView(got) ? [.../** @type {Float64Array} */ (got)] : got, value, key);
  }
}
