/**
 * Beats: a step in detail shows the core's numbers in every beat, and its beats together are the step.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { beatsOf } from '../../www/src/scene/beats.js';
import { layoutFor } from '../../www/src/scene/layout.js';
import { sceneOf } from '../../www/src/scene/scene.js';
import { numbersOfScene, numbersOfState } from './numbers.js';
import { miniBatch, ORIGIN, viewAt } from './views.js';
import { Session } from '../wasm/module.js';

/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { View } from '../../www/src/protocol/view.js' */

const ROOM = { width: 1040, height: 640 };

/**
 * @param {View} view
 * @param {number} t
 */
function scene(view, t) {
  const layout = layoutFor(view.after.sizes, ROOM);
  return sceneOf(view, t, layout, beatsOf(view, layout));
}

/** @param {View} view */
const beats = (view) => beatsOf(view, layoutFor(view.after.sizes, ROOM));

for (const sizes of [undefined, [3, 4, 2, 2]]) {
  const name = sizes?.join('-') ?? '3-2-1';

  test(`${name}: each product, sum and result of a step is one beat, in order`, () => {
    const counts = new Set();
    for (const view of miniBatch('majority', sizes)) {
      const { after } = view;
      const { kind, layer = 0 } = after.step;
      const n = after.sizes[layer - 1] ?? 0;
      const all = beats(view);
      if (after.terms) {
        const products = all.flatMap(({ product }) => (product === undefined ? [] : [product]));
        const sums = all.flatMap(({ product, running }) => (product === undefined ? [] : [running]));
        assert.deepEqual(products, Array.from(after.terms.products), kind);
        assert.deepEqual(sums, Array.from(after.terms.running), kind);
      }
      if (kind === 'z') assert.equal(all.length, n * ((after.sizes[layer - 2] ?? 0) + 1));
      if (kind === 'a') assert.equal(all.length, n);
      if (kind === 'sum') {
        const parameters = after.weights.flatMap((w) => Array.from(w ?? [])).length;
        const biases = after.biases.flatMap((b) => Array.from(b ?? [])).length;
        assert.equal(all.length, parameters + biases);
      }
      const done = all.flatMap(({ completes }) => completes);
      assert.equal(new Set(done).size, done.length, 'nothing is completed twice');
      counts.add(`${kind} ${all.length}`);
    }
    assert.ok(counts.size >= 9);
  });

  test(`${name}: in detail, a step starts and ends with exactly the computed numbers`, () => {
    for (const view of miniBatch('majority', sizes)) {
      assert.deepEqual(
        numbersOfScene(scene(view, 0)),
        numbersOfState(view.before),
        `before ${view.after.step.kind}`,
      );
      assert.deepEqual(
        numbersOfScene(scene(view, 1)),
        numbersOfState(view.after),
        `after ${view.after.step.kind}`,
      );
    }
  });

  test(`${name}: at the end of every beat, exactly the numbers computed so far are shown`, () => {
    for (const view of miniBatch('majority', sizes)) {
      const all = beats(view);
      const [before, after] = [new Set(numbersOfState(view.before)), numbersOfState(view.after)];
      all.forEach(({ completes }, at) => {
        const shown = numbersOfScene(scene(view, (at + 1) / all.length));
        // The cost of the mini-batch appears at once, with the mean.
        const results = after.filter((line) => !before.has(line) && !line.startsWith(' miniBatchCost'));
        const fresh = results.filter((line) => shown.includes(line)).length;
        const done = all.slice(0, at + 1).reduce((sum, beat) => sum + beat.completes.length, 0);
        // A result can be equal to the number shown there before.
        assert.ok(fresh <= done, `${view.after.step.kind}, beat ${at}`);
        for (const line of shown) {
          if (before.has(line) || after.includes(line)) continue;
          assert.match(line, / running /, `${view.after.step.kind}: ${line} (${completes})`);
        }
      });
    }
  });
}

test('the sum so far is shown at its neuron until the result replaces it', () => {
  const view = [...miniBatch('majority')][1];
  assert.ok(view?.after.terms);
  const all = beats(view);
  const { running } = view.after.terms;
  const seen = all.map(
    (_, at) => scene(view, (at + 1) / all.length).nodes.find(({ at }) => at.layer === 2)?.z,
  );
  assert.deepEqual(
    seen.slice(0, 3).map((line) => [line?.quantity, line?.value]),
    Array.from(running.slice(0, 3), (sum) => ['running', sum]),
  );
  assert.deepEqual([seen[3]?.quantity, seen[3]?.value], ['z', view.after.z[1]?.[0]]);
});

test('a folded layer has a beat for each neuron drawn, and one for the rest', () => {
  const session = Session.open('majority');
  const wide = { kind: /** @type {const} */ ('sizes'), sizes: [40, 2, 1], keptLayers: [0, 1, 2] };
  session.edit(ORIGIN, wide, false);
  const view = viewAt(session, { ...ORIGIN, step: 1 });
  const all = beats(view);
  const skipped = all.filter(({ rest }) => rest !== undefined);
  const drawn = layoutFor(view.after.sizes, ROOM).nodes.filter(({ layer }) => layer === 1).length;
  assert.deepEqual(
    skipped.map(({ rest }) => rest),
    [40 - drawn, 40 - drawn],
  );
  // The sum after the gap includes the neurons that are not drawn.
  assert.equal(all[drawn]?.running, view.after.terms?.running[39]);
});

test('a moment in detail is the same picture however it is reached', () => {
  const there = { epoch: 0, miniBatch: 1, sample: 1, step: 8 };
  const [stepping, seeking, returning] = [1, 2, 3].map(() => Session.open('parity'));
  assert.ok(stepping && seeking && returning);
  /** @type {Position} */
  let at = ORIGIN;
  while (JSON.stringify(at) !== JSON.stringify(there)) {
    at = stepping.neighbour(at, 'step', 1) ?? at;
    viewAt(stepping, at);
  }
  viewAt(returning, { ...there, epoch: 3 });
  const pictures = [stepping, seeking, returning].map((session) => {
    const view = viewAt(session, there);
    return [0.2, 0.5, 0.81].map((t) =>
      JSON.stringify([scene(view, t), sceneOf(view, t, layoutFor([3, 2, 1], ROOM))]),
    );
  });
  assert.deepEqual(pictures[1], pictures[0]);
  assert.deepEqual(pictures[2], pictures[0]);
});
