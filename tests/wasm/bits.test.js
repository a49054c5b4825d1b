/**
 * The bits of WebAssembly are those of the native program.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { DataSet, Network, Session } from './module.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {Float64Array | number[]} values */
function bits(values) {
  const view = new DataView(new ArrayBuffer(8));
  return Array.from(values, (value) => {
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16).padStart(16, '0');
  });
}

/** @param {string[]} hex */
function numbers(hex) {
  const view = new DataView(new ArrayBuffer(8));
  return Float64Array.from(hex, (digits) => {
    view.setBigUint64(0, BigInt(`0x${digits}`));
    return view.getFloat64(0);
  });
}

const command = ['run', '--quiet', '--package', 'backstep', '--example', 'bits'];
const output = execFileSync('cargo', command, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
const cases = output
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

test('networks have the native bits after 50 updates', () => {
  const networks = cases.filter((each) => each.kind === 'network');
  assert.equal(networks.length, 40);
  for (const { sizes, seed, m, eta, updates, ...want } of networks) {
    const [xs, ys] = [numbers(want.xs), numbers(want.ys)];
    const network = new Network(Float64Array.from(sizes), seed);
    for (let update = 0; update < updates; update += 1) network.updateMiniBatch(xs, ys, m, eta);
    assert.deepEqual(bits(network.parameters), want.parameters, `sizes ${sizes}, seed ${seed}`);
    assert.deepEqual(bits([network.cost(xs, ys, m)]), want.cost);
  }
});

test('sessions have the native bits after 1,000 mini-batches', () => {
  const sessions = cases.filter((each) => each.kind === 'session');
  // Eight seeds of each of the five examples.
  assert.equal(sessions.length, 40);
  for (const { example, seed, miniBatches, parameters } of sessions) {
    const session = Session.open(example, seed);
    const state = session.stateAt(session.positionOf(miniBatches - 1));
    const got = state.weights.flatMap((weights, l) => [...(weights ?? []), ...(state.biases[l] ?? [])]);
    assert.deepEqual(bits(got), parameters, `${example}, seed ${seed}`);
  }
});

test('generated data has the native bits', () => {
  const sets = cases.filter((each) => each.kind === 'generated');
  // Eight seeds of each of the seven kinds.
  assert.equal(sets.length, 56);
  for (const { set, seed, xs, ys } of sets) {
    const data = DataSet.generate({ kind: set, rule: 110, count: 100, noise: 0.7, seed });
    const rows = data.rows(0, 100);
    assert.deepEqual([bits(rows.xs), bits(rows.ys)], [xs, ys], `kind ${set}, seed ${seed}`);
  }
});
