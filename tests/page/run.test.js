/**
 * Runs: their goals, edits during a run, and the page's requests.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createRun, frontier } from '../../www/src/worker/run.js';
import { settingsInForce } from '../../www/src/state/run.js';
import { NOTHING_WANTED } from '../../www/src/state/survey.js';
import { Session } from '../wasm/module.js';
import { answered, reported } from './answers.js';
import { FORWARD, page } from './page.js';
import { viewAt } from './views.js';

/** @import { Session as SessionType } from '../../www/pkg/backstep.js' */
/** @import { Goal, Running } from '../../www/src/protocol/run.js' */

/** A clock that goes on by a millisecond with every look. */
function ticking() {
  let time = 0;
  return () => (time += 1);
}

/**
 * Runs to the end, in slices of a few looks at the clock.
 *
 * @param {SessionType} session
 * @param {Goal} goal
 */
function runTo(session, goal) {
  const run = createRun(session, goal, ticking());
  for (let slice = 0; slice < 100_000; slice += 1) if (run.slice(5)) return run;
  throw new Error('The run has no end.');
}

test('a run ends after exactly the given number of mini-batches or epochs', () => {
  const session = Session.open('majority');
  runTo(session, { kind: 'miniBatches', value: 7 });
  assert.equal(session.completed, 7);
  // Seven mini-batches are three and a half epochs: a started epoch counts as the first.
  runTo(session, { kind: 'epochs', value: 2 });
  assert.equal(session.completed, 10);
  runTo(session, { kind: 'epochs', value: 3 });
  assert.equal(session.completed, 16);
});

test('a run ends at the end of the epoch that reaches the accuracy or the cost', () => {
  const session = Session.open('majority');
  runTo(session, { kind: 'accuracy', value: 100 });
  const { evaluations } = session.timeline();
  assert.equal(evaluations.at(-1)?.correct, 8);
  assert.equal(evaluations.filter(({ correct }) => correct === 8).length, 1, 'and not later');
  runTo(session, { kind: 'cost', value: 0.01 });
  const { running, mean, window } = session.timeline();
  assert.ok(Number(running.at(-1)) <= 0.01 && Number(running.at(-3)) > 0.01);
  const last = mean.slice(-window);
  assert.ok(Math.abs(last.reduce((sum, cost) => sum + cost, 0) / window - Number(running.at(-1))) < 1e-12);
  assert.equal(session.positionOf(session.completed).miniBatch, 0);
});

test('eta and mini-batch size edited during a run apply from the next mini-batch', () => {
  const session = Session.open('majority');
  const run = createRun(session, { kind: 'stop', value: 0 }, ticking());
  run.slice(3);
  const before = session.completed;
  assert.ok(before > 0);
  run.change({ kind: 'eta', value: 0.5 }, false);
  run.change({ kind: 'miniBatchSize', value: 8 }, false);
  assert.equal(session.completed, before, 'what was run stays');
  assert.deepEqual(
    session.timeline().edits.map(({ index }) => index),
    [before, before],
  );
  const { eta, miniBatchSize, completed } = run.progress();
  assert.deepEqual([eta, miniBatchSize, completed], [0.5, 8, before]);
  run.slice(3);
  const position = frontier(session);
  const end = session.stateAt(position);
  assert.deepEqual([end.eta, end.m], [0.5, 8]);
  // The same run, replayed from its journal.
  const again = Session.replay(session.journal());
  again.advance(session.completed, 1e9);
  assert.deepEqual(again.stateAt(position).weights, end.weights);
});

test('speed and remaining time are of the last second, and absent before it', () => {
  const session = Session.open('majority');
  let time = 0;
  const run = createRun(session, { kind: 'miniBatches', value: 300 }, () => time);
  assert.deepEqual([run.progress().rate, run.progress().left], [undefined, undefined]);
  session.advance(100, 1e9);
  time = 2_000;
  // An epoch of 8 samples has two mini-batches of 4.
  assert.deepEqual([run.progress().rate, run.progress().left], [200, 4]);
  const endless = createRun(session, { kind: 'stop', value: 0 }, () => time);
  time = 3_000;
  assert.equal(endless.progress().left, undefined);
});

