/**
 * Equations that close in the digits shown.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { MOST_DECIMALS, closing, productEquation, productOf, sumOf } from '../../www/src/notation/closing.js';
import { formatOf, parseNumber } from '../../www/src/notation/format.js';

const STYLE = Object.freeze({ digits: 3, comma: false });

test('a sum that does not close gets one decimal more', () => {
  const [given, result] = [[-0.27148, 0.67268], 0.4012];
  const { short } = formatOf(STYLE);
  assert.deepEqual([...given, result].map(short), ['−0.271', '0.673', '0.401']);
  const found = closing([{ given, result, calculate: sumOf }], STYLE);
  const style = { digits: 4, comma: false };
  assert.deepEqual(found, { style, finer: style, closes: true });
});

test('numbers of two decimals close as they are', () => {
  const found = closing([{ given: [0.36, -0.54, 0.65], result: 0.47, calculate: sumOf }], STYLE);
  assert.deepEqual(found, { style: STYLE, finer: STYLE, closes: true });
});

test('what six decimals do not close keeps its style', () => {
  const found = closing([{ given: [1, 2], result: 4, calculate: sumOf }], STYLE);
  assert.deepEqual(found, { style: STYLE, finer: STYLE, closes: false });
});

test('a factor gets one decimal more before its product does', () => {
  const found = closing([productEquation([3, -0.021283], -0.063849)], STYLE);
  assert.deepEqual(found, { style: STYLE, finer: { digits: 4, comma: false }, closes: true });
});

test('what closes is right in the digits shown, with a point or a comma', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.boolean(), fc.boolean(), (one, other, comma, multiplied) => {
      const calculate = multiplied ? productOf : sumOf;
      const result = calculate([one, other]);
      const { style, closes } = closing([{ given: [one, other], result, calculate }], { digits: 3, comma });
      assert.ok(style.digits <= MOST_DECIMALS && style.comma === comma);
      const { short } = formatOf(style);
      const shown = [one, other].map((each) => Number(parseNumber(short(each))));
      assert.equal(parseNumber(short(calculate(shown))) === parseNumber(short(result)), closes);
    }),
    { seed: 4, numRuns: 500 },
  );
});
