/**
 * How the page moves: the pure update.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  BEAT_TIME,
  INITIAL,
  NARRATION_TIME,
  REST_TIME,
  STEP_TIME,
  isMoving,
} from '../../www/src/state/state.js';
import { update } from '../../www/src/state/update.js';
import { Session } from '../wasm/module.js';
import { ORIGIN, parts, viewAt } from './views.js';

/** @import { Request } from '../../www/src/engine/protocol.js' */
/** @import { Action, PageState } from '../../www/src/state/state.js' */

/** A page with a worker that answers when it is told to. */
function page() {
  const session = Session.open('majority');
  /** @type {PageState} */
  let state = INITIAL;
  /** @type {Request[]} */
  const asked = [];
  /** @param {Action} action */
  const act = (action) => {
    const next = update(state, action);
    state = next.state;
    asked.push(...next.commands.map(({ request }) => request));
    return state;
  };
  const answer = () => {
    const request = asked.shift();
    assert.ok(request, 'something was asked');
    if (request.kind === 'open') return act({ type: 'answered', view: viewAt(session, ORIGIN) });
    if (request.kind === 'show') return act({ type: 'answered', view: viewAt(session, request.position) });
    assert.equal(request.kind, 'move');
    if (request.kind !== 'move') return state;
    const to = session.neighbour(...parts(request.position), request.unit, request.by) ?? request.position;
    return act({ type: 'answered', view: viewAt(session, to) });
  };
  act({ type: 'open', example: 'majority' });
  answer();
  return { act, answer, asked, now: () => state };
}

/** @type {Action} */
const FORWARD = { type: 'move', unit: 'step', by: 1 };
/** @type {Action} */
const BACK = { type: 'move', unit: 'step', by: -1 };

test('it opens at rest, with the first sample loaded', () => {
  const { now } = page();
  assert.equal(now().view?.after.step.kind, 'load');
  assert.deepEqual([now().t, now().motion, isMoving(now())], [1, 0, false]);
});

test('a step forward plays once and rests', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().t, now().motion], ['z', 0, 1]);
  act({ type: 'tick', elapsed: STEP_TIME / 4 });
  assert.equal(now().t, 0.25);
  act({ type: 'tick', elapsed: STEP_TIME });
  assert.deepEqual([now().t, now().motion, isMoving(now())], [1, 0, false]);
});

test('a step back runs the step backwards and ends at the one before', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  act({ type: 'tick', elapsed: STEP_TIME });
  act(BACK);
  assert.deepEqual([now().view?.after.step.kind, now().motion], ['z', -1]);
  act({ type: 'tick', elapsed: STEP_TIME });
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().t, now().motion], ['load', 1, 0]);
  act(BACK);
  assert.equal(isMoving(now()), false, 'nothing is before the start');
});

test('pausing keeps the moment, and going on begins there', () => {
  const { act, answer, now } = page();
  act({ type: 'toggle' });
  answer();
  act({ type: 'tick', elapsed: STEP_TIME * 0.4 });
  act({ type: 'toggle' });
  assert.deepEqual([now().t, isMoving(now())], [0.4, false]);
  act({ type: 'toggle' });
  assert.deepEqual([now().t, now().motion], [0.4, 1]);
});

test('playing rests between steps and goes on by itself', () => {
  const { act, answer, asked, now } = page();
  act({ type: 'toggle' });
  answer();
  act({ type: 'tick', elapsed: STEP_TIME });
  assert.ok(now().rest > 0 && asked.length === 0);
  act({ type: 'tick', elapsed: REST_TIME });
  assert.deepEqual(asked[0], { kind: 'move', position: now().view?.after.position, unit: 'step', by: 1 });
  answer();
  assert.deepEqual([now().view?.after.step, now().t], [{ kind: 'a', layer: 2 }, 0]);
});

test('playing backwards stops at the start', () => {
  const { act, answer, now } = page();
  act(FORWARD);
  answer();
  act({ type: 'direction', direction: -1 });
  act({ type: 'scrub', t: 1 });
  act({ type: 'toggle' });
  act({ type: 'tick', elapsed: STEP_TIME });
  answer();
  for (let frame = 0; frame < 20; frame += 1) act({ type: 'tick', elapsed: STEP_TIME });
  assert.deepEqual([now().view?.after.position, now().playing], [ORIGIN, false]);
});

test('presses while an answer is on its way are kept, and no more than a few', () => {
  const { act, answer, asked, now } = page();
  for (let press = 0; press < 9; press += 1) act(FORWARD);
  assert.equal(asked.length, 1, 'one question at a time');
  for (let left = 0; left < 4; left += 1) answer();
  assert.equal(now().view?.after.position.step, 4);
  assert.equal(asked.length, 0);
});

test('a mini-batch forward plays its update; back is a cut', () => {
  const { act, answer, now } = page();
  act({ type: 'move', unit: 'miniBatch', by: 1 });
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().t, now().motion], ['update', 0, 1]);
  act({ type: 'move', unit: 'miniBatch', by: -1 });
  answer();
  assert.deepEqual([now().view?.after.position, now().t], [ORIGIN, 1]);
});

test('with reduced motion every move is a cut', () => {
  const { act, answer, now } = page();
  act({ type: 'reducedMotion', reduced: true });
  for (const press of [FORWARD, FORWARD, BACK]) {
    act(press);
    answer();
    assert.deepEqual([now().t, isMoving(now())], [1, false]);
  }
  assert.equal(now().view?.after.step.kind, 'z');
});

