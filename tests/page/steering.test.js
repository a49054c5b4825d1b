/**
 * A run in the worker: reports, pausing, continuing, and giving way to newer messages.
 */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { createSteering, steers } from '../../www/src/worker/steering.js';
import { NOTHING_WANTED } from '../../www/src/state/survey.js';
import { Session } from '../wasm/module.js';

/** @import { Message, Reply } from '../../www/src/protocol/messages.js' */
/** @import { Running } from '../../www/src/protocol/run.js' */

/** @param {number} milliseconds */
const wait = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds));

/** Ends what a test that failed has left. @type {() => void} */
let endRun = () => {};
afterEach(() => endRun());

function setUp() {
  /** @type {Reply[]} */
  const posted = [];
  // Yielding by MessageChannel would starve the timers of Node.
  const steering = createSteering(
    (answer) => void posted.push(answer),
    () => new Promise((resume) => setImmediate(resume)),
  );
  endRun = () => steering.giveWay(Infinity);
  const session = Session.open('xor');
  const ended = steering.reach(1, session, { kind: 'stop', value: 0 }, NOTHING_WANTED);
  /** What it answered last. @returns {Running} */
  const last = () => {
    const answer = posted.at(-1);
    assert.ok(answer?.kind === 'steered' && answer.running);
    return answer.running;
  };
  return { posted, steering, session, ended, last };
}

test('a run sends reports, and ends for a newer message', async () => {
  const { posted, steering, session, ended } = setUp();
  await wait(400);
  assert.ok(posted.length >= 2 && posted.length <= 6, `${posted.length} reports`);
  assert.ok(posted.every((answer) => answer.id === 1 && answer.kind === 'progress'));
  assert.equal(steering.isOn(), true);
  steering.giveWay(2);
  const asked = performance.now();
  await ended;
  assert.ok(performance.now() - asked < 500, 'at once');
  assert.equal(steering.isOn(), false);
  const { completed } = session;
  await wait(50);
  assert.equal(session.completed, completed, 'nothing goes on behind');
});

test('a paused run reports that it is alive, and continues when resumed', async () => {
  const { posted, steering, session, ended } = setUp();
  await wait(50);
  steering.steer({ id: 2, kind: 'hold', on: true });
  await wait(50);
  const { completed } = session;
  const words = posted.length;
  await wait(400);
  assert.equal(session.completed, completed);
  assert.ok(posted.length > words, 'signs of life');
  steering.steer({ id: 3, kind: 'hold', on: false });
  await wait(200);
  assert.ok(session.completed > completed);
  steering.giveWay(4);
  await ended;
});

test('eta can be edited during a run, and reports have a map once it is requested', async () => {
  const { steering, session, ended, last } = setUp();
  await wait(30);
  steering.steer({ id: 2, kind: 'tune', edit: { kind: 'eta', value: 0.5 }, continues: false });
  assert.equal(last().eta, 0.5);
  assert.equal(last().survey, undefined);
  assert.throws(
    () =>
      steering.steer({ id: 3, kind: 'tune', edit: { kind: 'miniBatchSize', value: 9 }, continues: false }),
    /from 1 to 4/,
  );
  steering.steer({ id: 4, kind: 'watch', wants: { ...NOTHING_WANTED, map: true, confusion: true } });
  const { survey, position } = last();
  assert.equal(survey?.map?.a.length, 48 * 48);
  assert.equal(survey?.confusion, undefined, 'that is for when it rests');
  assert.deepEqual(survey?.map, session.map(position, 48, false));
  steering.giveWay(5);
  await ended;
});

test('which messages steer a run, and which end it', () => {
  const kinds = /** @type {Message['kind'][]} */ (['tune', 'hold', 'watch', 'stop', 'show', 'edit', 'run']);
  const all = kinds.map((kind) => steers(/** @type {Message} */ (/** @type {unknown} */ ({ id: 1, kind }))));
  assert.deepEqual(all, [true, true, true, false, false, false, false]);
});
