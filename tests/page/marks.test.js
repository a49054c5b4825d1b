/**
 * Widths, kin, and what a change of sizes keeps.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { count, isKept } from '../../www/src/scene/resized.js';
import { kin } from '../../www/src/scene/related.js';
import { edgeWidth, samples, widthsFor } from '../../www/src/scene/widths.js';
import { Session } from '../wasm/module.js';

/** @import { Selection } from '../../www/src/notation/selection.js' */

test('widths grow with weights, on the scale the data asks for', () => {
  const even = [undefined, Float64Array.of(0.5, -1.5, 0.7, 1)];
  const far = [undefined, Float64Array.of(0.001, -0.002, 0.003, 120)];
  assert.deepEqual(widthsFor(even, 'auto', undefined), { kind: 'linear', top: 2 });
  assert.deepEqual(widthsFor(far, 'auto', undefined), { kind: 'log', top: 200 });
  assert.deepEqual(widthsFor(far, 'linear', undefined), { kind: 'linear', top: 200 });
  for (const widths of [widthsFor(even, 'auto', undefined), widthsFor(far, 'auto', undefined)]) {
    const px = samples(widths).map((weight) => edgeWidth(weight, widths));
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

test('what goes in is upstream, what comes out is downstream', () => {
  /** @type {Selection} */
  const hidden = { kind: 'neuron', layer: 2, neuron: 1 };
  /** @type {[Selection, string][]} */
  const cases = [
    [{ kind: 'weight', layer: 2, to: 1, from: 0 }, 'upstream'],
    [{ kind: 'weight', layer: 2, to: 0, from: 0 }, ''],
    [{ kind: 'bias', layer: 2, neuron: 1 }, 'upstream'],
    [{ kind: 'neuron', layer: 1, neuron: 2 }, 'upstream'],
    [{ kind: 'weight', layer: 3, to: 0, from: 1 }, 'downstream'],
    [{ kind: 'weight', layer: 3, to: 0, from: 0 }, ''],
    [{ kind: 'neuron', layer: 3, neuron: 0 }, 'downstream'],
    [{ kind: 'cost' }, ''],
  ];
  for (const [mark, wanted] of cases) assert.equal(kin(hidden, mark, 3), wanted, JSON.stringify(mark));
  assert.equal(kin({ kind: 'cost' }, { kind: 'target', neuron: 0 }, 3), 'upstream');
  assert.equal(kin({ kind: 'cost' }, { kind: 'neuron', layer: 3, neuron: 0 }, 3), 'upstream');
  assert.equal(kin(undefined, hidden, 3), '');
});

test('what is called kept is what the core has kept', () => {
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
    // Other numbers than the seed's, which would come again for what is new in the same place.
    const values = Float64Array.from({ length: 11 }, (_, at) => (at + 1) / 64);
    session.edit(0, 0, 0, 0, { kind: 'parameters', values }, false);
    const old = session.stateAt(0, 0, 0, 0);
    session.edit(0, 0, 0, 0, { kind: 'sizes', sizes, keptLayers }, false);
    const now = session.stateAt(0, 0, 0, 0);
    const resized = { from: old.sizes, keptLayers };
    const [before, inputs] = [
      new Set([...old.weights, ...old.biases].flatMap((list) => [...(list ?? [])])),
      now.sizes,
    ];
    let kept = 0;
    for (let layer = 2; layer <= sizes.length; layer += 1) {
      const width = inputs[layer - 2] ?? 0;
      now.weights[layer - 1]?.forEach((value, at) => {
        /** @type {Extract<Selection, { kind: 'weight' }>} */
        const mark = { kind: 'weight', layer, to: Math.floor(at / width), from: at % width };
        assert.equal(isKept(resized, mark), before.has(value), `${sizes}: ${JSON.stringify(mark)}`);
        kept += before.has(value) ? 1 : 0;
      });
      now.biases[layer - 1]?.forEach((value, neuron) => {
        assert.equal(isKept(resized, { kind: 'bias', layer, neuron }), before.has(value), `${sizes}: bias`);
        kept += before.has(value) ? 1 : 0;
      });
    }
    assert.equal(count(resized, now.sizes).kept, kept, String(sizes));
  }
});