/** A page with a run that is on. */
function running() {
  const { act, asked, now } = page();
  act({ type: 'run', goal: { kind: 'stop', value: 0 } });
  assert.deepEqual(asked.pop(), { kind: 'run', goal: { kind: 'stop', value: 0 }, wants: NOTHING_WANTED });
  const session = Session.open('majority');
  session.advance(20, 1e9);
  const progress = createRun(session, { kind: 'stop', value: 0 }, () => 0).progress();
  act(reported(progress));
  return { act, asked, now, session };
}

test('during a run the page shows the end of the run, and edits eta there', () => {
  const { act, asked, now } = running();
  assert.equal(settingsInForce(now()).timeline?.completed, 20);
  assert.equal(now().view?.timeline.completed, 0);
  act({ type: 'edit', edit: { kind: 'eta', value: 0.5 }, field: 'eta' });
  assert.deepEqual(asked.splice(0), [{ kind: 'tune', edit: { kind: 'eta', value: 0.5 }, continues: false }]);
  act({ type: 'refused', sentence: 'No.', field: 'eta' });
  assert.deepEqual([now().feedback.refusals, now().run.current !== undefined], [{ eta: 'No.' }, true]);
  const progress = /** @type {Running} */ (now().run.current?.progress);
  act(reported({ ...progress, eta: 0.5 }, 'eta'));
  assert.deepEqual([settingsInForce(now()).eta, now().feedback.refusals], [0.5, {}]);
});

test('a refusal does not end a run, and ends waiting for a table', () => {
  const { act, now } = running();
  act({ type: 'changeDataSheet', change: { tab: 'own' } });
  act({ type: 'readTable', title: 'own', text: 'a,b', dialect: {} });
  assert.equal(now().data.reading, true);
  act({ type: 'refused', sentence: 'No.', field: 'data' });
  assert.deepEqual([now().data.reading, now().run.current !== undefined], [false, true]);
});

test('any other edit ends the run, and is made at its end', () => {
  const { act, asked } = running();
  const weight = /** @type {const} */ ({ kind: 'weight', layer: 2, to: 0, from: 0, value: 1 });
  act({ type: 'edit', edit: weight });
  assert.deepEqual(asked.splice(0), [{ kind: 'edit', position: undefined, edit: weight, continues: false }]);
  act({ type: 'nudge', selection: { kind: 'bias', layer: 2, neuron: 0 }, by: 0.1 });
  const nudged = asked.pop();
  assert.equal(nudged?.kind === 'edit' && nudged.position, undefined);
});

test('space stops a run; a step stops it and starts from its end', () => {
  const { act, asked, now, session } = running();
  act({ type: 'togglePlaying' });
  assert.deepEqual([asked.splice(0), now().playback.playing], [[{ kind: 'stop' }], false]);
  act(FORWARD);
  assert.deepEqual(asked.splice(0), [{ kind: 'stop' }]);
  const { position } = createRun(session, { kind: 'stop', value: 0 }, () => 0).progress();
  act(answered(viewAt(session, position)));
  assert.equal(now().run.current, undefined);
  assert.deepEqual(asked, [{ kind: 'move', position, unit: 'step', by: 1 }]);
});

test('in a hidden tab a run continues, or pauses if set so', () => {
  const { act, asked } = running();
  act({ type: 'hidden', hidden: true });
  assert.deepEqual(asked, []);
  act({ type: 'settings', settings: { background: false } });
  act({ type: 'hidden', hidden: true });
  act({ type: 'hidden', hidden: false });
  assert.deepEqual(asked, [
    { kind: 'hold', on: true },
    { kind: 'hold', on: false },
  ]);
});

test('an invalid goal is refused with a sentence, and nothing is requested', () => {
  const { act, asked, now } = page();
  for (const goal of /** @type {Goal[]} */ ([
    { kind: 'miniBatches', value: 0 },
    { kind: 'epochs', value: 1.5 },
    { kind: 'accuracy', value: 101 },
    { kind: 'cost', value: -1 },
  ])) {
    act({ type: 'run', goal });
    assert.match(String(now().feedback.refusals['goal']), /^(A|An) .*\.$/);
    assert.deepEqual([asked, now().run.current], [[], undefined]);
  }
  act({ type: 'run', goal: { kind: 'epochs', value: 1 } });
  assert.deepEqual(now().feedback.refusals, {});
});
