/**
 * Formatting and parsing of numbers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fitNumber, formatOf, full, parseNumber } from '../../www/src/notation/format.js';

const { short } = formatOf({ digits: 3, comma: false });

test('the short format has three decimals, and shows 0.000 only for 0', () => {
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
  // On both sides of rounding to 0.
  for (let digits = 2; digits <= 12; digits += 1) {
    const half = 0.5 * 10 ** -digits;
    for (const value of [half, half * (1 + 1e-15), half * (1 - 1e-15), -half]) {
      const written = formatOf({ digits, comma: false }).short(value);
      assert.notEqual(Math.abs(Number(written.replace('−', '-'))), 0, `${value} in ${digits}: ${written}`);
    }
  }
});

test('the full format is parsed back as the same number', () => {
  for (const value of [0.1, -1 / 3, 5e-324, 1.7976931348623157e308, 2 ** 53]) {
    assert.equal(parseNumber(full(value)), value);
  }
});

test('a comma is parsed as a point, and text that is not a number as undefined', () => {
  assert.equal(parseNumber(' 0,5 '), 0.5);
  assert.equal(parseNumber('−2'), -2);
  assert.equal(parseNumber('1e-3'), 0.001);
  assert.equal(parseNumber('.5'), 0.5);
  for (const text of ['', 'x', '1,2,3', '1e999', 'NaN', 'Infinity', '0x10', '1 2']) {
    assert.equal(parseNumber(text), undefined, text);
  }
});

test('a whole number may have commas between its thousands; what can be both is none', () => {
  /** @type {[string, number | undefined][]} */
  const cases = [
    ['1,000', 1_000],
    ['-12,345,678', -12_345_678],
    ['1.000', NaN],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1000', 1_000],
    ['1,0000', 1],
    ['1,000,00', undefined],
  ];
  for (const [text, value] of cases) assert.equal(parseNumber(text, true), value, text);
  assert.equal(parseNumber('1,000'), 1, 'a decimal comma where any number will do');
});

test('the style sets digits and decimal comma', () => {
  const german = formatOf({ digits: 5, comma: true });
  assert.equal(german.short(-0.123456), '−0,12346');
  assert.equal(german.short(0.000001), '1,000e−6');
  assert.equal(german.full(0.1), '0,1');
  assert.equal(formatOf({ digits: 17, comma: false }).short(1 / 3), String(1 / 3));
  for (let digits = 2; digits < 17; digits += 1) {
    const text = formatOf({ digits, comma: false }).short(1 / 3);
    assert.equal(text, (1 / 3).toFixed(digits));
  }
});

test('a number that does not fit has fewer digits', () => {
  assert.equal(fitNumber(-0.123456, { digits: 6, comma: false }, 9), '−0.123456');
  assert.equal(fitNumber(-0.123456, { digits: 6, comma: false }, 6), '−0.123');
  assert.equal(fitNumber(-0.123456, { digits: 6, comma: false }, 1), '−0.12');
});
