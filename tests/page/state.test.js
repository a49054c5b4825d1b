/**
 * Stepping and playing, in the pure update.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { REST_TIME, STEP_TIME, isMoving } from '../../www/src/state/playback.js';
import { answered } from './answers.js';
import { BACK, FORWARD, page } from './page.js';
import { ORIGIN } from './views.js';

/** @import { Action } from '../../www/src/state/state.js' */

test('the page opens at rest, with the first sample loaded', () => {
  const { now } = page();
  assert.equal(now().view?.after.step.kind, 'load');
  assert.deepEqual([now().playback.t, now().playback.motion, isMoving(now())], [1, 0, false]);
});

test('a step forward is animated once, then at rest', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().playback.t, now().playback.motion], ['z', 0, 1]);
  act({ type: 'tick', elapsed: STEP_TIME / 4 });
  assert.equal(now().playback.t, 0.25);
  act({ type: 'tick', elapsed: STEP_TIME });
  assert.deepEqual([now().playback.t, now().playback.motion, isMoving(now())], [1, 0, false]);
});

test('a step back is animated backwards, and ends at the step before', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  act({ type: 'tick', elapsed: STEP_TIME });
  act(BACK);
  assert.deepEqual([now().view?.after.step.kind, now().playback.motion], ['z', -1]);
  act({ type: 'tick', elapsed: STEP_TIME });
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().playback.t, now().playback.motion], ['load', 1, 0]);
  act(BACK);
  assert.equal(isMoving(now()), false, 'nothing is before the start');
});

test('pausing keeps the moment, and playing continues from it', () => {
  const { act, answer, now } = page();
  act({ type: 'togglePlaying' });
  answer();
  act({ type: 'tick', elapsed: STEP_TIME * 0.4 });
  act({ type: 'togglePlaying' });
  assert.deepEqual([now().playback.t, isMoving(now())], [0.4, false]);
  act({ type: 'togglePlaying' });
  assert.deepEqual([now().playback.t, now().playback.motion], [0.4, 1]);
});

test('playing rests between steps, and continues by itself', () => {
  const { act, answer, asked, now } = page();
  act({ type: 'togglePlaying' });
  answer();
  act({ type: 'tick', elapsed: STEP_TIME });
  assert.ok(now().playback.rest > 0 && asked.length === 0);
  act({ type: 'tick', elapsed: REST_TIME });
  assert.deepEqual(asked[0], { kind: 'move', position: now().view?.after.position, unit: 'step', by: 1 });
  answer();
  assert.deepEqual([now().view?.after.step, now().playback.t], [{ kind: 'a', layer: 2 }, 0]);
});

test('playing backwards stops at the start', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  act({ type: 'direction', direction: -1 });
  act({ type: 'scrub', t: 1 });
  act({ type: 'togglePlaying' });
  act({ type: 'tick', elapsed: STEP_TIME });
  answer();
  for (let frame = 0; frame < 20; frame += 1) act({ type: 'tick', elapsed: STEP_TIME });
  assert.deepEqual([now().view?.after.position, now().playback.playing], [ORIGIN, false]);
});

test('key presses while an answer is pending are queued, up to a few', () => {
  const { act, answer, asked, now } = page();
  for (let press = 0; press < 9; press += 1) act(FORWARD);
  assert.equal(asked.length, 1, 'one question at a time');
  for (let left = 0; left < 4; left += 1) answer();
  assert.equal(now().view?.after.position.step, 4);
  assert.equal(asked.length, 0);
});

test('a mini-batch forward animates its update; back is shown at once', () => {
  const { act, answer, now } = page();
  act({ type: 'move', unit: 'miniBatch', by: 1 });
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().playback.t, now().playback.motion], ['update', 0, 1]);
  act({ type: 'move', unit: 'miniBatch', by: -1 });
  answer();
  assert.deepEqual([now().view?.after.position, now().playback.t], [ORIGIN, 1]);
});

test('with reduced motion every move is shown at once', () => {
  const { act, answer, now } = page();
  act({ type: 'reducedMotion', reduced: true });
  for (const press of [FORWARD, FORWARD, BACK]) {
    act(press);
    answer();
    assert.deepEqual([now().playback.t, isMoving(now())], [1, false]);
  }
  assert.equal(now().view?.after.step.kind, 'z');
});

test('a refusal changes nothing but the sentence beside its field', () => {
  const { act, asked, now } = page();
  const { view } = now();
  act({ type: 'edit', edit: { kind: 'miniBatchSize', value: 99 }, field: 'miniBatchSize' });
  asked.pop();
  act({ type: 'refused', sentence: 'Too many.', field: 'miniBatchSize' });
  assert.equal(now().view, view);
  assert.deepEqual(now().feedback.refusals, { miniBatchSize: 'Too many.' });
  assert.equal(now().playback.waiting, undefined);
  act({ type: 'edit', edit: { kind: 'miniBatchSize', value: 2 }, field: 'miniBatchSize' });
  assert.deepEqual(now().feedback.refusals, {});
});

test('an edit while playing is made at the position shown, and playing continues', () => {
  const { act, asked, answer, now } = page();
  act({ type: 'togglePlaying' });
  answer();
  act({ type: 'tick', elapsed: STEP_TIME / 2 });
  const { view } = now();
  act({ type: 'edit', edit: { kind: 'eta', value: 1 }, field: 'eta' });
  assert.deepEqual(asked.pop(), {
    kind: 'edit',
    position: view?.after.position,
    edit: { kind: 'eta', value: 1 },
    continues: false,
  });
  if (view) act(answered(view, 'eta'));
  assert.deepEqual([now().playback.t, now().playback.motion, now().playback.playing], [0.5, 1, true]);
});
