/**
 * Random IDX files: `node tests/fuzz/idx.js 100000` tries so many of each kind. A failure prints the smallest input that
 * shows it, and the seed that finds it again.
 */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

import fc from 'fast-check';

import { pairIdx, readIdx } from '../../www/src/tables/idx.js';
import { unlessRefused } from './unless-refused.js';

/** @param {number[]} dims @param {Iterable<number>} data */
function file(dims, data) {
  const head = dims.flatMap((length) => [
    length >>> 24,
    (length >>> 16) & 255,
    (length >>> 8) & 255,
    length & 255,
  ]);
  return Uint8Array.from([0, 0, 8, dims.length, ...head, ...data]);
}

const product = (/** @type {number[]} */ dims) => dims.reduce((a, b) => a * b, 1);

/** Bytes of which many begin as they should. */
const starts = fc.constantFrom(
  [],
  [0],
  [0, 0],
  [0, 0, 8],
  [0, 0, 8, 1, 0, 0, 0],
  [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0],
);
const anyBytes = fc.property(starts, fc.uint8Array({ maxLength: 40 }), (start, rest) => {
  const bytes = Uint8Array.from([...start, ...rest]);
  const read = unlessRefused(() => readIdx(bytes));
  if (!read) return;
  assert.equal(product(read.dims), read.data.length);
  assert.deepEqual(file(read.dims, read.data), bytes);
});

const wholeDims = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
const roundTrip = fc.property(wholeDims, fc.infiniteStream(fc.nat(255)), (dims, stream) => {
  const data = [...stream.take(product(dims))];
  const read = readIdx(file(dims, data));
  assert.deepEqual(read.dims, dims);
  assert.deepEqual([...read.data], data);
});

/** One byte more or fewer, or one changed in the head, is noticed. */
const damaged = fc.property(wholeDims, fc.nat(), fc.integer({ min: 1, max: 255 }), (dims, place, change) => {
  const whole = file(dims, new Uint8Array(product(dims)));
  assert.ok(unlessRefused(() => readIdx(whole)));
  assert.equal(
    unlessRefused(() => readIdx(whole.subarray(0, place % whole.length))),
    undefined,
  );
  assert.equal(
    unlessRefused(() => readIdx(Uint8Array.from([...whole, 0]))),
    undefined,
  );
  const head = Uint8Array.from(whole);
  const at = place % (4 + 4 * dims.length);
  head[at] = (head[at] ?? 0) ^ change;
  // Another number of dimensions can by chance be right again: the numbers that follow are then read as lengths.
  if (at !== 3)
    assert.equal(
      unlessRefused(() => readIdx(head)),
      undefined,
    );
});

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
const pairs = fc.property(lengths, lengths, fc.boolean(), fc.nat(255), (dims, other, matching, greatest) => {
  const labelDims = matching ? dims.slice(0, 1) : other;
  const labels = new Uint8Array(product(labelDims)).map((_, at) =>
    at === 0 ? greatest : at % (greatest + 1),
  );
  const images = readIdx(file(dims, new Uint8Array(product(dims))));
  const pair = unlessRefused(() => pairIdx(images, readIdx(file(labelDims, labels))));
  const fits = dims.length === 3 && labelDims.length === 1 && labelDims[0] === dims[0];
  assert.equal(pair !== undefined, fits && (dims[1] ?? 0) * (dims[2] ?? 0) <= 1024);
  if (!pair) return;
  assert.equal(pair.pixels.length, pair.count * pair.width * pair.height);
  assert.equal(pair.labels.length, pair.count);
  assert.equal(pair.classes, greatest + 1);
});

/** @param {number} runs  of each property @param {number} [seed] */
export function idx(runs, seed) {
  const settings = { numRuns: runs, ...(seed !== undefined && { seed }) };
  for (const property of [anyBytes, roundTrip, damaged, pairs]) {
    // Each has its own types.
    fc.assert(
      /** @type {import('fast-check').IProperty<unknown>} */ (/** @type {unknown} */ (property)),
      settings,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  idx(Number(process.argv[2] ?? 10_000), process.argv[3] === undefined ? undefined : Number(process.argv[3]));
}
