/**
 * Delimited text: what is read, and which sentence refuses the rest.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unpack } from '../../www/src/tables/decode.js';
import { toSamples } from '../../www/src/tables/samples.js';
import { readTable } from '../../www/src/tables/table.js';
import { table as fuzz } from '../fuzz/table.js';
import { bytesOf, casesOf, check, textOf } from './cases.js';

/** @import { Dialect } from '../../www/src/tables/table.js' */
/** @import { SampleColumns } from '../../www/src/tables/samples.js' */
/** @import { Source } from './cases.js' */

/** @typedef {Source & { options?: Dialect, choose?: SampleColumns }} TableCase */

const FILES = ['delimiters', 'quotes', 'headers', 'numbers', 'encodings', 'shapes', 'targets'];
const cases = FILES.flatMap((file) => casesOf(file).map((made) => ({ file, made })));

for (const { file, made } of cases) {
  const { name, expect, options, choose, ...source } = /** @type {import('./cases.js').Case<TableCase>} */ (
    made
  );
  test(`${file}: ${name}`, () =>
    check(expect, async () => {
      const table = readTable(textOf(source) ?? (await unpack(bytesOf(source))), options);
      return choose ? toSamples(table, choose) : table;
    }));
}

test('tables and images together have at least 200 cases', () => {
  assert.ok(cases.length + casesOf('idx').length + casesOf('pairs').length >= 200, `${cases.length}`);
});

test('unpacking stops at the size limit, and unpacks a file of exactly that size', async () => {
  const packed = bytesOf({ zeros: 100_000, gzip: true });
  assert.ok(packed.length < 1000);
  await check({ refused: 'can have 99,999 bytes at most' }, () => unpack(packed, 99_999));
  assert.equal((await unpack(packed, 100_000)).length, 100_000);
});

test('a table with more than 20,000,000 cells is refused while it is read', async () => {
  const row = `${'1,'.repeat(999)}1\n`;
  await check({ refused: '20,000,000 cells' }, () => readTable(row.repeat(20_001)));
});

test('one-hot targets of more than 20,000,000 numbers are refused', async () => {
  const rows = Array.from({ length: 21_000 }, (_, index) => `${index},k${index % 1000}`);
  const table = readTable(`x,k\n${rows.join('\n')}`);
  await check({ refused: '21,021,000 numbers' }, () =>
    toSamples(table, { inputs: [0], targets: [1], coding: 'oneHot' }),
  );
});

test('tables of 100,000 rows and of 1,024 columns are read', () => {
  assert.equal(readTable(`x\n${'1\n'.repeat(100_000)}`).rows.length, 100_000);
  assert.equal(readTable(`${'1,'.repeat(1023)}1`).columns.length, 1024);
});

test('random texts and tables are read or refused', () => fuzz(300, 1));
