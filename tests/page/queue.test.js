/**
 * The worker's queue: messages are answered in order, except that steering does not wait for the end of a
 * run.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createQueue } from '../../www/src/worker/queue.js';

/** @import { Message } from '../../www/src/protocol/messages.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** Returns a promise, and functions that settle it. */
function gate() {
  /** @type {() => void} */
  let open = () => {};
  /** @type {() => void} */
  let fail = () => {};
  const passed = new Promise((resolve, reject) => {
    open = () => resolve(undefined);
    fail = () => reject(new Error('closed'));
  });
  return { passed, open, fail };
}

const soon = () => new Promise((resume) => setTimeout(resume, 0));

function setUp() {
  /** @type {string[]} */
  const log = [];
  /**
   * By id, what an answer waits for.
   *
   * @type {Map<number, Promise<unknown>>}
   */
  const slow = new Map();
  /**
   * By id, what a question waits for.
   *
   * @type {Map<number, Promise<unknown>>}
   */
  const beside = new Map();
  let on = false;
  let lastId = 0;
  const queue = createQueue({
    async answer(message) {
      await slow.get(message.id);
      log.push(`${message.kind} ${message.id}`);
    },
    steer: (message) => void log.push(`steer ${message.kind} ${message.id}`),
    isOn: () => on,
    prepare: (message) =>
      beside.get(message.id)?.then(
        () => message,
        () => ({ ...message, kind: 'show', position: ORIGIN }),
      ),
  });
  return {
    log,
    slow,
    beside,
    queue,
    /** @param {Message['kind']} kind */
    receive: (kind) => {
      lastId += 1;
      queue.receive(/** @type {Message} */ ({ kind, id: lastId }));
    },
    /** @param {boolean} now */
    turnOn: (now) => (on = now),
  };
}

test('messages are answered one after the other', async () => {
  const { log, slow, receive } = setUp();
  const first = gate();
  slow.set(1, first.passed);
  receive('show');
  receive('move');
  await soon();
  assert.deepEqual(log, []);
  first.open();
  await soon();
  assert.deepEqual(log, ['show 1', 'move 2']);
});

test('steering messages sent before a run starts are applied when it starts', async () => {
  const { log, slow, queue, receive, turnOn } = setUp();
  const fetched = gate();
  slow.set(1, fetched.passed);
  receive('run');
  receive('tune');
  receive('hold');
  await soon();
  assert.deepEqual(log, []);
  turnOn(true);
  queue.begun(1);
  assert.deepEqual(log, ['steer tune 2', 'steer hold 3']);
  receive('watch');
  assert.deepEqual(log.at(-1), 'steer watch 4', 'and from then on at once');
  turnOn(false);
  fetched.open();
  await soon();
  receive('tune');
  await soon();
  assert.deepEqual(log.slice(3), ['run 1', 'tune 5']);
});

test('steering messages of a run that could not start are answered after it', async () => {
  const { log, receive } = setUp();
  receive('run');
  receive('tune');
  await soon();
  assert.deepEqual(log, ['run 1', 'tune 2']);
});

test('steering messages sent while a run gives way apply to the next run', async () => {
  const { log, slow, queue, receive, turnOn } = setUp();
  const running = gate();
  slow.set(1, running.passed);
  receive('run');
  turnOn(true);
  queue.begun(1);
  receive('run');
  receive('tune');
  running.open();
  await soon();
  // The second run could not start here; the edit is not lost.
  assert.deepEqual(log, ['run 1', 'run 2', 'tune 3']);
});

test('a question waits beside the queue, and is replaced if the core never came', async () => {
  const { log, beside, receive } = setUp();
  const [core, other] = [gate(), gate()];
  beside.set(1, core.passed).set(2, other.passed);
  receive('inspect');
  receive('survey');
  receive('move');
  await soon();
  assert.deepEqual(log, ['move 3']);
  other.fail();
  core.open();
  await soon();
  assert.deepEqual(log.slice(1).sort(), ['inspect 1', 'show 2']);
});
