/**
 * Nothing on the stage lies on anything else.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { overlap } from '../../www/src/scene/labels.js';
import { MOST_DRAWN, fold, layout, nodeBox } from '../../www/src/scene/layout.js';

const DESKTOP = { width: 1040, height: 640 };
const PHONE = { width: 390, height: 540 };

/** Every shape of 2 to 6 layers of these sizes would be too many: all pairs, and a walk through the rest. */
function* shapes() {
  for (let one = 1; one <= 12; one += 1) for (let two = 1; two <= 12; two += 1) yield [one, two];
  for (let layers = 3; layers <= 6; layers += 1) {
    for (let start = 0; start < 60; start += 1) {
      yield Array.from({ length: layers }, (_, l) => 1 + ((start * 7 + l * l * 5 + l * start) % 12));
    }
    for (const size of [1, 12]) yield Array.from({ length: layers }, () => size);
  }
}

test('no number lies on a number or a node, in any shape, on either screen', () => {
  for (const room of [DESKTOP, PHONE]) {
    for (const sizes of shapes()) {
      const shape = layout(sizes, room);
      const name = `${sizes.join('-')} in ${room.width}`;
      const nodes = shape.nodes.map((node) => nodeBox(shape, node));
      const labels = shape.edges.flatMap(({ label }) => (label ? [label] : []));
      nodes.forEach((node, at) => {
        assert.ok(!nodes.slice(0, at).some((other) => overlap(node, other)), `${name}: nodes`);
        assert.ok(!labels.some((label) => overlap(node, label)), `${name}: a label on a node`);
        assert.ok(!overlap(node, shape.cost), `${name}: a node on the cost`);
        assert.ok(node.y >= 0 && node.y + node.height <= room.height, `${name}: outside`);
      });
      labels.forEach((label, at) => {
        assert.ok(!labels.slice(0, at).some((other) => overlap(label, other)), `${name}: labels`);
        assert.ok(!overlap(label, shape.cost), `${name}: a label on the cost`);
      });
      for (const box of [...nodes, ...labels, ...shape.targets, shape.cost]) {
        assert.ok(!overlap(box, shape.workings), `${name}: the workings`);
      }
      shape.targets.forEach((target) => {
        assert.ok(![...nodes, shape.cost].some((other) => overlap(target, other)), `${name}: a target`);
      });
      assert.ok(labels.length === 0 || labels.length === shape.edges.length, `${name}: all or none`);
    }
  }
});

test('the 3-2-1 net has large nodes and three lines of numbers on every edge', () => {
  const shape = layout([3, 2, 1], DESKTOP);
  assert.equal(shape.radius, 40);
  assert.equal(shape.lines, 3);
  assert.equal(shape.edges.length, 8);
  // A projector has often no more than this.
  assert.equal(layout([3, 2, 1], { width: 880, height: 545 }).lines, 3);
});

test('every neuron up to the limit is drawn once, a bigger layer is folded with a count', () => {
  const shape = layout([784, 30, 10], DESKTOP);
  for (const { layer, size } of shape.columns) {
    const drawn = shape.nodes.filter((node) => node.layer === layer);
    const hidden = shape.gaps.filter((gap) => gap.layer === layer).reduce((sum, { count }) => sum + count, 0);
    assert.equal(drawn.length + hidden, size);
    assert.equal(new Set(drawn.map(({ neuron }) => neuron)).size, drawn.length);
    assert.ok(drawn.some(({ neuron }) => neuron === 0) && drawn.some(({ neuron }) => neuron === size - 1));
  }
  const boxes = shape.pictures.flatMap(({ weights, gradient }) => [weights, gradient]);
  assert.equal(boxes.length, 2 * shape.nodes.filter(({ layer }) => layer > 1).length);
  boxes.forEach((box, at) => {
    assert.ok(!boxes.slice(0, at).some((other) => overlap(box, other)));
    assert.ok(!shape.nodes.some((node) => overlap(box, nodeBox(shape, node))));
  });
  assert.deepEqual(fold(MOST_DRAWN, 20), { first: MOST_DRAWN, last: 0 });
});
