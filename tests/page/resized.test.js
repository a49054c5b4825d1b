/**
 * Resizing: which weights and biases are kept.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { weightAt } from '../../www/src/notation/selection.js';
import { keptCount, isKept } from '../../www/src/scene/resized.js';
import { Session } from '../wasm/module.js';
import { ORIGIN } from './views.js';

test('the page marks as kept exactly the weights and biases that the core kept', () => {
  for (const [sizes, keptLayers] of [
    [
      [3, 4, 1],
      [0, 1, 2],
    ],
    [
      [2, 1, 1],
      [0, 1, 2],
    ],
    [
      [3, 2, 2, 1],
      [0, -1, 1, 2],
    ],
    [
      [3, 2, 2, 1],
      [0, 1, -1, 2],
    ],
    [
      [3, 1],
      [0, 2],
    ],
    [
      [5, 3, 2, 2],
      [0, -1, 1, 2],
    ],
  ]) {
    assert.ok(sizes && keptLayers);
    const session = Session.open('majority');
    // Not the initial values, because a new weight at the same index would get the same one.
    const values = Float64Array.from({ length: 11 }, (_, at) => (at + 1) / 64);
    session.edit(ORIGIN, { kind: 'parameters', values }, false);
    const old = session.stateAt(ORIGIN);
    session.edit(ORIGIN, { kind: 'sizes', sizes, keptLayers }, false);
    const now = session.stateAt(ORIGIN);
    const resized = { from: old.sizes, keptLayers };
    const [before, inputs] = [
      new Set([...old.weights, ...old.biases].flatMap((list) => [...(list ?? [])])),
      now.sizes,
    ];
    let kept = 0;
    for (let layer = 2; layer <= sizes.length; layer += 1) {
      const width = inputs[layer - 2] ?? 0;
      now.weights[layer - 1]?.forEach((value, at) => {
        const weight = weightAt(layer, Math.floor(at / width), at % width);
        assert.equal(isKept(resized, weight), before.has(value), `${sizes}: ${JSON.stringify(weight)}`);
        kept += before.has(value) ? 1 : 0;
      });
      now.biases[layer - 1]?.forEach((value, neuron) => {
        assert.equal(isKept(resized, { kind: 'bias', layer, neuron }), before.has(value), `${sizes}: bias`);
        kept += before.has(value) ? 1 : 0;
      });
    }
    assert.equal(keptCount(resized, now.sizes).kept, kept, String(sizes));
  }
});
