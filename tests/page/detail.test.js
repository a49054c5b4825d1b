/**
 * Steps in detail, editing in place, cards and narration, in the pure update.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NARRATION_TIME } from '../../www/src/state/feedback.js';
import { BEAT_TIME, REST_TIME } from '../../www/src/state/playback.js';
import { answered } from './answers.js';
import { FORWARD, page } from './page.js';

/** @import { Action } from '../../www/src/state/state.js' */

test('a key press while an edit is pending is applied after it', () => {
  const { act, asked, now } = page();
  const { view } = now();
  assert.ok(view);
  act({ type: 'edit', edit: { kind: 'eta', value: 1 } });
  act(FORWARD);
  assert.deepEqual(
    asked.splice(0).map(({ kind }) => kind),
    ['edit'],
  );
  act(answered(view));
  assert.deepEqual(
    asked.map(({ kind }) => kind),
    ['move'],
  );
});

test('in detail a key press is one beat, forward or back, and the position is kept', () => {
  const { act, answer, now } = page();
  act({ type: 'pace', pace: 'detail' });
  /** @type {Action} */
  const on = { type: 'move', unit: 'pace', by: 1 };
  /** @type {Action} */
  const back = { type: 'move', unit: 'pace', by: -1 };
  act(on);
  answer();
  const stops = [];
  for (let beat = 0; beat < 8; beat += 1) {
    act({ type: 'tick', elapsed: 2 * BEAT_TIME });
    stops.push(now().playback.t);
    if (beat < 7) act(on);
  }
  assert.deepEqual(
    stops,
    [1, 2, 3, 4, 5, 6, 7, 8].map((beat) => beat / 8),
    'two neurons: three products, a bias',
  );
  act(back);
  act({ type: 'tick', elapsed: 2 * BEAT_TIME });
  assert.equal(now().playback.t, 7 / 8);
  const { position } = now().view?.after ?? {};
  for (const pace of /** @type {const} */ (['step', 'miniBatch', 'detail'])) {
    act({ type: 'pace', pace });
    assert.deepEqual([now().playback.t, now().view?.after.position], [7 / 8, position], pace);
  }
  for (let beat = 0; beat < 7; beat += 1) {
    act(back);
    act({ type: 'tick', elapsed: 2 * BEAT_TIME });
  }
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().playback.t], ['load', 1]);
});

test('in detail, playing rests after every beat, and reduced motion jumps to it', () => {
  const { act, answer, now } = page();
  act({ type: 'pace', pace: 'detail' });
  act({ type: 'togglePlaying' });
  answer();
  act({ type: 'tick', elapsed: BEAT_TIME });
  assert.deepEqual([now().playback.t, now().playback.rest], [1 / 8, REST_TIME]);
  act({ type: 'tick', elapsed: REST_TIME });
  assert.equal(now().playback.motion, 1);
  act({ type: 'togglePlaying' });
  act({ type: 'reducedMotion', reduced: true });
  act({ type: 'scrub', t: 0.25 });
  act({ type: 'move', unit: 'pace', by: 1 });
  assert.deepEqual([now().playback.t, now().playback.motion], [3 / 8, 0]);
});

test('arrow keys nudge and drags pull a value; a series of them is one edit', () => {
  const { act, asked, now } = page();
  /** @type {import('../../www/src/notation/selection.js').Selection} */
  const selection = { kind: 'bias', layer: 2, neuron: 0 };
  const value = Number(now().view?.after.biases[1]?.[0]);
  act({ type: 'nudge', selection, by: 0.1 });
  act({ type: 'nudge', selection, by: 0.1 });
  const nudges = asked
    .splice(0)
    .map((request) => request.kind === 'edit' && [request.edit, request.continues]);
  const edit = { kind: 'bias', layer: 2, neuron: 0, value: Number((value + 0.1).toPrecision(12)) };
  assert.deepEqual(nudges, [
    [edit, false],
    [{ ...edit, value: Number((value + 0.2).toPrecision(12)) }, true],
  ]);
  act({ type: 'grab', selection, value, y: 300 });
  act({ type: 'drag', y: 299 });
  assert.equal(asked.length, 0, 'a click that trembles is no drag');
  act({ type: 'drag', y: 280 });
  act({ type: 'drag', y: 260 });
  act({ type: 'release' });
  const drags = asked.map(
    (request) =>
      request.kind === 'edit' && request.edit.kind === 'bias' && [request.edit.value, request.continues],
  );
  assert.deepEqual(drags, [
    [Number((value + 0.2).toPrecision(12)), false],
    [Number((value + 0.4).toPrecision(12)), true],
  ]);
  assert.deepEqual([now().focus.drag, now().pending.gesture], [undefined, undefined]);
});

test('a computed value cannot be nudged', () => {
  const { act, asked } = page();
  act({ type: 'nudge', selection: { kind: 'neuron', layer: 2, neuron: 0 }, by: 0.1 });
  act({ type: 'nudge', selection: { kind: 'cost' }, by: 0.1 });
  assert.equal(asked.length, 0);
});

test('at most four cards are pinned; a fifth replaces the oldest', () => {
  const { act, now } = page();
  for (let neuron = 0; neuron < 6; neuron += 1) {
    act({ type: 'pin', selection: { kind: 'weight', layer: 2, to: neuron % 2, from: neuron % 3 } });
  }
  assert.equal(now().focus.pins.length, 4);
  const pin = now().focus.pins[0];
  assert.ok(pin);
  act({ type: 'unpin', selection: pin });
  assert.equal(now().focus.pins.length, 3);
});

test('while playing, a sentence is announced at most every five seconds', () => {
  const { act, answer, asked, now } = page();
  act({ type: 'speed', speed: 8 });
  act({ type: 'togglePlaying' });
  const said = new Map();
  for (let time = 0; time < 4 * NARRATION_TIME; time += 20) {
    if (asked.length > 0) answer();
    act({ type: 'tick', elapsed: 20 });
    if (!said.has(now().feedback.narration.view)) said.set(now().feedback.narration.view, time);
  }
  const times = [...said.values()];
  assert.ok(times.length >= 4, `${times.length} sentences`);
  times.slice(2).forEach((time, at) => assert.ok(time - times[at + 1] >= NARRATION_TIME, `${times}`));
});

test('size changes made before the answer arrives add up', () => {
  const { act, asked, now } = page();
  const keptLayers = [0, 1, 2];
  act({ type: 'edit', edit: { kind: 'sizes', sizes: [4, 2, 1], keptLayers } });
  assert.deepEqual(now().pending.sizes, [4, 2, 1]);
  act({ type: 'edit', edit: { kind: 'sizes', sizes: [4, 3, 1], keptLayers } });
  assert.deepEqual(now().pending.sizes, [4, 3, 1]);
  assert.equal(asked.length, 2);
  act({ type: 'refused', sentence: 'Too many.', field: 'sizes' });
  assert.equal(now().pending.sizes, undefined);
});

test('pausing while a step is on its way leaves the picture where it is', () => {
  const { act, answer, now } = page();
  act({ type: 'togglePlaying' });
  assert.equal(now().playback.waiting, 'forward');
  act({ type: 'togglePlaying' });
  const before = now();
  answer();
  assert.deepEqual(now().view, before.view);
  assert.equal(now().playback.waiting, undefined);
  act({ type: 'move', unit: 'step', by: 1 });
  answer();
  assert.equal(now().view?.after.position.step, 1);
});
