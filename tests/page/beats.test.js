/**
 * Beats: a step in detail shows the core's numbers in every beat, and its beats together are the step.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { beatsOf } from '../../www/src/scene/beats.js';
import { layoutOf } from '../../www/src/scene/layout.js';
import { pictureOf } from '../../www/src/scene/picture.js';
import { numbers, numbersOfState } from './picture-numbers.js';
import { miniBatch, ORIGIN, viewAt } from './views.js';
import { Session } from '../wasm/module.js';

/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { View } from '../../www/src/protocol/view.js' */

const ROOM = { width: 1040, height: 640 };

/** @param {View} view */
const layout = (view) => layoutOf(view.after.sizes, ROOM);

/** @param {View} view */
const beats = (view) => beatsOf(view, layout(view));

/**
 * @param {View} view
 * @param {number} t
 */
const picture = (view, t) => pictureOf(view, t, layout(view), { beats: beats(view), numbers: 'all' });

for (const sizes of [undefined, [3, 2, 2], [2, 2, 2, 1]]) {
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

  test(`${name}: in detail, a step starts with known numbers and ends with those computed`, () => {
    for (const view of miniBatch('majority', sizes)) {
      const known = new Set(numbersOfState(view.before, true));
      for (const line of numbers(picture(view, 0)))
        assert.ok(known.has(line), `${view.after.step.kind}: ${line}`);
      assert.deepEqual(
        numbers(picture(view, 1)),
        numbersOfState(view.after),
        `after ${view.after.step.kind}`,
      );
    }
  });

  test(`${name}: at the end of every beat, exactly the numbers computed so far are shown`, () => {
    for (const view of miniBatch('majority', sizes)) {
      const all = beats(view);
      const before = new Set(numbersOfState(view.before, true));
      const after = numbersOfState(view.after, true);
      all.forEach(({ completes }, at) => {
        const shown = numbers(picture(view, (at + 1) / all.length));
        // The cost of the mini-batch appears at once, with the mean.
        const results = after.filter((line) => !before.has(line) && !line.startsWith(' miniBatchCost'));
        const fresh = results.filter((line) => shown.includes(line)).length;
        const done = all.slice(0, at + 1).reduce((sum, beat) => sum + beat.completes.length, 0);
        // A result can be equal to the number shown there before.
        assert.ok(fresh <= done, `${view.after.step.kind}, beat ${at}: ${fresh} of ${done}`);
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
  const seen = all.map((_, at) =>
    picture(view, (at + 1) / all.length).neurons.find((neuron) => neuron.at.layer === 2),
  );
  assert.deepEqual(
    seen.slice(0, 3).map((neuron) => [neuron?.running?.quantity, neuron?.running?.value]),
    Array.from(running.slice(0, 3), (sum) => ['running', sum]),
  );
  assert.deepEqual([seen[3]?.main?.quantity, seen[3]?.main?.value], ['z', view.after.z[1]?.[0]]);
});

test('a folded layer has a beat for each neuron drawn, and one for the rest', () => {
  const session = Session.open('majority');
  const wide = { kind: /** @type {const} */ ('sizes'), sizes: [40, 2, 1], keptLayers: [0, 1, 2] };
  session.edit(ORIGIN, wide, false);
  const view = viewAt(session, { ...ORIGIN, step: 1 });
  const all = beats(view);
  const skipped = all.filter(({ rest }) => rest !== undefined);
  const drawn = layout(view).nodes.filter(({ layer }) => layer === 1).length;
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
      JSON.stringify([picture(view, t), pictureOf(view, t, layoutOf([3, 2, 1], ROOM))]),
    );
  });
  assert.deepEqual(pictures[1], pictures[0]);
  assert.deepEqual(pictures[2], pictures[0]);
});
