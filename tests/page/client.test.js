/**
 * The client keeps order and replaces a worker that has died.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { PATIENCE, createClient } from '../../www/src/client/client.js';
import { NOTHING } from '../../www/src/state/survey.js';

/** @import { Answer, Message, Position, Request, View } from '../../www/src/protocol/messages.js' */
/** @import { Worklike } from '../../www/src/client/workers.js' */

/** A view that is only told by its number. @param {number} index @returns {View} */
const view = (index) =>
  /** @type {View} */ (
    /** @type {unknown} */ ({
      after: {
        position: /** @type {Position} */ ({ epoch: 0, miniBatch: index, sample: 0, step: 0 }),
        sizes: [3, 2, 1],
      },
      journal: Float64Array.of(index),
      data: { fingerprint: index, count: 8, test: 0 },
    })
  );

function setUp() {
  /** @type {(Worklike & { sent: Message[], dead: boolean })[]} */
  const workers = [];
  /** @type {string[]} */
  const heard = [];
  const client = createClient(
    {
      view: ({ after }) => heard.push(`view ${after.position.miniBatch}`),
      refused: (sentence) => heard.push(`refused ${sentence}`),
      inspected: ({ parameter }) => heard.push(`inspected ${parameter}`),
      surveyed: () => heard.push('surveyed'),
      digit: ({ output }) => heard.push(`digit ${output.length}`),
      previewed: ({ count }) => heard.push(`previewed ${count}`),
      rows: ({ first }) => heard.push(`rows ${first}`),
      loading: (loaded) => heard.push(`loading ${loaded}`),
      read: ({ facts }) => heard.push(`read ${facts.names}`),
      seed: (seed) => heard.push(`seed ${seed}`),
      progress: (completed) => heard.push(`progress ${completed}`),
      notice: (sentence) => heard.push(`notice ${sentence}`),
    },
    () => {
      /** @type {Message[]} */
      const sent = [];
      const worker = {
        sent,
        dead: false,
        onmessage: null,
        onerror: null,
        postMessage: (/** @type {Message} */ message) => void sent.push(message),
        terminate: () => void (worker.dead = true),
      };
      workers.push(worker);
      return worker;
    },
  );
  /** @param {Answer} data */
  const answer = (data) => workers.at(-1)?.onmessage?.(/** @type {any} */ ({ data }));
  return { client, workers, heard, answer };
}

/** @type {Position} */
const position = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

test('a stale answer never overwrites a newer one', () => {
  const { client, heard, answer } = setUp();
  client.ask({ kind: 'open', example: 'xor' });
  client.ask({ kind: 'show', position });
  client.ask({ kind: 'visit', index: 7 });
  answer({ id: 3, ok: true, view: view(3) });
  answer({ id: 2, ok: true, view: view(2) });
  answer({ id: 1, ok: true, view: view(1) });
  assert.deepEqual(heard, ['view 3']);
});

test('what was overtaken is shown after all if the newest is refused', () => {
  const { client, heard, answer } = setUp();
  client.ask({ kind: 'open', example: 'xor' });
  client.ask({ kind: 'visit', index: -1 });
  answer({ id: 1, ok: true, view: view(1) });
  answer({ id: 2, ok: false, message: 'no' });
  assert.deepEqual(heard, ['refused no', 'view 1']);
});

test('a worker that is silent for two seconds is replaced, the journal replayed, one notice given', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { client, workers, heard, answer } = setUp();
    client.ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, ok: true, view: view(5) });
    client.ask({ kind: 'fail', how: 'hang' });
    mock.timers.tick(PATIENCE - 1);
    assert.equal(workers.length, 1);
    mock.timers.tick(1);
    assert.deepEqual([workers.length, workers[0]?.dead], [2, true]);
    assert.deepEqual(workers[1]?.sent, [
      { kind: 'restore', journal: Float64Array.of(5), position: view(5).after.position, id: 3 },
    ]);
    workers[0]?.onmessage?.(/** @type {any} */ ({ data: { id: 3, ok: true, view: view(9) } }));
    answer({ id: 3, ok: true, view: view(5) });
    assert.deepEqual(
      heard.map((each) => each.split(' ')[0]),
      ['view', 'notice', 'view'],
    );
    assert.equal(heard.at(-1), 'view 5');
  } finally {
    mock.timers.reset();
  }
});

