/**
 * The picture of a moment is a function of view, t and layout; it shows nothing that is not known, and
 * lights only what the step reads or writes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { focusOf } from '../../www/src/formula/equation.js';
import { layoutOf } from '../../www/src/scene/layout.js';
import { lightingOf } from '../../www/src/scene/lighting.js';
import { lineWidth } from '../../www/src/scene/line-width.js';
import { pictureOf } from '../../www/src/scene/picture.js';
import { numbers, numbersOfState } from './picture-numbers.js';
import { miniBatch } from './views.js';

/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Numbers } from '../../www/src/scene/picture.js' */

const ROOM = { width: 1080, height: 560 };

/** @param {View} view @param {number} t @param {Numbers} [which] */
const picture = (view, t, which = 'all') =>
  pictureOf(view, t, layoutOf(view.after.sizes, ROOM), { focus: focusOf(view, undefined), numbers: which });

for (const sizes of [undefined, [2, 2, 2, 1]]) {
  test(`the end of a step shows exactly what is known (${sizes ?? '3-2-1'})`, () => {
    let steps = 0;
    for (const view of miniBatch('majority', sizes)) {
      assert.deepEqual(
        numbers(picture(view, 1)),
        numbersOfState(view.after),
        `after ${view.after.step.kind}`,
      );
      steps += 1;
    }
    assert.ok(steps > 40);
  });
}

test('the same moment is the same picture, whatever was drawn before', () => {
  for (const view of miniBatch('xor')) {
    const once = JSON.stringify(picture(view, 0.37));
    picture(view, 0.9);
    assert.equal(JSON.stringify(picture(structuredClone(view), 0.37)), once);
  }
});

test('in between, every number is one that was computed', () => {
  for (const view of miniBatch('majority')) {
    const computed = new Set([view.before, view.after].flatMap((state) => numbersOfState(state, true)));
    for (const t of [0, 0.1, 0.3, 0.5, 0.62, 0.8, 0.95]) {
      for (const line of numbers(picture(view, t))) {
        assert.ok(computed.has(line), `${view.after.step.kind} at ${t}: ${line}`);
      }
    }
  }
});

test('only what the step reads or writes is lit and has numbers', () => {
  for (const view of miniBatch('majority')) {
    const { weights, biases, nodes, written } = lightingOf(view.after);
    const { edges, biases: stubs, neurons } = picture(view, 1, 'step');
    for (const { at, lit, above, below } of edges) {
      assert.equal(lit, weights.includes(at.layer) ? 1 : 0, view.after.step.kind);
      // In the update the layer of the equation tells old and new, the others their steps alone.
      const tells = view.after.step.kind !== 'update' || at.layer === 3;
      assert.equal(above !== undefined, lit === 1 && tells, view.after.step.kind);
      assert.ok(tells || below?.quantity === 'stepW');
    }
    for (const { at, above, below } of stubs) {
      const tells = view.after.step.kind !== 'update' || at.layer === 3;
      assert.equal(above !== undefined, biases.includes(at.layer) && tells);
      assert.ok(tells || below?.quantity === 'stepB');
    }
    for (const { at, lit } of neurons)
      assert.equal(lit, nodes.includes(at.layer) || written.includes(at.layer) ? 1 : 0);
  }
});

test('without numbers no line has one', () => {
  for (const view of miniBatch('majority')) {
    const { edges, biases } = picture(view, 1, 'none');
    assert.ok([...edges, ...biases].every(({ above, below }) => !above && !below));
  }
});

test('packets carry the products of the core that are not 0, and stay where they are added', () => {
  for (const view of miniBatch('majority')) {
    const { step, terms, biases } = view.after;
    const { kind, layer = 0 } = step;
    assert.deepEqual(picture(view, 0).packets, [], kind);
    if (!terms || kind === 'cost') continue;
    const expected = [...terms.products, ...(kind === 'z' ? (biases[layer - 1] ?? []) : [])];
    const carried = expected.filter((value) => value !== 0).sort();
    for (const t of [0.4, 1])
      assert.deepEqual(
        picture(view, t)
          .packets.map(({ value }) => value)
          .sort(),
        carried,
        `${kind} at ${t}`,
      );
  }
});

test('an update goes from the output back to the first layer', () => {
  const update = [...miniBatch('majority')].find((view) => view.after.step.kind === 'update');
  assert.ok(update);
  const changed = picture(update, 0.4).edges.map(({ at, sleeve }) => [at.layer, sleeve > 0]);
  assert.ok(changed.every(([layer, on]) => on === (layer === 3)));
  const done = picture(update, 1).edges;
  assert.ok(
    done.every(({ at, above }) => (above?.old !== undefined) === (at.layer === 3)),
    'old and new stand beside one another in the layer of the equation',
  );
});

test('the width of a line depends on its weight alone', () => {
  assert.equal(lineWidth(-1.5), lineWidth(1.5));
  assert.ok(lineWidth(0) > 0, 'a weight of 0 can be seen');
  assert.ok(lineWidth(0.5) < lineWidth(1) && lineWidth(1) < lineWidth(2));
  assert.equal(lineWidth(1e300), lineWidth(1e200), 'and there is a widest');
});
