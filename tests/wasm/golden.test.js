/**
 * The golden cases of the independent NumPy program, in the real module; see tests/golden/README.md.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Network } from './module.js';

/** @param {string} name */
const read = (name) =>
  JSON.parse(readFileSync(new URL(`../golden/cases/${name}.json`, import.meta.url), 'utf8'));

/**
 * Checks values to 1e-12 relative, plus the case's `absolute`, which allows for rounding near 0.
 *
 * @param {{ name?: string, absolute: number }} each
 * @param {string} what
 * @param {ArrayLike<number> | undefined} got
 * @param {number[]} want
 */
function close(each, what, got, want) {
  assert.equal(got?.length, want.length, `${each.name}: ${what}`);
  want.forEach((wanted, at) => {
    const value = Number(got?.[at]);
    const fits = Math.abs(value - wanted) <= 1e-12 * Math.abs(wanted) + each.absolute;
    assert.ok(fits, `${each.name}: ${what}[${at}] is ${value}, wanted ${wanted}`);
  });
}

/** @param {{ sizes: number[], parameters: number[] }} each */
function network(each) {
  const made = new Network(Float64Array.from(each.sizes), 0);
  made.parameters = Float64Array.from(each.parameters);
  return made;
}

/** @param {number[][]} rows */
const flat = (rows) => Float64Array.from(rows.flat());

/**
 * @param {any} each
 * @param {ReturnType<InstanceType<typeof Network>['backprop']>} pass
 * @param {any} record
 */
function compare(each, pass, record) {
  for (const what of /** @type {const} */ (['z', 'a', 'delta', 'nablaW', 'nablaB'])) {
    assert.equal(pass[what].length, record[what].length);
    record[what].forEach((/** @type {number[] | null} */ wanted, /** @type {number} */ at) => {
      if (wanted === null) assert.equal(pass[what][at], undefined);
      else close(each, what, pass[what][at], wanted);
    });
  }
}

test('backprop, cost and feedforward give the golden values', () => {
  const { cases } = read('backprop');
  assert.ok(cases.length > 0);
  for (const each of cases) {
    const [x, y] = [Float64Array.from(each.x), Float64Array.from(each.y)];
    const net = network(each);
    compare(each, net.backprop(x, y), each);
    close(each, 'cost', [net.cost(x, y, 1)], [each.cost]);
    close(each, 'output', net.feedforward(x), each.a.at(-1));
  }
});

test('updateMiniBatch gives the golden parameters', () => {
  const { cases } = read('update');
  assert.ok(cases.length > 0);
  for (const each of cases) {
    const net = network(each);
    const before = net.updateMiniBatch(flat(each.xs), flat(each.ys), each.m, each.eta);
    close(each, 'costBefore', [before], [each.costBefore]);
    close(each, 'after', net.parameters, each.after);
  }
});

test('300 mini-batches give the golden parameters and cost', () => {
  const { cases } = read('training');
  assert.ok(cases.length > 0);
  for (const each of cases) {
    const net = network(each);
    let left = each.miniBatchCount;
    for (const order of each.orders) {
      for (let first = 0; first < order.length && left > 0; first += each.miniBatchSize, left -= 1) {
        /** @type {number[]} */
        const batch = order.slice(first, first + each.miniBatchSize);
        const [xs, ys] = [batch.map((at) => each.xs[at]), batch.map((at) => each.ys[at])];
        net.updateMiniBatch(flat(xs), flat(ys), batch.length, each.eta);
      }
    }
    assert.equal(left, 0);
    close(each, 'after', net.parameters, each.after);
    close(each, 'costAfter', [net.cost(flat(each.xs), flat(each.ys), each.xs.length)], [each.costAfter]);
  }
});

test('the 3-2-1 mini-batch worked by hand gives its fractions', () => {
  const each = read('hand_worked');
  const net = network(each);
  for (const sample of each.samples) {
    compare(each, net.backprop(Float64Array.from(sample.x), Float64Array.from(sample.y)), sample);
  }
  /** @param {'x' | 'y'} key */
  const all = (key) => flat(each.samples.map((/** @type {any} */ sample) => sample[key]));
  const [xs, ys] = [all('x'), all('y')];
  close(each, 'miniBatchCost', [net.updateMiniBatch(xs, ys, each.m, each.eta)], [each.miniBatchCost]);
  close(each, 'after', net.parameters, each.after);
});

test('Mazur’s example gives his published weights', () => {
  const each = read('mazur');
  const net = network(each);
  const [x, y] = [Float64Array.from(each.x), Float64Array.from(each.y)];
  compare(each, net.backprop(x, y), each);
  net.updateMiniBatch(x, y, 1, each.eta);
  close(each, 'after', net.parameters, each.after);
  const weights = [...net.parameters.slice(0, 4), ...net.parameters.slice(6, 10)];
  const { published } = each;
  weights.forEach((weight, at) => assert.ok(Math.abs(weight - published.weights[at]) <= published.tolerance));
});

test('initial parameters of a seed are the golden ones', () => {
  for (const each of read('generator').start) {
    const net = new Network(Float64Array.from(each.sizes), each.seed);
    close({ name: `seed ${each.seed}`, ...each }, 'parameters', net.parameters, each.parameters);
  }
});