test('a refusal keeps everything but says why beside its field', () => {
  const { act, asked, now } = page();
  const { view } = now();
  act({ type: 'edit', edit: { kind: 'miniBatchSize', value: 99 }, field: 'miniBatchSize' });
  asked.pop();
  act({ type: 'refused', sentence: 'Too many.', field: 'miniBatchSize' });
  assert.equal(now().view, view);
  assert.deepEqual(now().refusals, { miniBatchSize: 'Too many.' });
  assert.equal(now().waiting, undefined);
  act({ type: 'edit', edit: { kind: 'miniBatchSize', value: 2 }, field: 'miniBatchSize' });
  assert.deepEqual(now().refusals, {});
});

test('an edit during play is made where one is, and play goes on', () => {
  const { act, asked, answer, now } = page();
  act({ type: 'toggle' });
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
  if (view) act({ type: 'answered', view, field: 'eta' });
  assert.deepEqual([now().t, now().motion, now().playing], [0.5, 1, true]);
});

test('in detail a press is one beat, on and back, and the place is never lost', () => {
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
    stops.push(now().t);
    if (beat < 7) act(on);
  }
  assert.deepEqual(
    stops,
    [1, 2, 3, 4, 5, 6, 7, 8].map((beat) => beat / 8),
    'two neurons: three products, a bias',
  );
  act(back);
  act({ type: 'tick', elapsed: 2 * BEAT_TIME });
  assert.equal(now().t, 7 / 8);
  const { position } = now().view?.after ?? {};
  for (const pace of /** @type {const} */ (['step', 'miniBatch', 'detail'])) {
    act({ type: 'pace', pace });
    assert.deepEqual([now().t, now().view?.after.position], [7 / 8, position], pace);
  }
  for (let beat = 0; beat < 7; beat += 1) {
    act(back);
    act({ type: 'tick', elapsed: 2 * BEAT_TIME });
  }
  answer();
  assert.deepEqual([now().view?.after.step.kind, now().t], ['load', 1]);
});

test('in detail, playing rests after every beat and reduced motion cuts to it', () => {
  const { act, answer, now } = page();
  act({ type: 'pace', pace: 'detail' });
  act({ type: 'toggle' });
  answer();
  act({ type: 'tick', elapsed: BEAT_TIME });
  assert.deepEqual([now().t, now().rest], [1 / 8, REST_TIME]);
  act({ type: 'tick', elapsed: REST_TIME });
  assert.equal(now().motion, 1);
  act({ type: 'toggle' });
  act({ type: 'reducedMotion', reduced: true });
  act({ type: 'scrub', t: 0.25 });
  act({ type: 'move', unit: 'pace', by: 1 });
  assert.deepEqual([now().t, now().motion], [3 / 8, 0]);
});

test('an arrow key nudges, a drag pulls; a row of either is one change', () => {
  const { act, asked, now } = page();
  /** @type {import('../../www/src/state/state.js').Selection} */
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
    [edit, true],
  ]);
  act({ type: 'grab', selection, value, y: 300 });
  act({ type: 'drag', y: 299 });
  assert.equal(asked.length, 0, 'a click that trembles is no drag');
  act({ type: 'drag', y: 280 });
  act({ type: 'drag', y: 260 });
  act({ type: 'letGo' });
  const drags = asked.map(
    (request) =>
      request.kind === 'edit' && request.edit.kind === 'bias' && [request.edit.value, request.continues],
  );
  assert.deepEqual(drags, [
    [Number((value + 0.2).toPrecision(12)), false],
    [Number((value + 0.4).toPrecision(12)), true],
  ]);
  assert.deepEqual([now().drag, now().gesture], [undefined, undefined]);
});

test('what is computed cannot be nudged', () => {
  const { act, asked } = page();
  act({ type: 'nudge', selection: { kind: 'neuron', layer: 2, neuron: 0 }, by: 0.1 });
  act({ type: 'nudge', selection: { kind: 'cost' }, by: 0.1 });
  assert.equal(asked.length, 0);
});

test('at most four cards are pinned; the oldest gives way', () => {
  const { act, now } = page();
  for (let neuron = 0; neuron < 6; neuron += 1) {
    act({ type: 'pin', selection: { kind: 'weight', layer: 2, to: neuron % 2, from: neuron % 3 } });
  }
  assert.equal(now().pins.length, 4);
  const pin = now().pins[0];
  assert.ok(pin);
  act({ type: 'unpin', selection: pin });
  assert.equal(now().pins.length, 3);
});

test('while playing, a sentence comes at most every five seconds', () => {
  const { act, answer, asked, now } = page();
  act({ type: 'speed', speed: 8 });
  act({ type: 'toggle' });
  const said = new Map();
  for (let time = 0; time < 4 * NARRATION_TIME; time += 20) {
    if (asked.length > 0) answer();
    act({ type: 'tick', elapsed: 20 });
    if (!said.has(now().narration.text)) said.set(now().narration.text, time);
  }
  const times = [...said.values()];
  assert.ok(times.length >= 4, `${times.length} sentences`);
  times.slice(2).forEach((time, at) => assert.ok(time - times[at + 1] >= NARRATION_TIME, `${times}`));
});

test('the scale of widths stays while playing', () => {
  const { act, answer, now } = page();
  const { scale } = now();
  act({ type: 'toggle' });
  const view = answer().view;
  assert.ok(view);
  const weights = view.after.weights.map((list) => list?.map((weight) => weight * 1000));
  act({ type: 'answered', view: { ...view, after: { ...view.after, weights } } });
  assert.deepEqual(now().scale, scale);
  act({ type: 'toggle' });
  act({ type: 'answered', view: { ...view, after: { ...view.after, weights } } });
  assert.ok(now().scale.top > 100 * scale.top);
});
