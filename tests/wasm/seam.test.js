/**
 * What crosses between JavaScript and the module: copies, sentences, and nothing half done.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Network, Session, proposeSeed } from './module.js';

const sizes = Float64Array.from([3, 2, 1]);

test('what a network gives out is a copy', () => {
  const net = new Network(sizes, 5);
  const parameters = net.parameters;
  assert.equal(parameters.length, 11);
  parameters[0] = 99;
  assert.notEqual(net.parameters[0], 99);
  net.parameters = parameters;
  parameters[0] = 77;
  assert.equal(net.parameters[0], 99);
  assert.deepEqual(net.sizes, [3, 2, 1]);
});

test('labels are compared by arg max, a single unit from 0.5 on', () => {
  const net = new Network(Float64Array.from([1, 1]), 0);
  net.parameters = Float64Array.from([1, 0]);
  assert.equal(net.evaluate(Float64Array.from([-1, 0, 1]), Float64Array.from([0, 1, 0]), 3), 2);
});

test('a refusal is an Error with one sentence, and nothing changes', () => {
  const net = new Network(sizes, 5);
  const before = net.parameters;
  const x = Float64Array.from([0, 1, 1]);
  /** @type {[() => unknown, string][]} */
  const refused = [
    [() => new Network(Float64Array.from([3]), 0), 'A network has 2 to 8 layers, but 1 were given.'],
    [() => new Network(new Float64Array(1e6), 0), 'A network has 2 to 8 layers, but 1000000 were given.'],
    [() => new Network(Float64Array.from([3, 2 ** 32 + 2, 1]), 0), 'A layer has 1 to 1024 neurons'],
    [() => new Network(sizes, 0.5), 'The seed must be a whole number from 0 to 9007199254740991.'],
    [() => new Network(sizes, 2 ** 53), 'The seed must be a whole number'],
    [() => net.feedforward(Float64Array.from([1])), 'The input x needs 3 numbers, but 1 were given.'],
    [
      () => net.updateMiniBatch(x, Float64Array.from([NaN]), 1, 1),
      'The list of targets y must hold finite numbers',
    ],
    [() => net.updateMiniBatch(x, Float64Array.from([1]), 1, Infinity), 'eta must be a finite number.'],
    [() => net.cost(x, Float64Array.from([1]), 2 ** 32 + 1), 'There can be 1 to 100000 samples'],
    [() => Session.open('nothing'), 'There is no example of that name.'],
    [() => Session.replay(new Float64Array(4)), 'This is not a journal of a Backstep session.'],
  ];
  for (const [attempt, sentence] of refused) {
    assert.throws(attempt, (error) => error instanceof Error && error.message.startsWith(sentence), sentence);
  }
  assert.deepEqual(net.parameters, before);
});

test('a state has what is known and undefined for the rest', () => {
  const session = Session.open('majority');
  const state = session.stateAt(0, 0, 0, 4);
  assert.deepEqual(state.step, { kind: 'a', layer: 3 });
  assert.deepEqual(state.sizes, [3, 2, 1]);
  assert.equal(state.z[0], undefined);
  assert.equal(state.a[2]?.length, 1);
  assert.equal(state.cost, undefined);
  assert.deepEqual(state.delta, [undefined, undefined, undefined]);
  assert.deepEqual(state.rows[0]?.output, state.a[2]);
  assert.equal(state.rows[1]?.output, undefined);
  assert.deepEqual(
    state.sampleSteps.map((step) => step.kind),
    ['load', 'z', 'a', 'z', 'a', 'cost', 'delta', 'nabla', 'delta', 'nabla', 'sum'],
  );
});

test('edits come as plain objects and are refused whole', () => {
  const session = Session.open('majority');
  const at = session.edit(0, 0, 1, 3, { kind: 'eta', value: 0.25 }, false);
  assert.deepEqual(at, { epoch: 0, miniBatch: 0, sample: 1, step: 3 });
  assert.equal(session.stateAt(0, 0, 1, 3).eta, 0.25);
  assert.throws(() => session.edit(0, 0, 1, 3, { kind: 'eta', value: NaN }, false), /finite/);
  assert.throws(() => session.edit(0, 0, 1, 3, { kind: 'miniBatchSize', value: 9 }, false), /from 1 to 8/);
  // @ts-expect-error: an edit of no kind
  assert.throws(() => session.edit(0, 0, 1, 3, {}, false), /valid/);
  assert.equal(session.timeline().edits.length, 1);
  assert.deepEqual(session.undo(0, 0, 1, 3), at);
  assert.equal(session.stateAt(0, 0, 1, 3).eta, 3);
});

test('training goes on in slices of time', () => {
  const session = Session.open('majority');
  let slices = 0;
  while (session.completed < 200_000) {
    session.advance(200_000 - session.completed, 5);
    slices += 1;
  }
  assert.equal(session.completed, 200_000);
  assert.ok(slices > 1, 'it came back in between');
});

test('a proposed seed is a whole number of at most six digits', () => {
  const seeds = Array.from({ length: 50 }, () => proposeSeed());
  assert.ok(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 1e6));
  assert.ok(new Set(seeds).size > 1);
});
