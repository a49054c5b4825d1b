/**
 * The clock runs only while something moves, and never leaps.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LONGEST_FRAME, createClock } from '../../www/src/clock.js';

/** Creates a clock whose frames the test triggers. */
function setUp() {
  /** @type {((time: number) => void)[]} */
  const asked = [];
  /** @type {number[]} */
  const ticks = [];
  const run = createClock(
    (elapsed) => ticks.push(elapsed),
    (callback) => asked.push(callback),
  );
  /** @param {number} time */
  const frame = (time) => asked.splice(0).forEach((callback) => callback(time));
  return { asked, ticks, run, frame };
}

test('nothing is asked for while nothing moves', () => {
  const { asked, ticks, run, frame } = setUp();
  run(false);
  assert.equal(asked.length, 0);
  run(true);
  run(true);
  assert.equal(asked.length, 1, 'one frame at a time');
  frame(100);
  run(false);
  frame(116);
  assert.equal(asked.length, 0);
  assert.deepEqual(ticks, [0]);
});

test('a tick is the time since the frame before, and never a leap', () => {
  const { ticks, run, frame } = setUp();
  run(true);
  [1_000, 1_016, 1_033, 61_033].forEach(frame);
  assert.deepEqual(ticks, [0, 16, 17, LONGEST_FRAME]);
});

test('time that passed while it stood still does not count', () => {
  const { ticks, run, frame } = setUp();
  run(true);
  [0, 16].forEach(frame);
  run(false);
  frame(32);
  run(true);
  [40_000, 40_010].forEach(frame);
  assert.deepEqual(ticks, [0, 16, 0, 10]);
});

test('a tick may stop the clock', () => {
  /** @type {((time: number) => void)[]} */
  const asked = [];
  const run = createClock(
    () => run(false),
    (callback) => asked.push(callback),
  );
  run(true);
  asked.splice(0).forEach((callback) => callback(5));
  assert.equal(asked.length, 0);
});
