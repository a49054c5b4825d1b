/**
 * Nothing in the picture lies on anything else, for any sizes and any room.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { labelBox } from '../../www/src/scene/edge-labels.js';
import { liesOn, overlap, touch, touchesDisc, turned } from '../../www/src/scene/turned-boxes.js';
import { MOST_DRAWN, fold } from '../../www/src/scene/folds.js';
import * as imageLayout from '../../www/src/scene/image-layout.js';
import { addImageLayout, layoutOf } from '../../www/src/scene/layout.js';
import { LABELS, biasBoxes, deltaBoxes, sharesOf } from '../../www/src/scene/number-places.js';

/** @import { Selection } from '../../www/src/notation/selection.js' */
/** @import { Layout } from '../../www/src/scene/layout.js' */

addImageLayout(imageLayout);

/** The room of the picture: desk, low and narrow desk, presentation, phone. */
const ROOMS = [
  { width: 1080, height: 412 },
  { width: 860, height: 330 },
  { width: 1920, height: 700 },
  { width: 390, height: 352 },
];

/** Sizes 1 to 12 by 2 to 6 layers: all pairs, and a walk through the rest. */
function* networks() {
  for (let one = 1; one <= 12; one += 1) for (let two = 1; two <= 12; two += 1) yield [one, two];
  for (let layers = 3; layers <= 6; layers += 1) {
    for (let start = 0; start < 60; start += 1) {
      yield Array.from({ length: layers }, (_, l) => 1 + ((start * 7 + l * l * 5 + l * start) % 12));
    }
    for (const size of [1, 12]) yield Array.from({ length: layers }, () => size);
  }
}

/**
 * Returns the boxes of the numbers on lines, for what the equation is about.
 *
 * @param {Layout} layout
 * @param {'into' | 'out'} direction
 * @param {Selection} focus
 */
function labelsOf(layout, direction, focus) {
  const { width, height } = LABELS[layout.form];
  return sharesOf(layout, direction, focus).flatMap((share, at) => {
    const edge = layout.edges[at];
    // The least size with which a label is placed.
    return share === undefined || !edge
      ? []
      : [{ edge, box: labelBox(edge, share, { width: width * 0.8, height, ends: 0 }) }];
  });
}

test('no number lies on another, on a neuron, on a bias, on a δ or on a crossing line', () => {
  for (const [at, room] of ROOMS.entries()) {
    let number = 0;
    for (const sizes of networks()) {
      // A quarter of the networks in each room; all of them in one.
      number += 1;
      if (number % ROOMS.length !== at) continue;
      const layout = layoutOf(sizes, room);
      const { nodes, biases, form } = layout;
      const name = `${sizes.join('-')} in ${room.width} × ${room.height}`;
      const fixed = nodes
        .flatMap((node) => [...deltaBoxes(node, form), ...biasBoxes(node, biases)])
        .map(turned);
      // The outermost neurons of a layer have the steepest lines.
      const outermost = nodes.filter(({ layer, neuron }) => neuron === 0 || neuron + 1 === sizes[layer - 1]);
      for (const { layer, neuron } of outermost) {
        for (const direction of /** @type {const} */ (['into', 'out'])) {
          const labels = labelsOf(layout, direction, { kind: 'neuron', layer, neuron });
          labels.forEach(({ edge, box }, at) => {
            for (const other of labels.slice(0, at)) assert.ok(!touch(box, other.box), `${name}: two labels`);
            for (const node of nodes) assert.ok(!touchesDisc(box, node), `${name}: a label on a neuron`);
            for (const other of fixed) assert.ok(!touch(box, other), `${name}: a label on a bias or δ`);
            for (const other of labels) {
              if (other.edge === edge) continue;
              assert.ok(!liesOn(box, other.edge), `${name}: a label on a line that has one`);
            }
          });
        }
        if (layout.labels === 'all') break;
      }
    }
  }
});

test('neurons, their biases and δ have room of their own, inside the picture', () => {
  for (const room of ROOMS) {
    for (const sizes of networks()) {
      const layout = layoutOf(sizes, room);
      const { nodes, biases, form, width, height, gauges } = layout;
      const name = `${sizes.join('-')} in ${room.width} × ${room.height}`;
      nodes.forEach((node, at) => {
        assert.ok(node.r >= 5, `${name}: a neuron that cannot be seen`);
        assert.ok(node.x - node.r >= 0 && node.y - node.r >= 0, `${name}: outside`);
        assert.ok(node.x + node.r <= width && node.y + node.r <= height, `${name}: outside`);
        for (const other of nodes.slice(0, at)) {
          const apart = Math.hypot(node.x - other.x, node.y - other.y);
          assert.ok(apart >= node.r + other.r + 3, `${name}: two neurons`);
        }
      });
      const boxes = nodes.flatMap((node) => [...deltaBoxes(node, form), ...biasBoxes(node, biases)]);
      for (const box of boxes) {
        for (const node of nodes) {
          assert.ok(!touchesDisc(turned(box), node), `${name}: a bias or δ on a neuron`);
        }
      }
      for (const node of nodes) {
        const own = [...deltaBoxes(node, form), ...biasBoxes(node, biases)];
        const others = nodes
          .filter((other) => other !== node)
          .flatMap((other) => [...deltaBoxes(other, form), ...biasBoxes(other, biases)]);
        for (const box of own) {
          for (const other of others) assert.ok(!overlap(box, other), `${name}: biases and δ of two neurons`);
        }
      }
      for (const gauge of gauges) {
        assert.ok(gauge.x > Math.max(...nodes.map(({ x, r }) => x + r)), `${name}: a gauge on a neuron`);
        assert.ok(gauge.x + 20 <= width, `${name}: a gauge outside`);
      }
    }
  }
});

