/**
 * The clock: requests frames only while something moves, and limits the time of a tick.
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

test('no frame is requested while nothing moves', () => {
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

test('a tick has the time since the last frame, up to a limit', () => {
  const { ticks, run, frame } = setUp();
  run(true);
  [1_000, 1_016, 1_033, 61_033].forEach(frame);
  assert.deepEqual(ticks, [0, 16, 17, LONGEST_FRAME]);
});

test('the time while the clock was stopped does not count', () => {
  const { ticks, run, frame } = setUp();
  run(true);
  [0, 16].forEach(frame);
  run(false);
  frame(32);
  run(true);
  [40_000, 40_010].forEach(frame);
  assert.deepEqual(ticks, [0, 16, 0, 10]);
});

test('a tick can stop the clock', () => {
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
