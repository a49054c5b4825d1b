/**
 * The data sets in `www/data` match the hashes in DATA-LICENSES.md, which has source and terms of each.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

const data = new URL('../../www/data/', import.meta.url);
const text = readFileSync(new URL('DATA-LICENSES.md', data), 'utf8');
const named = new Map(
  [...text.matchAll(/\| `([^`]+)` \| `([0-9a-f]{64})` \|/g)].map(([, file, hash]) => [file, hash]),
);

test('DATA-LICENSES.md names every data file with its hash', () => {
  const served = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(csv|gz)$/.test(file),
  );
  assert.deepEqual(served.map((file) => file.replaceAll('\\', '/')).sort(), [...named.keys()].sort());
  for (const file of served) {
    const bytes = readFileSync(new URL(file, data));
    // The hashes of MNIST are of the unpacked files, as published.
    const content = file.startsWith('mnist') ? gunzipSync(bytes) : bytes;
    assert.equal(createHash('sha256').update(content).digest('hex'), named.get(file), file);
  }
});

test('DATA-LICENSES.md gives source, citation, terms and changes of every data set', () => {
  const sets = text.split(/^## /m).slice(1);
  assert.equal(sets.length, 4);
  for (const set of sets)
    for (const part of ['Source:', 'Cite:', 'Terms:', 'Changed:']) assert.ok(set.includes(part), set);
});
