/**
 * The widths of edges.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { edgeWidth, legendWeights, widthsFor } from '../../www/src/scene/widths.js';

test('widths grow with weights, on the scale the data asks for', () => {
  const even = [undefined, Float64Array.of(0.5, -1.5, 0.7, 1)];
  const far = [undefined, Float64Array.of(0.001, -0.002, 0.003, 120)];
  assert.deepEqual(widthsFor(even, 'auto', undefined), { kind: 'linear', top: 2 });
  assert.deepEqual(widthsFor(far, 'auto', undefined), { kind: 'log', top: 200 });
  assert.deepEqual(widthsFor(far, 'linear', undefined), { kind: 'linear', top: 200 });
  for (const widths of [widthsFor(even, 'auto', undefined), widthsFor(far, 'auto', undefined)]) {
    const px = legendWeights(widths).map((weight) => edgeWidth(weight, widths));
    assert.deepEqual(
      [...px].sort((a, b) => a - b),
      px,
    );
    assert.equal(edgeWidth(-widths.top, widths), edgeWidth(widths.top, widths));
    assert.ok(edgeWidth(0, widths) > 0, 'an edge of weight 0 can be seen');
    assert.equal(edgeWidth(1e300, widths), edgeWidth(widths.top, widths));
  }
});

test('a scale is kept as long as it fits', () => {
  const before = { kind: /** @type {const} */ ('linear'), top: 5 };
  assert.deepEqual(widthsFor([Float64Array.of(4.9, 0.01)], 'auto', before), before);
  assert.equal(widthsFor([Float64Array.of(5.1)], 'auto', before).top, 10);
  assert.equal(widthsFor([Float64Array.of(0.3)], 'auto', before).top, 0.5);
  assert.deepEqual(widthsFor([Float64Array.of(0, 0)], 'auto', undefined), { kind: 'linear', top: 1 });
});
