/**
 * The client keeps answers in order, and waits long enough for a worker.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LATE, PATIENCE } from '../../www/src/client/client.js';
import { createSaying } from '../../www/src/client/saying.js';
import { sentenceOf } from '../../www/src/words/refusals.js';
import { RUN, position, setUp, timed, turn, view } from './stand-ins.js';

/** @import { Command } from '../../www/src/state/state.js' */

test('a stale answer never overwrites a newer one', () => {
  const { ask, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  ask({ kind: 'show', position });
  ask({ kind: 'visit', index: 7 });
  answer({ id: 3, kind: 'view', view: view(3) });
  answer({ id: 2, kind: 'view', view: view(2) });
  answer({ id: 1, kind: 'view', view: view(1) });
  assert.deepEqual(heard, ['view 3']);
});

test('an overtaken answer is shown after all if the newest request is refused', async () => {
  const { ask, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  ask({ kind: 'visit', index: -1 });
  answer({ id: 1, kind: 'view', view: view(1) });
  answer({ id: 2, kind: 'refused', why: { kind: 'noExample' } });
  await turn();
  assert.deepEqual(heard, ['refused There is no example of that name.', 'view 1']);
});

timed('a timer that is late does not end a worker', async ({ ask, workers, answer, clock, pass }) => {
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(5) });
  ask({ kind: 'show', position });
  // The whole page was stopped: its clock went on, its timers did not.
  clock.now += 60_000;
  await pass(PATIENCE);
  assert.equal(workers.length, 1, 'it waits once more');
  await pass(PATIENCE - 1);
  assert.equal(workers.length, 1);
  await pass(1);
  assert.equal(workers.length, 2, 'and then no more');
  assert.ok(LATE < 5_000, 'a pause of five seconds is noticed');
});

timed(
  'a long computation that reports progress is not interrupted',
  async ({ ask, workers, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(1) });
    ask(RUN);
    await turn();
    for (let beat = 0; beat < 20; beat += 1) {
      await pass(PATIENCE / 2);
      answer({ id: 2, kind: 'progress', done: beat });
    }
    assert.equal(workers.length, 1);
  },
);

test('refusals get their sentences in order, or without a connection one that is true of all', async () => {
  for (const [fetches, said] of /** @type {const} */ ([
    [true, 'Opening was stopped; nothing was changed.'],
    [false, 'A part of the page could not be fetched, so nothing was changed. Try again when there is'],
  ])) {
    /** @type {string[]} */
    const heard = [];
    const tell = createSaying(
      (_, answer) => heard.push(answer.kind === 'refused' ? String(answer.sentence) : answer.kind),
      async () => (fetches ? sentenceOf : Promise.reject(new TypeError('offline'))),
    );
    /** @type {Command} */
    const command = { request: { kind: 'history' } };
    tell(command, { kind: 'steered', running: undefined });
    tell(command, { kind: 'refused', why: { kind: 'openingStopped' } });
    tell(command, { kind: 'progress', done: 1 });
    assert.deepEqual(heard, ['steered'], 'what comes after it waits');
    await turn();
    assert.deepEqual([heard[0], heard[2]], ['steered', 'progress']);
    assert.ok(heard[1]?.startsWith(said), heard[1]);
  }
});
