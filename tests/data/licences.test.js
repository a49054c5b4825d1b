/**
 * Every data set that is served is named with its terms, and is the one named.
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

test('the files are those that are named', () => {
  const served = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(csv|gz)$/.test(file),
  );
  assert.deepEqual(served.map((file) => file.replaceAll('\\', '/')).sort(), [...named.keys()].sort());
  for (const file of served) {
    const bytes = readFileSync(new URL(file, data));
    // Of MNIST the unpacked bytes are named, as they are known everywhere.
    const own = file.startsWith('mnist') ? gunzipSync(bytes) : bytes;
    assert.equal(createHash('sha256').update(own).digest('hex'), named.get(file), file);
  }
});

test('each set has its source, citation and terms', () => {
  const sets = text.split(/^## /m).slice(1);
  assert.equal(sets.length, 4);
  for (const set of sets)
    for (const part of ['Source:', 'Cite:', 'Terms:', 'Changed:']) assert.ok(set.includes(part), set);
});
