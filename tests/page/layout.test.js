/**
 * Nothing on the stage overlaps anything else.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { overlap } from '../../www/src/scene/geometry.js';
import { MOST_DRAWN, fold, layoutFor, nodeBox } from '../../www/src/scene/layout.js';

const DESKTOP = { width: 1040, height: 640 };
const PHONE = { width: 390, height: 540 };

/**
 * Yields sizes of 2 to 6 layers: every pair up to 12 neurons, and a sample of the rest, which are too
 * many.
 */
function* networks() {
  for (let one = 1; one <= 12; one += 1) for (let two = 1; two <= 12; two += 1) yield [one, two];
  for (let layers = 3; layers <= 6; layers += 1) {
    for (let start = 0; start < 60; start += 1) {
      yield Array.from({ length: layers }, (_, l) => 1 + ((start * 7 + l * l * 5 + l * start) % 12));
    }
    for (const size of [1, 12]) yield Array.from({ length: layers }, () => size);
  }
}

test('no number lies on a number or a node, in any network, on either screen', () => {
  for (const room of [DESKTOP, PHONE]) {
    for (const sizes of networks()) {
      const layout = layoutFor(sizes, room);
      const name = `${sizes.join('-')} in ${room.width}`;
      const nodes = layout.nodes.map((node) => nodeBox(layout, node));
      const labels = layout.edges.flatMap(({ label }) => (label ? [label] : []));
      nodes.forEach((node, at) => {
        assert.ok(!nodes.slice(0, at).some((other) => overlap(node, other)), `${name}: nodes`);
        assert.ok(!labels.some((label) => overlap(node, label)), `${name}: a label on a node`);
        assert.ok(!overlap(node, layout.cost), `${name}: a node on the cost`);
        assert.ok(node.y >= 0 && node.y + node.height <= room.height, `${name}: outside`);
      });
      labels.forEach((label, at) => {
        assert.ok(!labels.slice(0, at).some((other) => overlap(label, other)), `${name}: labels`);
        assert.ok(!overlap(label, layout.cost), `${name}: a label on the cost`);
      });
      for (const box of [...nodes, ...labels, ...layout.targets, layout.cost]) {
        assert.ok(!overlap(box, layout.workings), `${name}: the workings`);
      }
      layout.targets.forEach((target) => {
        assert.ok(![...nodes, layout.cost].some((other) => overlap(target, other)), `${name}: a target`);
      });
      assert.ok(labels.length === 0 || labels.length === layout.edges.length, `${name}: all or none`);
    }
  }
});

test('the 3-2-1 net has large nodes and three lines of numbers on every edge', () => {
  const layout = layoutFor([3, 2, 1], DESKTOP);
  assert.equal(layout.radius, 40);
  assert.equal(layout.edgeLines, 3);
  assert.equal(layout.edges.length, 8);
  // Projectors often leave no more room than this.
  assert.equal(layoutFor([3, 2, 1], { width: 880, height: 545 }).edgeLines, 3);
});

test('every neuron up to the limit is drawn once, a bigger layer is folded with a count', () => {
  const layout = layoutFor([784, 30, 10], DESKTOP);
  for (const { layer, size } of layout.columns) {
    const drawn = layout.nodes.filter((node) => node.layer === layer);
    const hidden = layout.gaps
      .filter((gap) => gap.layer === layer)
      .reduce((sum, { count }) => sum + count, 0);
    assert.equal(drawn.length + hidden, size);
    assert.equal(new Set(drawn.map(({ neuron }) => neuron)).size, drawn.length);
    assert.ok(drawn.some(({ neuron }) => neuron === 0) && drawn.some(({ neuron }) => neuron === size - 1));
  }
  const boxes = layout.pictures.flatMap(({ weights, gradient }) => [weights, gradient]);
  assert.equal(boxes.length, 2 * layout.nodes.filter(({ layer }) => layer > 1).length);
  boxes.forEach((box, at) => {
    assert.ok(!boxes.slice(0, at).some((other) => overlap(box, other)));
    assert.ok(!layout.nodes.some((node) => overlap(box, nodeBox(layout, node))));
  });
  assert.deepEqual(fold(MOST_DRAWN, 20), { first: MOST_DRAWN, last: 0 });
});
