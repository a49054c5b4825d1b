/**
 * The words and numbers of a gauge: for any target, answer and room, none lies on another or outside.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { heightOf, widthOfOne } from '../../www/src/scene/gauge.js';
import { gaugeLabels } from '../../www/src/scene/gauge-labels.js';
import { layoutOf } from '../../www/src/scene/layout.js';
import { overlap } from '../../www/src/scene/turned-boxes.js';

/** @import { Box, Point } from '../../www/src/scene/turned-boxes.js' */

const ROOMS = [
  { width: 1080, height: 412 },
  { width: 860, height: 330 },
  { width: 760, height: 258 },
  { width: 1920, height: 700 },
  { width: 390, height: 352 },
];

/** Widths of the labels as a browser draws them, in px. */
const WIDE = { target: 74, longTarget: 100, answer: 62, cost: 99, note: 102, miss: 47 };

/** A line of text. @param {Point} at @param {number} width @param {number} size @returns {Box} */
const line = ({ x, y }, width, size) => ({ x, y: y - 0.75 * size, width, height: 0.95 * size });

for (const room of ROOMS)
  test(`the labels of a gauge are apart, ${room.width} × ${room.height}`, () => {
    const layout = layoutOf([3, 2, 1], room);
    const [gauge] = layout.gauges;
    assert.ok(gauge);
    const unit = widthOfOne(layout.gauges);
    const desk = layout.form === 'desk';
    for (const target of [0, 0.01, 0.3, 0.5, 0.7, 0.99, 1])
      for (let answer = 0; answer <= 1.0001; answer += 0.01) {
        const text = target === 0 || target === 1 ? 12 : 15;
        const labels = gaugeLabels(
          gauge,
          { target, answer, unit },
          { target: text, answer: 8, cost: 9 },
          layout,
        );
        const cost = line(labels.cost, desk ? WIDE.cost : 48, desk ? 20 : 13);
        const boxes = [
          line(labels.target, desk ? (text === 12 ? WIDE.target : WIDE.longTarget) : 36, 13),
          desk ? { ...cost, width: WIDE.note, height: cost.height + 19 } : cost,
          ...(desk
            ? [
                line(labels.answer, WIDE.answer, 13),
                { ...line(labels.miss, WIDE.miss, 13), x: labels.miss.x - WIDE.miss, height: 28 },
              ]
            : []),
        ];
        const where = `y ${target}, a ${answer.toFixed(2)}`;
        for (const [at, box] of boxes.entries()) {
          assert.ok(
            box.x >= 0 && box.x + box.width <= layout.width,
            `label ${at} is in the picture, ${where}`,
          );
          assert.ok(box.y >= 0 && box.y + box.height <= layout.height, `label ${at} is not cut, ${where}`);
          for (const [other, one] of boxes.entries())
            assert.ok(at === other || !overlap(box, one), `labels ${at} and ${other} are apart, ${where}`);
        }
        // The number of a tick stays free of the miss, and so does the end of the line from the neuron.
        if (desk) {
          const miss = /** @type {Box} */ (boxes[3]);
          for (const tick of [0, 0.5, 1]) {
            const number = { x: gauge.x - 27, y: heightOf(gauge, tick) - 4, width: 18, height: 8 };
            assert.ok(!overlap(miss, number), `the miss is beside the tick ${tick}, ${where}`);
          }
          const end = { x: gauge.x - 20, y: heightOf(gauge, answer) - 1, width: 20, height: 2 };
          assert.ok(!overlap(miss, end), `the miss is beside the line, ${where}`);
        }
      }
  });
