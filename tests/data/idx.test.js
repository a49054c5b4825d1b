/**
 * IDX files: what is read, and which sentence refuses the rest.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unpack } from '../../www/src/tables/decode.js';
import { pairIdx, readIdx } from '../../www/src/tables/idx.js';
import { idx as fuzz } from '../fuzz/idx.js';
import { bytesOf, casesOf, check } from './cases.js';

/** @import { Case, Source } from './cases.js' */

for (const { name, expect, ...source } of /** @type {Case<Source>[]} */ (casesOf('idx'))) {
  test(`idx: ${name}`, () => check(expect, async () => readIdx(await unpack(bytesOf(source)))));
}

for (const made of /** @type {Case<{ images: Source, labels: Source }>[]} */ (casesOf('pairs'))) {
  const { name, expect, images, labels } = made;
  test(`pairs: ${name}`, () =>
    check(expect, () => pairIdx(readIdx(bytesOf(images)), readIdx(bytesOf(labels)))));
}

test('reading an IDX file copies no data', () => {
  const file = bytesOf({ hex: '00 00 08 01 00 00 00 02 05 06' });
  const { data } = readIdx(file);
  assert.equal(data.buffer, file.buffer);
  assert.equal(data.byteOffset, file.byteOffset + 8);
});

test('random IDX files are read or refused', () => fuzz(300, 1));