test('big networks and much data have more time; a question that a worker died of is not put to the next', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { client, workers, heard, answer } = setUp();
    client.ask({ kind: 'open', example: 'xor' });
    const big = view(1);
    big.after.sizes = [784, 30, 10];
    big.data = { ...big.data, count: 60_000, test: 10_000 };
    answer({ id: 1, ok: true, view: big });
    /** @type {Request} */
    const question = {
      ...{ kind: 'inspect', position, points: 16, h: 1e-5, all: false, norms: false },
      ...{ first: false, sheet: false },
    };
    client.ask(question);
    client.ask({ kind: 'visit', index: 3 });
    mock.timers.tick(10 * PATIENCE);
    assert.equal(workers.length, 1, 'all images once forward and back');
    mock.timers.tick(10 * PATIENCE);
    assert.equal(workers.length, 2);
    answer({ id: 4, ok: true, view: view(1) });
    client.ask({ ...question });
    assert.deepEqual(
      workers[1]?.sent.map(({ kind }) => kind),
      ['restore'],
    );
    client.ask({ kind: 'show', position });
    answer({ id: 5, ok: true, view: view(1) });
    client.ask({ ...question });
    assert.equal(workers[1]?.sent.at(-1)?.kind, 'inspect');
    assert.equal(heard.filter((each) => each.startsWith('notice')).length, 1);
  } finally {
    mock.timers.reset();
  }
});

test('a long computation that tells of itself is left alone', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { client, workers, answer } = setUp();
    client.ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, ok: true, view: view(1) });
    client.ask({ kind: 'run', goal: { kind: 'miniBatches', value: 1e6 }, wants: NOTHING });
    for (let beat = 0; beat < 20; beat += 1) {
      mock.timers.tick(PATIENCE / 2);
      answer({ id: 2, progress: beat });
    }
    assert.equal(workers.length, 1);
  } finally {
    mock.timers.reset();
  }
});

test('a session that could not be restored is asked for again before anything else is', () => {
  const { client, workers, heard, answer } = setUp();
  client.ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, ok: true, view: view(4) });
  client.ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, ok: false, message: 'unreachable', dead: true });
  answer({ id: 3, ok: false, message: 'It could not be fetched.' });
  assert.match(heard.at(-1) ?? '', /^refused It could not/);
  client.ask({ kind: 'show', position });
  assert.deepEqual(
    workers[1]?.sent.map(({ kind }) => kind),
    ['restore', 'restore', 'show'],
  );
  answer({ id: 4, ok: true, view: view(4) });
  answer({ id: 5, ok: true, view: view(6) });
  assert.equal(heard.at(-1), 'view 6');
  client.ask({ kind: 'visit', index: 6 });
  assert.equal(workers[1]?.sent.length, 4, 'once is enough');
});

test('a trap replaces the worker at once; one that dies while it is restored ends it with a sentence', () => {
  const { client, workers, heard, answer } = setUp();
  client.ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, ok: true, view: view(1) });
  client.ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, ok: false, message: 'unreachable', dead: true });
  assert.equal(workers.length, 2);
  answer({ id: 3, ok: false, message: 'unreachable', dead: true });
  assert.equal(workers.length, 2, 'no loop');
  assert.match(heard.at(-1) ?? '', /could not be started again/);
  client.ask({ kind: 'show', position });
  assert.equal(workers[1]?.sent.length, 1, 'nothing is sent to the dead');
});
