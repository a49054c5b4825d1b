/**
 * The cases of the importers: a file or a pasted text each, and what must come of it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { Refusal } from '../../www/src/tables/refusal.js';

/**
 * Where a file comes from: `text` is pasted; the others are bytes, `utf8` those of a text, `zeros` a number of zero
 * bytes after the hexadecimal ones, `gzip` packs what the others make, `keep` leaves only the first bytes of it.
 *
 * @typedef {object} Source
 * @property {string} [text]
 * @property {[string, number][]} [repeat]  a text made of texts, each so many times
 * @property {string} [utf8]
 * @property {string} [base64]
 * @property {string} [hex]
 * @property {number} [zeros]
 * @property {boolean} [gzip]
 * @property {number} [keep]
 */

/** @typedef {{ refused?: string, row?: number, column?: number } & Record<string, unknown>} Expected */

/**
 * @template T
 * @typedef {T & { name: string, expect: Expected }} Case
 */

/**
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

/** @param {Source} source @returns {Uint8Array} */
export function bytesOf({ utf8 = '', base64 = '', hex = '', zeros = 0, gzip = false, keep }) {
  const parts = [
    Buffer.from(utf8),
    Buffer.from(base64, 'base64'),
    Buffer.from(hex.replaceAll(' ', ''), 'hex'),
  ];
  const plain = Buffer.concat([...parts, Buffer.alloc(zeros)]);
  const all = gzip ? gzipSync(plain) : plain;
  // Bytes that begin at 0 of their buffer would hide a mistake with offsets.
  const shifted = new Uint8Array(all.length + 3).subarray(3);
  shifted.set(all);
  return shifted.subarray(0, keep ?? all.length);
}

/** @param {Source} source @returns {string | undefined} */
export const textOf = ({ text, repeat }) =>
  text ?? repeat?.map(([part, times]) => part.repeat(times)).join('');

/**
 * Checks what a case expects, and nothing else of the result.
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
        assert.ok(error.message.includes(refused), error.message);
        assert.match(error.message, /^\S.*[.]$/s);
        if (row !== undefined) assert.equal(error.row, row, error.message);
        if (column !== undefined) assert.equal(error.column, column, error.message);
        return true;
      },
    );
    return;
  }
  const result = /** @type {Record<string, unknown>} */ (await act());
  for (const [key, value] of Object.entries(values)) {
    const got = result[key];
    assert.deepEqual(ArrayBuffer.isView(got) ? [.../** @type {Float64Array} */ (got)] : got, value, key);
  }
}