test('the 3-2-1 network has large neurons and room for numbers on every line', () => {
  const layout = layoutOf([3, 2, 1], { width: 1080, height: 412 });
  assert.deepEqual(
    layout.columns.map(({ r }) => r),
    [39, 39, 39],
  );
  assert.equal(layout.labels, 'all');
  assert.equal(layout.edges.length, 8);
  assert.ok(layout.biases.every(({ one }) => one));
  // On a phone numbers stand on the lines of the neuron of the equation.
  const phone = layoutOf([3, 2, 1], { width: 390, height: 352 });
  const shares = sharesOf(phone, 'into', { kind: 'neuron', layer: 3, neuron: 0 });
  assert.equal(shares.filter((share) => share !== undefined).length, 2);
});

test('every neuron up to the limit is drawn once, a bigger layer is folded with a count', () => {
  const layout = layoutOf([784, 30, 10], { width: 1080, height: 412 });
  for (const { layer, size } of layout.columns) {
    const drawn = layout.nodes.filter((node) => node.layer === layer);
    const hidden = layout.gaps
      .filter((gap) => gap.layer === layer)
      .reduce((sum, { count }) => sum + count, 0);
    assert.equal(drawn.length + hidden, size);
    assert.equal(new Set(drawn.map(({ neuron }) => neuron)).size, drawn.length);
    // An image stands in place of its neurons.
    if (layer === 1) assert.equal(drawn.length, 0);
    else
      assert.ok(drawn.some(({ neuron }) => neuron === 0) && drawn.some(({ neuron }) => neuron === size - 1));
  }
  const boxes = layout.pictures.flatMap(({ weights, gradient }) => [weights, gradient]);
  boxes.forEach((box, at) => {
    assert.ok(!boxes.slice(0, at).some((other) => overlap(box, other)));
    assert.ok(!layout.nodes.some((node) => touchesDisc(turned(box), node)));
  });
  assert.deepEqual(fold(MOST_DRAWN, 20), { first: MOST_DRAWN, last: 0 });
});

test('places depend on sizes and room alone, so the picture stands still', () => {
  const room = { width: 1080, height: 412 };
  assert.deepEqual(layoutOf([3, 2, 1], room), layoutOf([3, 2, 1], { ...room }));
  assert.equal(layoutOf([3, 2, 1], room), layoutOf([3, 2, 1], room), 'the same object in every frame');
});

test('beside an image, big layers of any size have their grid inside the picture and a chosen neuron', () => {
  const desks = ROOMS.filter(({ width }) => width > 620);
  for (const room of desks) {
    for (const sizes of [
      [64, 30, 10],
      [784, 13, 10],
      [784, 100, 30, 10],
      [64, 1024, 10],
      [16, 10],
      [64, 7, 3],
    ]) {
      const name = `${sizes.join('-')} in ${room.width} × ${room.height}`;
      const layout = layoutOf(sizes, room);
      assert.ok(layout.image && layout.input, name);
      const { input, nodes, gaps, pictures, width, height } = layout;
      for (const { x, y, r } of nodes) {
        assert.ok(y - r >= 0 && y + r <= height && x + r <= width, `${name}: a neuron outside`);
      }
      const boxes = pictures.flatMap(({ weights, gradient }) => [weights, gradient]);
      for (const box of boxes) assert.ok(box.x > input.x + input.width, `${name}: a picture on the image`);
      for (const { grid, count, layer } of gaps) {
        if (!grid) continue;
        const rows = Math.ceil(grid.neurons.length / grid.across);
        const box = { x: grid.x, y: grid.y, width: grid.across * grid.cell, height: rows * grid.cell };
        assert.equal(grid.neurons.length, count);
        assert.ok(box.x > input.x + input.width && box.y + box.height <= height, `${name}: the grid outside`);
        for (const node of nodes) assert.ok(!touchesDisc(turned(box), node), `${name}: the grid on a neuron`);
        assert.ok(!boxes.some((other) => overlap(box, other)), `${name}: the grid on a picture`);
        const own = nodes.filter((node) => node.layer === layer).map(({ neuron }) => neuron);
        assert.equal(new Set([...own, ...grid.neurons]).size, sizes[layer - 1], name);
      }
    }
  }
  // A chosen neuron stands in the third place, and nothing else moves.
  const [room] = desks;
  const before = layoutOf([64, 30, 10], room ?? { width: 1080, height: 412 });
  const after = layoutOf([64, 30, 10], room ?? { width: 1080, height: 412 }, 20);
  assert.deepEqual(
    after.nodes.filter(({ layer }) => layer === 2).map(({ neuron }) => neuron),
    [0, 1, 20, 28, 29],
  );
  assert.deepEqual(
    after.nodes.map(({ x, y }) => [x, y]),
    before.nodes.map(({ x, y }) => [x, y]),
  );
});
