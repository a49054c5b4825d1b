/**
 * The client of the table worker: only the answer to the newest request is passed on.
 */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { createImporter } from '../../www/src/tables/importer.js';
import { SLOW, createTables } from '../../www/src/client/table-reader.js';

/** @import { Answered, Message } from '../../www/src/client/table-reader.js' */
/** @import { TableRequest } from '../../www/src/protocol/messages.js' */
/** @import { Worklike } from '../../www/src/client/workers.js' */

/**
 * @typedef {Worklike<Message, Answered> & {
 *   sent: Message[],
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
    {
      read: ({ facts, sentence }, { title }) => heard.push(`${title} ${facts.names}${sentence ?? ''}`),
      refused: (sentence) => heard.push(`refused ${sentence}`),
      loading: () => heard.push('loading'),
    },
    () => {
      /** @type {Message[]} */
      const sent = [];
      const worker = {
        ...{ sent, dead: false, importTable: createImporter(), onmessage: null, onerror: null },
        postMessage: (/** @type {Message} */ message) => void sent.push(message),
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
    /** @type {Answered} */
    const data = await worker.importTable(asked).then(
      (read) => ({ id, read }),
      (error) => ({ id, sentence: error.message }),
    );
    worker.onmessage?.(/** @type {any} */ ({ data }));
  }
  return { tables, workers, heard, answer };
}

test('a table is sent and read once, although its options change', async () => {
  const { tables, workers, heard, answer } = setUp();
  tables.ask(table(TEXT));
  await answer();
  assert.deepEqual(heard.splice(0), ['mine a,b,kind']);
  /** @type {import('../../www/src/tables/import-options.js').ImportOptions} */
  const choice = {
    ...{ roles: ['input', 'input', 'target'], coding: 'zeroOne', inputScaling: 0, targetScaling: 0 },
  };
  tables.ask(table(TEXT, { choice }));
  assert.equal(workers[0]?.sent[0]?.text, undefined, 'its text is not sent again');
  await answer();
  // With another dialect it has to be read again.
  tables.ask(table(TEXT, { dialect: { header: false } }));
  assert.equal(workers[0]?.sent[0]?.text, TEXT);
  await answer();
  assert.match(heard.join('; '), /^mine a,b,kind; mine column 1,column 2,column 3Choose at least one/);
  assert.equal(workers.length, 1);
});

test('a request for another table ends the worker that reads the last one', async () => {
  const { tables, workers, heard, answer } = setUp();
  tables.ask(table(TEXT));
  tables.ask(table('c\n1', { title: 'other' }));
  assert.deepEqual([workers.length, workers[0]?.dead], [2, true]);
  await answer();
  assert.match(heard.join(), /^other c/);
});

test('reading can be cancelled, and the same table is read again afterwards', async () => {
  const { tables, workers, heard, answer } = setUp();
  tables.cancel();
  assert.deepEqual(heard, [], 'nothing to cancel');
  tables.ask(table(TEXT));
  tables.cancel();
  assert.deepEqual(heard.splice(0), ['refused Reading was stopped; nothing was changed.']);
  assert.equal(workers[0]?.dead, true);
  tables.ask(table(TEXT));
  await answer();
  assert.deepEqual(heard, ['mine a,b,kind']);
});

test('a text that is not a table is refused, and so is one that crashes the worker', async () => {
  const { tables, workers, heard, answer } = setUp();
  tables.ask(table(' '));
  await answer();
  assert.deepEqual(heard.splice(0), ['refused This table is empty.']);
  tables.ask(table(TEXT));
  workers.at(-1)?.onerror?.(/** @type {any} */ ({}));
  assert.match(String(heard.splice(0)), /^refused This table could not be read/);
  tables.ask(table(TEXT));
  await answer();
  assert.deepEqual(heard, ['mine a,b,kind']);
});

test('the loading event comes once, after a delay', async (context) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  context.after(() => mock.timers.reset());
  const { tables, heard, answer } = setUp();
  tables.ask(table(TEXT));
  mock.timers.tick(SLOW - 1);
  assert.deepEqual(heard, []);
  mock.timers.tick(2);
  assert.deepEqual(heard, ['loading']);
  await answer();
  tables.ask(table(TEXT));
  await answer();
  mock.timers.tick(10 * SLOW);
  assert.deepEqual(heard, ['loading', 'mine a,b,kind', 'mine a,b,kind']);
});
