/**
 * A client with workers that only note what they are sent, for tests.
 *
 * @module
 */
import { mock, test } from 'node:test';

import { createClient } from '../../www/src/client/client.js';
// Fetched beforehand, as by a page at work.
import '../../www/src/words/refusals.js';
import '../../www/src/client/recovery.js';
import { NOTHING_WANTED } from '../../www/src/state/survey.js';

/** @import { Message, Reply, Request } from '../../www/src/protocol/messages.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { Running } from '../../www/src/protocol/run.js' */
/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Worklike } from '../../www/src/client/workers.js' */

/**
 * A view that is only told by its number.
 *
 * @param {number} index
 * @returns {View}
 */
export const view = (index) =>
  /** @type {View} */ (
    /** @type {unknown} */ ({
      after: {
        position: /** @type {Position} */ ({ epoch: 0, miniBatch: index, sample: 0, step: 0 }),
        sizes: [3, 2, 1],
      },
      journal: Float64Array.of(20_003, index, index),
      canUndo: false,
      canRedo: false,
      singleSample: false,
      data: { fingerprint: index, count: 8, test: 0 },
    })
  );

/** Waits until what is fetched is there. */
export async function turn() {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resume) => setImmediate(resume));
}

export function setUp() {
  const clock = { now: 0 };
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
      dispatch: (action) => {
        if (action.type === 'notice') heard.push(`notice ${action.notice?.sentence}`);
        else if (action.type === 'run') heard.push(`run ${action.goal.kind} ${action.goal.value}`);
        else heard.push(action.type);
      },
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
    () => clock.now,
  );
  /** @param {Request} request */
  const ask = (request) => client.ask({ request });
  /** @param {Reply} data */
  const answer = (data) => workers.at(-1)?.onmessage?.(/** @type {any} */ ({ data }));
  /** Lets time pass. @param {number} milliseconds */
  const pass = (milliseconds) => {
    for (let left = milliseconds; left > 0; left -= 100) {
      clock.now += Math.min(left, 100);
      mock.timers.tick(Math.min(left, 100));
    }
    return turn();
  };
  return { ask, workers, heard, answer, clock, pass };
}

/**
 * A report of a run.
 *
 * @param {number} completed
 * @param {Partial<Running>} [more]
 * @returns {Running}
 */
export const running = (completed, more) =>
  /** @type {Running} */ (
    /** @type {unknown} */ ({
      completed,
      position: { ...position, miniBatch: completed - 1, step: 9 },
      rest: { kind: 'miniBatches', value: 1_000 - completed },
      ...more,
    })
  );

/** Returns the requests a worker was sent, without their ids. @param {Message[]} sent */
export const requests = (sent) => sent.map(({ id: _, ...request }) => request);

/** @type {Position} */
export const position = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/**
 * A test with timers that are told how time passes.
 *
 * @param {string} name
 * @param {(made: ReturnType<typeof setUp>) => Promise<void>} body
 */
export const timed = (name, body) =>
  test(name, async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      await body(setUp());
    } finally {
      mock.timers.reset();
    }
  });

export const RUN = /** @type {Request} */ ({
  kind: 'run',
  goal: { kind: 'miniBatches', value: 1_000 },
  wants: NOTHING_WANTED,
});
