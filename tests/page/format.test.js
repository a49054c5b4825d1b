/**
 * Numbers as people read and type them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { full, parse, short } from '../../www/src/format.js';

test('little room: three decimals, and never 0.000 for something that is not 0', () => {
  /** @type {[number, string][]} */
  const cases = [
    [0, '0'],
    [1, '1'],
    [-3, '−3'],
    [0.12345, '0.123'],
    [-0.0006, '−0.001'],
    [0.0004, '4.0e−4'],
    [-1.23e-7, '−1.2e−7'],
    [12345.678, '1.2e4'],
    [1e300, '1.0e300'],
    [NaN, 'not a number'],
    [-Infinity, '−∞'],
  ];
  for (const [value, text] of cases) assert.equal(short(value), text);
});

test('all digits come back as the same number', () => {
  for (const value of [0.1, -1 / 3, 5e-324, 1.7976931348623157e308, 2 ** 53]) {
    assert.equal(parse(full(value)), value);
  }
});

test('a comma is a point, and what is no number is none', () => {
  assert.equal(parse(' 0,5 '), 0.5);
  assert.equal(parse('−2'), -2);
  assert.equal(parse('1e-3'), 0.001);
  assert.equal(parse('.5'), 0.5);
  for (const text of ['', 'x', '1,2,3', '1e999', 'NaN', 'Infinity', '0x10', '1 2']) {
    assert.equal(parse(text), undefined, text);
  }
});
