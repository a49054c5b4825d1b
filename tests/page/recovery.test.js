/**
 * A worker that crashed, hangs or could not be started is replaced, and nothing is lost.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PATIENCE } from '../../www/src/client/client.js';
import { RUN, position, requests, running, setUp, timed, turn, view } from './stand-ins.js';

/** @import { Request } from '../../www/src/protocol/messages.js' */

timed(
  'a worker that is silent for two seconds is replaced, and the new one replays the journal',
  async ({ ask, workers, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    ask({ kind: 'fail', how: 'hang' });
    await pass(PATIENCE - 1);
    assert.equal(workers.length, 1);
    await pass(1);
    assert.deepEqual([workers.length, workers[0]?.dead], [2, true]);
    assert.deepEqual(requests(workers[1]?.sent ?? []), [
      {
        kind: 'restore',
        journal: Float64Array.of(20_003, 5, 5),
        position: view(5).after.position,
        source: undefined,
        names: { title: undefined, classes: undefined },
        past: undefined,
        sample: undefined,
        most: 1e10,
      },
    ]);
    workers[0]?.onmessage?.(/** @type {any} */ ({ data: { id: 3, kind: 'view', view: view(9) } }));
    answer({ id: 3, kind: 'view', view: view(5) });
    assert.deepEqual(heard, [
      'view 5',
      'notice The computation has ended unexpectedly and is being started again.',
      'view 5',
      'notice The computation stopped answering and was restarted. Nothing is lost.',
    ]);
  },
);

timed(
  'a run goes on in another worker, with the changes made during it and the rest of its goal',
  async ({ ask, workers, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    ask(RUN);
    await turn();
    answer({ id: 2, kind: 'progress', done: 100, running: running(100) });
    ask({ kind: 'tune', edit: { kind: 'eta', value: 2 }, continues: false });
    const tuned = Float64Array.of(20_003, 150, 5, 2);
    answer({ id: 3, kind: 'steered', running: running(150, { journal: tuned }) });
    answer({ id: 2, kind: 'progress', done: 200, running: running(200) });
    await pass(PATIENCE);
    const [request] = requests(workers[1]?.sent ?? []);
    assert.ok(request?.kind === 'restore');
    assert.deepEqual(request.journal, Float64Array.of(20_003, 200, 5, 2));
    assert.deepEqual(request.position, running(200).position);
    answer({ id: 4, kind: 'view', view: view(200) });
    assert.deepEqual(heard.slice(-2), [
      'notice The computation stopped answering and was restarted. Nothing is lost, and the run goes on.',
      'run miniBatches 800',
    ]);
  },
);

timed(
  'a run that broke the module, or that was to end, does not go on',
  async ({ ask, workers, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    ask(RUN);
    await turn();
    answer({ id: 2, kind: 'progress', done: 100, running: running(100) });
    answer({ id: 2, kind: 'dead', message: 'unreachable' });
    await turn();
    answer({ id: 3, kind: 'view', view: view(100) });
    assert.equal(
      heard.at(-1),
      'notice The computation crashed and was restarted. ' +
        'The run stopped after 100 mini-batches; what it had done is kept.',
    );
    ask(RUN);
    await turn();
    answer({ id: 4, kind: 'progress', done: 300, running: running(300) });
    ask({ kind: 'stop' });
    await pass(PATIENCE);
    assert.deepEqual(
      workers[2]?.sent.map(({ kind }) => kind),
      ['restore'],
    );
    answer({ id: 6, kind: 'view', view: view(300) });
    assert.match(heard.at(-1) ?? '', /The run stopped after 300 mini-batches/);
  },
);

timed(
  'a rest of a run that takes long is offered, and the run does not go on by itself',
  async ({ ask, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    ask(RUN);
    await turn();
    answer({ id: 2, kind: 'progress', done: 900, running: running(900) });
    await pass(PATIENCE);
    const needs = { miniBatches: 900, work: 4e11, longest: 1e6 };
    answer({ id: 3, kind: 'view', view: view(0), needs });
    assert.equal(
      heard.at(-1),
      'notice The computation stopped answering and was restarted. All changes are kept, but 900 ' +
        'mini-batches have to be computed again, about 7 minutes.',
    );
  },
);

timed(
  'a change that was on its way is made by the next worker; one that never ends only once more',
  async ({ ask, workers, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'view', view: view(5) });
    /** @type {Request} */
    const change = { kind: 'edit', position, edit: { kind: 'eta', value: 2 }, continues: false };
    ask(change);
    await pass(PATIENCE);
    assert.deepEqual(
      workers[1]?.sent.map(({ kind }) => kind),
      ['restore', 'edit'],
    );
    answer({ id: 3, kind: 'view', view: view(5) });
    await pass(PATIENCE);
    assert.equal(workers.length, 3);
    assert.match(heard.join('\n'), /refused The computation did not come to an end with this/);
    assert.deepEqual(
      workers[2]?.sent.map(({ kind }) => kind),
      ['restore'],
    );
    answer({ id: 5, kind: 'view', view: view(5) });
    assert.match(heard.at(-1) ?? '', /What was asked last made it crash, and was left out/);
  },
);

timed('a change that breaks the module is refused', async ({ ask, workers, heard, answer }) => {
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(5) });
  ask({ kind: 'edit', position, edit: { kind: 'eta', value: 2 }, continues: false });
  ask({ kind: 'visit', index: 3 });
  answer({ id: 2, kind: 'dead', message: 'unreachable' });
  await turn();
  assert.match(heard.join('\n'), /refused The computation crashed at this, so it was left out/);
  assert.deepEqual(
    workers[1]?.sent.map(({ kind }) => kind),
    ['restore', 'visit'],
  );
});

timed('undo and a single sample come back too', async ({ ask, workers, answer, pass }) => {
  ask({ kind: 'open', example: 'xor' });
  const home = { ...view(5), canUndo: true };
  answer({ id: 1, kind: 'view', view: home });
  ask({ kind: 'history' });
  await turn();
  answer({ id: 2, kind: 'answer', value: Float64Array.of(1, 2, 3) });
  ask({ kind: 'openSample', position, x: new Float64Array(2), y: new Float64Array(1) });
  answer({ id: 3, kind: 'view', view: { ...view(7), singleSample: true } });
  ask({ kind: 'show', position });
  await pass(PATIENCE);
  const [request] = requests(workers[1]?.sent ?? []);
  assert.ok(request?.kind === 'restore');
  assert.deepEqual(request.journal, home.journal);
  assert.deepEqual(request.past, {
    journal: home.journal,
    position: home.after.position,
    history: Float64Array.of(1, 2, 3),
  });
  assert.deepEqual(request.sample, { journal: view(7).journal, position: view(7).after.position });
});

timed(
  'big networks and data sets get more time; a question that crashed a worker is not repeated',
  async ({ ask, workers, heard, answer, pass }) => {
    ask({ kind: 'open', example: 'xor' });
    const big = view(1);
    big.after.sizes = [784, 30, 10];
    big.data = { ...big.data, count: 60_000, test: 10_000 };
    answer({ id: 1, kind: 'view', view: big });
    /** @type {Request} */
    const question = { kind: 'inspect', position, questions: { curve: [16] } };
    ask(question);
    ask({ kind: 'visit', index: 3 });
    await pass(10 * PATIENCE);
    assert.equal(workers.length, 1, 'all images once forward and back');
    await pass(10 * PATIENCE);
    assert.equal(workers.length, 2);
    assert.deepEqual(
      workers[1]?.sent.map(({ kind }) => kind),
      ['restore', 'visit'],
    );
    answer({ id: 4, kind: 'view', view: view(1) });
    ask({ ...question });
    assert.equal(workers[1]?.sent.length, 2);
    ask({ kind: 'show', position });
    answer({ id: 6, kind: 'view', view: view(1) });
    ask({ ...question });
    assert.equal(workers[1]?.sent.at(-1)?.kind, 'inspect');
    assert.equal(heard.filter((each) => each.startsWith('notice')).length, 2, 'before and after');
  },
);

test('a session that could not be brought back is brought back with the next thing asked', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(4) });
  ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, kind: 'dead', message: 'unreachable' });
  await turn();
  answer({ id: 3, kind: 'refused', why: { kind: 'dataNotFetched' } });
  await turn();
  assert.match(heard.at(-1) ?? '', /^notice .* could not be fetched.* your work can still be saved/);
  assert.equal(workers.length, 2);
  ask({ kind: 'inspect', position, questions: {} });
  await turn();
  assert.equal(workers.length, 2, 'not for a question of a panel');
  ask({ kind: 'visit', index: 6 });
  await turn();
  assert.deepEqual(
    workers[2]?.sent.map(({ kind }) => kind),
    ['restore', 'visit'],
  );
  answer({ id: 4, kind: 'view', view: view(4) });
  answer({ id: 5, kind: 'view', view: view(6) });
  await turn();
  assert.ok(heard.includes('view 6'));
});

