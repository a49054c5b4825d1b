/**
 * The scene is a function of view, t and layout, and shows no number that is not computed.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layoutFor } from '../../www/src/scene/layout.js';
import { interpolate, shownAt } from '../../www/src/scene/shown.js';
import { sceneOf } from '../../www/src/scene/scene.js';
import { numbersOfScene, numbersOfState } from './numbers.js';
import { miniBatch } from './views.js';

/** @import { View } from '../../www/src/protocol/view.js' */

const ROOM = { width: 1040, height: 640 };

/**
 * @param {View} view
 * @param {number} t
 */
const scene = (view, t) => sceneOf(view, t, layoutFor(view.after.sizes, ROOM));

for (const sizes of [undefined, [3, 4, 2, 1]]) {
  test(`the end of a step shows exactly what is computed (${sizes ?? '3-2-1'})`, () => {
    let steps = 0;
    for (const view of miniBatch('majority', sizes)) {
      assert.deepEqual(
        numbersOfScene(scene(view, 1)),
        numbersOfState(view.after),
        `after ${view.after.step.kind}`,
      );
      assert.deepEqual(
        numbersOfScene(scene(view, 0)),
        numbersOfState(view.before),
        `before ${view.after.step.kind}`,
      );
      steps += 1;
    }
    assert.ok(steps > 40);
  });
}

test('a step begins where the one before ended', () => {
  /** @type {View | undefined} */
  let last;
  for (const view of miniBatch('parity')) {
    if (last) assert.deepEqual(numbersOfScene(scene(view, 0)), numbersOfScene(scene(last, 1)));
    last = view;
  }
});

test('the same moment is the same picture, whatever was drawn before', () => {
  for (const view of miniBatch('xor')) {
    const once = JSON.stringify(scene(view, 0.37));
    scene(view, 0.9);
    assert.equal(JSON.stringify(scene(structuredClone(view), 0.37)), once);
  }
});

test('in between, every number is one that was computed', () => {
  for (const view of miniBatch('majority')) {
    const computed = new Set([...numbersOfState(view.before), ...numbersOfState(view.after)]);
    for (const t of [0.1, 0.3, 0.5, 0.62, 0.8, 0.95]) {
      for (const line of numbersOfScene(scene(view, t))) {
        // A sum that fades out stands beside the mean that replaces it.
        const given = computed.has(line) || valueIn(view, line);
        assert.ok(given, `${view.after.step.kind} at ${t}: ${line}`);
      }
    }
  }
});

/**
 * Returns whether the number of a line is in the state before or after, in the same quantity.
 * @param {View} view
 * @param {string} line
 */
function valueIn({ before, after }, line) {
  const [, , , quantity = '', value] = line.match(/^(\S*) ?(.*?) ?(\w+) (\S+)$/)?.slice(0) ?? [];
  return [before, after].some((state) => {
    const layers = /** @type {any} */ (state)[quantity];
    return (
      Array.isArray(layers) && layers.some((list) => list && Array.from(list, String).includes(String(value)))
    );
  });
}

test('packets carry the products of the core, one for each edge, and none at rest', () => {
  for (const view of miniBatch('majority')) {
    const { step, terms } = view.after;
    assert.equal(scene(view, 0).packets.length + scene(view, 1).packets.length, 0);
    const moving = scene(view, 0.4).packets.map(({ value }) => value);
    if (terms && step.kind !== 'cost')
      assert.deepEqual([...moving].sort(), Array.from(terms.products).sort(), step.kind);
    if (['load', 'a', 'sum', 'mean', 'scale', 'update'].includes(step.kind)) assert.equal(moving.length, 0);
  }
});

test('an update goes from the output back to the first layer', () => {
  const update = [...miniBatch('majority')].find((view) => view.after.step.kind === 'update');
  assert.ok(update);
  const changed = scene(update, 0.4).edges.map(({ at, glow }) => [at.layer, glow > 0]);
  assert.ok(changed.every(([layer, on]) => on === (layer === 3)));
});

test('a number shown is absent, old or new', () => {
  assert.equal(shownAt(undefined, undefined, 0.5), undefined);
  assert.equal(shownAt(undefined, 2, 0), undefined);
  assert.deepEqual(shownAt(undefined, 2, 1), { value: 2, opacity: 1, changing: true });
  assert.equal(shownAt(1, undefined, 1), undefined);
  assert.equal(shownAt(1, 2, 0.69)?.value, 1);
  assert.equal(shownAt(1, 2, 0.7)?.value, 2);
  assert.equal(interpolate(1, 3, 0.5), 2);
});
