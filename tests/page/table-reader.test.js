/**
 * The client of the table worker: only the answer to the newest request is passed on.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { createImporter } from '../../www/src/tables/importer.js';
import { SLOW, createTables } from '../../www/src/client/table-reader.js';

/** @import { Reply, TableMessage, TableRequest } from '../../www/src/protocol/messages.js' */
/** @import { ImportResult } from '../../www/src/tables/importer.js' */
/** @import { Worklike } from '../../www/src/client/workers.js' */

/**
 * @typedef {Worklike<TableMessage, Reply> & {
 *   sent: TableMessage[],
 *   dead: boolean,
 *   importTable: ReturnType<typeof createImporter>,
 * }} TestWorker
 */

const TEXT = 'a,b,kind\n1,2,yes\n3,4,no\n5,6,yes';
/**
 * @param {string} text
 * @param {Partial<TableRequest>} [more]
 * @returns {TableRequest}
 */
const table = (text, more) => ({ kind: 'table', title: 'mine', text, dialect: {}, ...more });

function setUp() {
  /** @type {TestWorker[]} */
  const workers = [];
  /** @type {string[]} */
  const heard = [];
  const tables = createTables(
    ({ request }, answer) => {
      assert.equal(request.kind, 'table');
      if (request.kind === 'table' && answer.kind === 'answer') {
        const { summary, sentence } = /** @type {ImportResult} */ (answer.value);
        heard.push(`${request.title} ${summary.names}${sentence ?? ''}`);
      } else heard.push(answer.kind === 'refused' ? `refused ${answer.sentence}` : answer.kind);
    },
    () => {
      /** @type {TableMessage[]} */
      const sent = [];
      const worker = {
        ...{ sent, dead: false, importTable: createImporter(), onmessage: null, onerror: null },
        postMessage: (/** @type {TableMessage} */ message) => void sent.push(message),
        terminate: () => void (worker.dead = true),
      };
      workers.push(worker);
      return worker;
    },
  );
  /** Lets the newest worker answer its oldest message, in the order of a real worker. */
  async function answer() {
    const worker = workers.at(-1);
    const message = worker?.sent.shift();
    assert.ok(worker && message, 'a message was sent');
    const { id, ...asked } = message;
    /** @type {Reply} */
    const data = await worker.importTable(asked).then(
      (value) => ({ id, kind: 'answer', value }),
      (error) => ({ id, kind: 'refused', why: error.why }),
    );
    worker.onmessage?.(/** @type {any} */ ({ data }));
  }
  /** @param {TableRequest} request */
  const ask = (request) => tables.ask({ request }, request);
  return { ask, cancel: tables.cancel, workers, heard, answer };
}

test('a table is sent and read once, although its options change', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask(table(TEXT));
  await answer();
  assert.deepEqual(heard.splice(0), ['mine a,b,kind']);
  /** @type {import('../../www/src/tables/import-options.js').ImportOptions} */
  const options = {
    ...{ roles: ['input', 'input', 'target'], coding: 'zeroOne', inputScaling: 0, targetScaling: 0 },
  };
  ask(table(TEXT, { options }));
  assert.equal(workers[0]?.sent[0]?.text, undefined, 'its text is not sent again');
  await answer();
  // With another dialect it has to be read again.
  ask(table(TEXT, { dialect: { header: false } }));
  assert.equal(workers[0]?.sent[0]?.text, TEXT);
  await answer();
  assert.match(heard.join('; '), /^mine a,b,kind; mine column 1,column 2,column 3Choose at least one/);
  assert.equal(workers.length, 1);
});

test('a request for another table ends the worker that reads the last one', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask(table(TEXT));
  ask(table('c\n1', { title: 'other' }));
  assert.deepEqual([workers.length, workers[0]?.dead], [2, true]);
  await answer();
  assert.match(heard.join(), /^other c/);
});

test('reading can be cancelled, and the same table is read again afterwards', async () => {
  const { ask, cancel, workers, heard, answer } = setUp();
  cancel();
  assert.deepEqual(heard, [], 'nothing to cancel');
  ask(table(TEXT));
  cancel();
  assert.deepEqual(heard.splice(0), ['refused Reading was stopped; nothing was changed.']);
  assert.equal(workers[0]?.dead, true);
  ask(table(TEXT));
  await answer();
  assert.deepEqual(heard, ['mine a,b,kind']);
});

test('a text that is not a table is refused, and so is one that crashes the worker', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask(table(' '));
  await answer();
  assert.deepEqual(heard.splice(0), ['refused This table is empty.']);
  ask(table(TEXT));
  workers.at(-1)?.onerror?.(/** @type {any} */ ({}));
  assert.match(String(heard.splice(0)), /^refused This table could not be read/);
  ask(table(TEXT));
  await answer();
  assert.deepEqual(heard, ['mine a,b,kind']);
});

test('progress is reported once, after a delay', async (context) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  context.after(() => mock.timers.reset());
  const { ask, heard, answer } = setUp();
  ask(table(TEXT));
  mock.timers.tick(SLOW - 1);
  assert.deepEqual(heard, []);
  mock.timers.tick(2);
  assert.deepEqual(heard, ['progress']);
  await answer();
  ask(table(TEXT));
  await answer();
  mock.timers.tick(10 * SLOW);
  assert.deepEqual(heard, ['progress', 'mine a,b,kind', 'mine a,b,kind']);
});
