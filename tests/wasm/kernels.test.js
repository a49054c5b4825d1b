/**
 * Training many mini-batches in one call: the same bits as one by one, with vector instructions of two lanes.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Network } from './module.js';

/** @param {number} length */
function random(length) {
  let state = 20_261;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

/**
 * Returns rows of a row-major list.
 *
 * @param {Float64Array} values
 * @param {number} width
 * @param {number[]} rows
 */
const pick = (values, width, rows) =>
  Float64Array.from(rows.flatMap((row) => [...values.subarray(row * width, (row + 1) * width)]));

test('many mini-batches in one call give the same bits as one call for each', () => {
  for (const [sizes, count, m] of /** @type {const} */ ([
    [[3, 2, 1], 8, 4],
    [[2, 8, 8, 1], 25, 10],
    [[5, 3, 2], 7, 3],
    [[100, 17, 10], 40, 33],
  ])) {
    const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1] ?? 0];
    const [xs, ys] = [random(count * inputs), random(count * outputs)];
    const one = new Network(Float64Array.from(sizes), 45);
    const other = new Network(Float64Array.from(sizes), 45);
    one.setSamples(xs, ys, count);
    const cost = one.trainMiniBatches(2, 9, m, 0.5);
    let last = NaN;
    for (let i = 2; i < 11; i += 1) {
      const rows = Array.from({ length: m }, (_, at) => (i * m + at) % count);
      last = other.updateMiniBatch(pick(xs, inputs, rows), pick(ys, outputs, rows), m, 0.5);
    }
    assert.deepEqual(one.parameters, other.parameters, `sizes ${sizes}`);
    assert.equal(cost, last);
  }
});

test('training that leaves out inputs that are 0 gives the bits of training with them', () => {
  const [sizes, count, m] = [[784, 30, 10], 30, 3];
  const xs = random(count * 784).map((x) => (x < 0.2 ? x : x < 0.25 ? -0 : 0));
  const ys = random(count * 10);
  const [one, other] = [45, 45].map((seed) => new Network(Float64Array.from(sizes), seed));
  assert.ok(one && other);
  one.setSamples(xs, ys, count);
  one.trainMiniBatches(0, 20, m, 3);
  // Copying weights to and fro is not worth it for a single mini-batch of three samples.
  for (let i = 0; i < 20; i += 1) {
    const rows = Array.from({ length: m }, (_, at) => (i * m + at) % count);
    other.updateMiniBatch(pick(xs, 784, rows), pick(ys, 10, rows), m, 3);
  }
  assert.deepEqual(new Uint8Array(one.parameters.buffer), new Uint8Array(other.parameters.buffer));
});

test('setSamples copies the samples, and invalid ones change nothing', () => {
  const net = new Network(Float64Array.from([1, 1]), 0);
  assert.throws(() => net.trainMiniBatches(0, 1, 1, 1), /There can be 1 to 100000 samples, but 0 were given/);
  const x = Float64Array.from([1, 2]);
  net.setSamples(x, Float64Array.from([0, 1]), 2);
  const twin = new Network(Float64Array.from([1, 1]), 0);
  twin.setSamples(Float64Array.from([1, 2]), Float64Array.from([0, 1]), 2);
  x.fill(1e9);
  assert.throws(() => net.setSamples(x, Float64Array.from([0]), 2), /needs 2 numbers, but 1 were given/);
  assert.equal(net.trainMiniBatches(0, 3, 2, 1), twin.trainMiniBatches(0, 3, 2, 1));
  assert.throws(
    () => net.trainMiniBatches(0, 3, 3, 1),
    /The mini-batch size must be a whole number from 1 to 2/,
  );
  assert.throws(() => net.trainMiniBatches(0.5, 3, 1, 1), /The first mini-batch must be a whole number/);
});

test('the module uses vector instructions of two lanes', () => {
  const bytes = readFileSync(new URL('../../www/pkg/backstep_bg.wasm', import.meta.url));
  // f64x2.mul is 0xfd, then 242 as LEB128. Three random bytes match once in 16 million.
  let products = 0;
  for (let at = 0; at + 2 < bytes.length; at += 1) {
    if (bytes[at] === 0xfd && bytes[at + 1] === 0xf2 && bytes[at + 2] === 0x01) products += 1;
  }
  assert.ok(products > 40, `${products} products of two lanes`);
});