test('a worker that breaks while it brings the session back is not tried for ever', async () => {
  const { ask, workers, heard, answer } = setUp();
  ask({ kind: 'open', example: 'xor' });
  answer({ id: 1, kind: 'view', view: view(1) });
  ask({ kind: 'fail', how: 'panic' });
  answer({ id: 2, kind: 'dead', message: 'unreachable' });
  await turn();
  assert.equal(workers.length, 2);
  answer({ id: 3, kind: 'dead', message: 'unreachable' });
  await turn();
  assert.equal(workers.length, 2, 'no loop');
  assert.match(heard.at(-1) ?? '', /ended again while it was being brought back/);
  ask({ kind: 'restart', most: 0 });
  await turn();
  const [request] = requests(workers[2]?.sent ?? []);
  assert.ok(request?.kind === 'restore' && request.most === 0, 'a person may want it');
});

for (const [start, sentence] of /** @type {const} */ ([
  ['TypeError: Failed to fetch', /could not be fetched/],
  ['CompileError: WebAssembly.instantiate(): Refused to compile as "unsafe-eval" is not allowed', /policy/],
])) {
  test(`a worker that cannot start says why: ${start.slice(0, 25)}`, async () => {
    const { ask, workers, heard, answer } = setUp();
    ask({ kind: 'open', example: 'xor' });
    answer({ id: 1, kind: 'dead', message: 'TypeError', start });
    await turn();
    assert.equal(workers.length, 1);
    assert.match(heard.at(-1) ?? '', sentence);
    ask({ kind: 'restart' });
    await turn();
    assert.deepEqual(
      workers[1]?.sent.map(({ kind }) => kind),
      ['open'],
    );
  });
}
