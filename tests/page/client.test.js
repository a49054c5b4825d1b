/**
 * The client: keeps answers in order, and replaces a worker that crashed or hangs.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { PATIENCE, createClient } from '../../www/src/client/client.js';
import { createSaying } from '../../www/src/client/saying.js';
import { NOTHING_WANTED } from '../../www/src/state/survey.js';
import { sentenceOf } from '../../www/src/words/refusals.js';

/** @import { Command } from '../../www/src/state/state.js' */
/** @import { Message, Reply, Request } from '../../www/src/protocol/messages.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Worklike } from '../../www/src/client/workers.js' */

/**
 * A view that is only told by its number.
 *
 * @param {number} index
 * @returns {View}
 */
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

/** Waits until the sentences of refusals have been fetched. */
const sentences = {
  then: (/** @type {() => void} */ done) => void setImmediate(() => setImmediate(done)),
};

function setUp() {
  /** @type {(Worklike & { sent: Message[], dead: boolean })[]} */
  const workers = [];
  /** @type {string[]} */
  const heard = [];
  const client = createClient(
    {
      onAnswer: ({ request }, answer) => {
        if (answer.kind === 'view') heard.push(`view ${answer.view.after.position.miniBatch}`);
        else if (answer.kind === 'refused') heard.push(`refused ${answer.sentence}`);
        else heard.push(`${answer.kind} ${request.kind}`);
      },
      onNotice: (sentence) => heard.push(`notice ${sentence}`),
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
  /** @param {Request} request */
  const ask = (request) => client.ask({ request });
  /** @param {Reply} data */
  const answer = (data) => workers.at(-1)?.onmessage?.(/** @type {any} */ ({ data }));
  return { ask, workers, heard, answer };
}

/** @type {Position} */
const position = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

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
  await sentences;
  assert.deepEqual(heard, ['refused There is no example of that name.', 'view 1']);
});

test('a worker that is silent for two seconds is replaced, with one notice, and replays the journal', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { ask, workers, heard, answer } = setUp();
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    ask({ kind: 'fail', how: 'hang' });
    mock.timers.tick(PATIENCE - 1);
    assert.equal(workers.length, 1);
    mock.timers.tick(1);
    assert.deepEqual([workers.length, workers[0]?.dead], [2, true]);
    assert.deepEqual(workers[1]?.sent, [
      { kind: 'restore', journal: Float64Array.of(5), position: view(5).after.position, id: 3 },
    ]);
    workers[0]?.onmessage?.(/** @type {any} */ ({ data: { id: 3, kind: 'view', view: view(9) } }));
    answer({ id: 3, kind: 'view', view: view(5) });
    assert.deepEqual(
      heard.map((each) => each.split(' ')[0]),
      ['view', 'notice', 'view'],
    );
    assert.equal(heard.at(-1), 'view 5');
  } finally {
    mock.timers.reset();
  }
});

test('big networks and data sets get more time; a question that crashed a worker is not repeated', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { ask, workers, heard, answer } = setUp();
    ask({ kind: 'open', example: 'xor' });
    const big = view(1);
    big.after.sizes = [784, 30, 10];
    big.data = { ...big.data, count: 60_000, test: 10_000 };
    answer({ id: 1, kind: 'view', view: big });
    /** @type {Request} */
    const question = { kind: 'inspect', position, questions: { curve: [16] } };
    ask(question);
    ask({ kind: 'visit', index: 3 });
    mock.timers.tick(10 * PATIENCE);
    assert.equal(workers.length, 1, 'all images once forward and back');
    mock.timers.tick(10 * PATIENCE);
    assert.equal(workers.length, 2);
    answer({ id: 4, kind: 'view', view: view(1) });
    ask({ ...question });
    assert.deepEqual(
      workers[1]?.sent.map(({ kind }) => kind),
      ['restore'],
    );
    ask({ kind: 'show', position });
    answer({ id: 5, kind: 'view', view: view(1) });
    ask({ ...question });
    assert.equal(workers[1]?.sent.at(-1)?.kind, 'inspect');
    assert.equal(heard.filter((each) => each.startsWith('notice')).length, 1);
  } finally {
    mock.timers.reset();
  }
});

test('a long computation that reports progress is not interrupted', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const { ask, workers, answer } = setUp();
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(1) });
    ask({ kind: 'run', goal: { kind: 'miniBatches', value: 1e6 }, wants: NOTHING_WANTED });
    for (let beat = 0; beat < 20; beat += 1) {
      mock.timers.tick(PATIENCE / 2);
      answer({ id: 2, kind: 'progress', done: beat });
    }
    assert.equal(workers.length, 1);
  } finally {
    mock.timers.reset();
  }
});

test('a session that could not be restored is requested again before anything else', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(4) });
  ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, kind: 'dead', message: 'unreachable' });
  answer({ id: 3, kind: 'refused', why: { kind: 'dataNotFetched' } });
  await sentences;
  assert.match(heard.at(-1) ?? '', /^refused The data could not be fetched/);
  ask({ kind: 'show', position });
  assert.deepEqual(
    workers[1]?.sent.map(({ kind }) => kind),
    ['restore', 'restore', 'show'],
  );
  answer({ id: 4, kind: 'view', view: view(4) });
  answer({ id: 5, kind: 'view', view: view(6) });
  assert.equal(heard.at(-1), 'view 6');
  ask({ kind: 'visit', index: 6 });
  assert.equal(workers[1]?.sent.length, 4, 'once is enough');
});

test('a trap replaces the worker at once; a crash during restoring ends it with a sentence', () => {
  const { ask, workers, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(1) });
  ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, kind: 'dead', message: 'unreachable' });
  assert.equal(workers.length, 2);
  answer({ id: 3, kind: 'dead', message: 'unreachable' });
  assert.equal(workers.length, 2, 'no loop');
  assert.match(heard.at(-1) ?? '', /could not be restarted/);
  ask({ kind: 'show', position });
  assert.equal(workers[1]?.sent.length, 1, 'nothing is sent to the dead');
});

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
    await sentences;
    assert.deepEqual([heard[0], heard[2]], ['steered', 'progress']);
    assert.ok(heard[1]?.startsWith(said), heard[1]);
  }
});
