/**
 * The interface between JavaScript and the module: results are copies, errors are sentences and change
 * nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sentenceOf } from '../../www/src/words/refusals.js';
import { DataSet, Network, Session, proposeSeed } from './module.js';

const sizes = Float64Array.from([3, 2, 1]);

test('parameters are copied in and out of a network', () => {
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

test('evaluate compares by arg max, and a single output with 0.5', () => {
  const net = new Network(Float64Array.from([1, 1]), 0);
  net.parameters = Float64Array.from([1, 0]);
  assert.equal(net.evaluate(Float64Array.from([-1, 0, 1]), Float64Array.from([0, 1, 0]), 3), 2);
});

test('invalid arguments throw an Error with one sentence, and change nothing', () => {
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
    assert.throws(
      attempt,
      (error) => {
        assert.ok(error instanceof Error && error.message.startsWith(sentence), String(error));
        assert.equal(sentenceOf(/** @type {any} */ (error).why), error.message);
        return true;
      },
      sentence,
    );
  }
  assert.deepEqual(net.parameters, before);
});

test('a state has undefined for what is not computed yet', () => {
  const session = Session.open('majority');
  const state = session.stateAt({ epoch: 0, miniBatch: 0, sample: 0, step: 4 });
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

test('edits are plain objects, and an invalid one changes nothing', () => {
  const session = Session.open('majority');
  const position = { epoch: 0, miniBatch: 0, sample: 1, step: 3 };
  assert.deepEqual(session.edit(position, { kind: 'eta', value: 0.25 }, false), position);
  assert.equal(session.stateAt(position).eta, 0.25);
  assert.throws(() => session.edit(position, { kind: 'eta', value: NaN }, false), /finite/);
  assert.throws(() => session.edit(position, { kind: 'miniBatchSize', value: 9 }, false), /from 1 to 8/);
  // @ts-expect-error: an edit of no kind
  assert.throws(() => session.edit(position, {}, false), /^Error: kind is missing or not valid\.$/);
  assert.equal(session.timeline().edits.length, 1);
  assert.deepEqual(session.undo(position), position);
  assert.equal(session.stateAt(position).eta, 3);
});

test('a position is checked property by property', () => {
  const session = Session.open('xor');
  const position = { epoch: 0, miniBatch: 0, sample: 1, step: 3 };
  const x = Float64Array.of(0, 1);
  const conventions = { trainBiases: true, halveCost: true, averageGradients: true };
  /** @type {((at: any) => unknown)[]} */
  const methods = [
    (at) => session.stateAt(at),
    (at) => session.neighbour(at, 'step', 1),
    (at) => session.indexOf(at),
    (at) => session.dataAt(at),
    (at) => session.etaCurve(at, x),
    (at) => session.edit(at, { kind: 'eta', value: 1 }, false),
    (at) => session.undo(at),
    (at) => session.redo(at),
    (at) => session.costAfter(at, conventions),
    (at) => session.gradientCheck(at, 0, 1e-5),
    (at) => session.gradientCheckAll(at, 1e-5),
    (at) => session.norms(at),
    (at) => session.ledger(at, 0),
    (at) => session.map(at, 4, true),
    (at) => session.samples(at, 4),
    (at) => session.confusion(at, 4),
    (at) => session.answer(at, x),
    (at) => session.singleSampleSession(at, x, Float64Array.of(1)),
    (at) => session.evaluationSampleSession(at, 1),
    (at) => session.rows(at, false, 0, 1),
  ];
  const wrong = [undefined, null, 0.5, -1, NaN, 2 ** 53, '1', 1n, Symbol('1'), {}, [1]];
  /**
   * @param {string} property
   * @param {unknown} value
   */
  const one = (property, value) => Object.defineProperty({ ...position }, property, { get: () => value });
  const throws = Object.defineProperty({ ...position }, 'miniBatch', {
    get: () => {
      throw new TypeError('no');
    },
  });
  for (const method of methods) {
    for (const property of ['epoch', 'miniBatch', 'sample', 'step']) {
      const message = `The position's ${property} must be a whole number from 0 to 9007199254740991.`;
      for (const value of wrong) {
        assert.throws(() => method(one(property, value)), { name: 'Error', message }, String(value));
      }
    }
    for (const value of [undefined, null, 0, 'x', Symbol('x'), {}]) {
      assert.throws(() => method(value), /^Error: The position's epoch must be/);
    }
    assert.throws(() => method(throws), /^Error: The position's miniBatch must be/);
  }
  /** @type {any} */
  const two = { trainBiases: true, halveCost: true };
  assert.throws(
    () => session.costAfter(position, two),
    /^Error: averageGradients is missing or not valid\.$/,
  );
  assert.equal(session.stateAt(position).step.kind, 'z', 'the session still works');
});

test('answers are plain objects with named properties, with a typed array for many numbers', () => {
  const session = Session.open('xor');
  const status = () => session.runStatus();
  assert.deepEqual(status(), { samples: 0, eta: 3, miniBatchSize: 4, cost: undefined, evaluated: undefined });
  session.advance(3, Infinity);
  const { samples, cost, evaluated } = status();
  assert.deepEqual([samples, evaluated?.epoch, evaluated?.total], [12, 2, 4]);
  assert.equal(cost, session.timeline().running.at(-1));
  const position = session.positionOf(2);
  const map = session.map(position, 4, true);
  assert.deepEqual([map.side, map.from, map.to, map.starts], [4, [-0.25, -0.25], [1.25, 1.25], [0, 2]]);
  assert.equal(map.a.length, 3 * 4 * 4);
  // The first row has the greatest x2.
  const [corner] = session.answer(position, Float64Array.of(-0.25 + 1.5 / 8, 1.25 - 1.5 / 8));
  assert.equal(map.a[2 * 4 * 4], corner);
  assert.deepEqual(session.map(position, 4, false).a, map.a.slice(2 * 4 * 4));
  assert.deepEqual(session.samples(position, 2), {
    xs: Float64Array.of(0, 0, 1, 0),
    ys: Float64Array.of(0, 1),
  });
  const { classes, counts, wrong } = session.confusion(position, 1);
  assert.deepEqual([classes, counts.length, wrong.length], [2, 4, 1]);
  assert.deepEqual(Object.keys(wrong[0] ?? {}), ['sample', 'x', 'y', 'output']);
  assert.deepEqual(session.normHistory(3)[2], session.norms(position));
  const data = DataSet.generate({ kind: 4, rule: 0, count: 10, noise: 0.5, seed: 1 });
  session.openData(position, data, { sizes: [2, 2, 1], eta: 1, miniBatchSize: 1, seed: 1 });
  const set = session.dataAt({ epoch: 0, miniBatch: 0, sample: 0, step: 0 }).generated;
  assert.deepEqual(set, { kind: 4, rule: 0, count: 10, noise: 0.5, seed: 1 });
});

test('advance trains in slices of time', () => {
  const session = Session.open('majority');
  let slices = 0;
  while (session.completed < 200_000) {
    session.advance(200_000 - session.completed, 5);
    slices += 1;
  }
  assert.equal(session.completed, 200_000);
  assert.ok(slices > 1, 'more than one slice was needed');
});

test('a proposed seed is an integer of at most six digits', () => {
  const seeds = Array.from({ length: 50 }, () => proposeSeed());
  assert.ok(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 1e6));
  assert.ok(new Set(seeds).size > 1);
});

test('an answer that would not be finite is refused', () => {
  const net = new Network([3, 1], 1);
  net.parameters = [1, 1, 1, 0];
  const x = [1e308, -1e308, 1e308].map((value) => 1.5 * value);
  const refused = /^Error: The numbers are too large: a weighted input z would not be a finite number\.$/;
  assert.throws(() => net.backprop([1.5e308, 1.5e308, -1.5e308], [1]), refused);
  net.parameters = [1.5, -1.5, 1.5, 0];
  assert.throws(() => net.backprop(x, [1]), refused);
  assert.throws(() => net.cost([0, 0, 0], [1e300], 1), /the cost would not be a finite number/);
  assert.equal(net.updateMiniBatch([0, 0, 0], [1e300], 1, 1e-300), Infinity, 'only the cost is too large');
  // Squares overflow in between only.
  const column = Float64Array.of(1e200, 2e200, 1e200, 3e200);
  const { xs } = DataSet.numbers(1, 1, column, column, [2, 1], false, {}).rows(0, 4);
  const standardised = [-0.904534034, 0.301511345, -0.904534034, 1.507556723];
  assert.ok(
    xs.every((value, at) => Math.abs(value - Number(standardised[at])) < 1e-9),
    String(xs),
  );
  const far = DataSet.numbers(2, 1, [1e308, 0, -1e308, 0], [0, 1], [], false, {});
  const session = Session.withData(far, { sizes: [2, 1], seed: 1, eta: 1, miniBatchSize: 1 });
  const origin = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
  assert.throws(() => session.map(origin, 4, false), /the range of the inputs would not be a finite number/);
});
