/**
 * Property tests of the IDX reader with random files. `node tests/fuzz/idx.js 100000` runs each property
 * 100,000 times. A failure prints the smallest failing input, and the seed to reproduce it.
 */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';

import fc from 'fast-check';

import { pairIdx, readIdx } from '../../www/src/tables/idx.js';
import { unlessRefused } from './unless-refused.js';

/**
 * Returns the bytes of an IDX file.
 *
 * @param {number[]} dims
 * @param {Iterable<number>} data
 */
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

/** Starts of a file; some are valid. */
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

const someDims = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
const roundTrip = fc.property(someDims, fc.infiniteStream(fc.nat(255)), (dims, stream) => {
  const data = [...stream.take(product(dims))];
  const read = readIdx(file(dims, data));
  assert.deepEqual(read.dims, dims);
  assert.deepEqual([...read.data], data);
});

/** A file with a byte too many or too few, or a changed byte in its header, is refused. */
const damaged = fc.property(someDims, fc.nat(), fc.integer({ min: 1, max: 255 }), (dims, index, change) => {
  const valid = file(dims, new Uint8Array(product(dims)));
  assert.ok(unlessRefused(() => readIdx(valid)));
  assert.equal(
    unlessRefused(() => readIdx(valid.subarray(0, index % valid.length))),
    undefined,
  );
  assert.equal(
    unlessRefused(() => readIdx(Uint8Array.from([...valid, 0]))),
    undefined,
  );
  const changed = Uint8Array.from(valid);
  const at = index % (4 + 4 * dims.length);
  changed[at] = (changed[at] ?? 0) ^ change;
  // Byte 3 is the number of dimensions. With another one the file can be valid: data is read as lengths.
  if (at !== 3)
    assert.equal(
      unlessRefused(() => readIdx(changed)),
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

/**
 * Checks all properties.
 *
 * @param {number} runs  of each property
 * @param {number} [seed]
 */
export function idx(runs, seed) {
  const settings = { numRuns: runs, ...(seed !== undefined && { seed }) };
  for (const property of [anyBytes, roundTrip, damaged, pairs]) {
    // The properties have different types.
    fc.assert(
      /** @type {import('fast-check').IProperty<unknown>} */ (/** @type {unknown} */ (property)),
      settings,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  idx(Number(process.argv[2] ?? 10_000), process.argv[3] === undefined ? undefined : Number(process.argv[3]));
}
