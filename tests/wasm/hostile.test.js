/**
 * Hostile objects and lists: each costs one `Error` that names the property, and changes nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DataSet, Images, Network, Session, digit, sigmoidCurve } from './module.js';

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
const none = Uint8Array.of();
const conventions = { trainBiases: true, halveCost: true, averageGradients: true };

const fail = () => {
  throw new TypeError('hostile');
};

/** Returns an array whose memory is gone. */
function detached() {
  const list = Float64Array.of(1, 2, 1);
  structuredClone(list, { transfer: [list.buffer] });
  return list;
}

/** Returns a proxy that throws at every use. */
function revoked() {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

/**
 * Returns a genuine list with another length than it says.
 *
 * @param {number} length
 */
const lying = (length) => Object.defineProperty(new Float64Array(5), 'length', { value: length });
/** @type {(() => unknown)[]} */
const NOT_NUMBERS = [undefined, null, '1', true, 1n, Symbol('1'), {}, [1], fail].map((value) => () => value);
/** @type {(() => unknown)[]} */
const NOT_LISTS = [
  ...[undefined, null, 3, 'abc', 1n, Symbol('1'), {}, fail, NaN].map((value) => () => value),
  ...[
    ['3', 2, 1],
    [3, null, 1],
    [3, [2], 1],
    [3, true, 1],
    [3, 2n, 1],
  ].map((value) => () => value),
  () => [3, , 1], // eslint-disable-line no-sparse-arrays
  detached,
  revoked,
  () => BigInt64Array.of(3n, 2n, 1n),
  () => new DataView(new ArrayBuffer(24)),
  () => Object.create(Float64Array.prototype),
  () => new Proxy(Float64Array.of(3, 2, 1), {}),
  () => new Proxy([3, 2, 1], { get: fail }),
  () => ({ length: 2 ** 40 }),
  () => ({ length: -1 }),
  () => ({ length: 1.5, 0: 1 }),
  () => ({ get length() { return fail(); } }), // prettier-ignore
  () => Object.defineProperty([3, 2, 1], 1, { get: fail }),
  () => lying(3),
  () => lying(9),
];
const NOT_BOOLEANS = NOT_NUMBERS.filter((value) => value() !== true).concat(() => 1);
const NOT_NAMES = NOT_NUMBERS.filter((value) => typeof value() !== 'string').concat(() => 'nothing');

/**
 * Values that a property cannot have, and the words by which errors name it.
 *
 * @typedef {readonly [readonly (() => unknown)[], RegExp]} Checked
 */
/** @typedef {Record<string, Checked>} Properties */
const fraction = () => 0.5;
const value = /** @type {const} */ ([NOT_NUMBERS, /^value is|eta|A weight|A bias|input|target|size|seed/]);
/** @param {string} name */
const index = (name) =>
  /** @type {const} */ ([
    [...NOT_NUMBERS, fraction, () => -1, () => 2 ** 32 + 2, () => NaN],
    new RegExp(`^${name} is missing|whole number from [0-2] to`),
  ]);
const flag = (/** @type {string} */ name) =>
  /** @type {const} */ ([NOT_BOOLEANS, new RegExp(`^${name} is missing or not valid\\.$`)]);
const flags = {
  trainBiases: flag('trainBiases'),
  halveCost: flag('halveCost'),
  averageGradients: flag('averageGradients'),
};

/** @type {[object, Properties][]} */
const EDITS = [
  [
    { kind: 'eta', value: 1 },
    { kind: [NOT_NAMES, /^kind is/], value },
  ],
  [{ kind: 'miniBatchSize', value: 1 }, { value }],
  [{ kind: 'seed', value: 1 }, { value: [[...NOT_NUMBERS, fraction, () => 2 ** 53], /^value is|^The seed/] }],
  [{ kind: 'example', name: 'xor' }, { name: [NOT_NAMES, /^name is/] }],
  [{ kind: 'conventions', ...conventions }, flags],
  [
    { kind: 'parameters', values: new Float64Array(9) },
    { values: [NOT_LISTS, /^values is|weights and biases/] },
  ],
  [
    { kind: 'sizes', sizes: [2, 3, 1], keptLayers: [0, 1, 2] },
    {
      sizes: [[...NOT_LISTS, () => [2, 0.5, 1]], /^sizes is|A network has|A layer/],
      keptLayers: [
        [...NOT_LISTS, () => [0, 1.7, 2], () => [0, -2, 2], () => [0, 2 ** 32 + 1, 2]],
        /^keptLayers is|keeps the input/,
      ],
    },
  ],
  [
    { kind: 'weight', layer: 2, to: 0, from: 0, value: 1 },
    { layer: index('layer'), to: index('to'), from: index('from'), value },
  ],
  [
    { kind: 'bias', layer: 2, neuron: 0, value: 1 },
    { layer: index('layer'), neuron: index('neuron'), value },
  ],
  [
    { kind: 'input', sample: 0, index: 0, value: 1 },
    { sample: index('sample'), index: index('index'), value },
  ],
  [
    { kind: 'target', sample: 0, index: 0, value: 1 },
    { sample: index('sample'), index: index('index'), value },
  ],
];

const SETTINGS = { sizes: [2, 3, 1], seed: 1, eta: 1, miniBatchSize: 2 };
/** @type {Properties} */
const SETTING = {
  sizes: [NOT_LISTS, /^sizes is|A network has|A layer|The data has/],
  seed: [[...NOT_NUMBERS, fraction, () => -1], /^seed is|^The seed/],
  eta: [[...NOT_NUMBERS, () => NaN], /^eta /],
  miniBatchSize: [
    [...NOT_NUMBERS, fraction, () => -3, () => 0],
    /^miniBatchSize is|^The mini-batch size must be a whole number from 1 to/,
  ],
};
const present = NOT_NUMBERS.filter((value) => value() !== undefined);
/** @type {[object, Properties][]} */
const SPLITS = [
  [
    { share: 0.25, splitSeed: 1 },
    {
      share: [[...present, () => NaN, () => 2], /^share is|The share/],
      splitSeed: [[...NOT_NUMBERS, fraction], /^splitSeed is|The seed of the train/],
    },
  ],
  [
    { train: 2, test: 1 },
    {
      train: [
        [...present, fraction, () => -1],
        /^train is|training samples must be a whole number from 1 to/,
      ],
      test: [[...NOT_NUMBERS, fraction, () => -1], /^test is|test samples must be a whole number from 1 to/],
    },
  ],
];
/** @type {Properties} */
const GENERATED = {
  kind: [[...NOT_NUMBERS, fraction, () => 7], /^kind is|no such kind/],
  rule: [[...NOT_NUMBERS, fraction, () => 256], /^rule is|The rule must be a whole number from 0 to 255/],
  count: [[...NOT_NUMBERS, fraction, () => -1], /^count is|samples must be a whole number from 1 to 5000/],
  noise: [[...NOT_NUMBERS, () => NaN, () => -1], /^noise is|The noise/],
  seed: [[...NOT_NUMBERS, fraction], /^seed is|^The seed/],
};

/**
 * Tries every value of every property, also as the result of a getter, and objects that are none.
 *
 * @param {object} good
 * @param {Properties} properties
 * @param {(object: any) => unknown} attempt
 * @param {() => void} unchanged
 */
function refuses(good, properties, attempt, unchanged) {
  for (const [property, [values, words]] of Object.entries(properties)) {
    for (const value of [...values, fail]) {
      const object = Object.defineProperty({ ...good }, property, { get: value });
      assert.throws(
        () => attempt(object),
        (error) => error instanceof Error && error.constructor === Error && words.test(error.message),
        `${property} of ${JSON.stringify(good)}, ${value}`,
      );
    }
  }
  for (const object of [undefined, null, 1, 'x', Symbol('x'), revoked()]) {
    if (Object.keys(properties).length < Object.keys(good).length || Object.keys(good)[0] === 'kind')
      continue;
    assert.throws(() => attempt(object), { name: 'Error' });
  }
  unchanged();
}

test('every property of every edit is checked', () => {
  const session = Session.open('xor');
  session.advance(3, Infinity);
  const before = [session.journal(), session.timeline(), session.stateAt(ORIGIN)];
  const unchanged = () =>
    assert.deepEqual([session.journal(), session.timeline(), session.stateAt(ORIGIN)], before);
  for (const [good, properties] of EDITS) {
    refuses(good, properties, (edit) => session.edit(ORIGIN, edit, false), unchanged);
    assert.equal(session.canUndo, false);
  }
  refuses(conventions, flags, (wanted) => session.costAfter(ORIGIN, wanted), unchanged);
  for (const [good] of EDITS) {
    session.edit(ORIGIN, /** @type {any} */ (good), false);
    session.undo(ORIGIN);
  }
});

test('every property of settings, splits and generated sets is checked', () => {
  const session = Session.open('xor');
  const before = session.journal();
  const unchanged = () => assert.deepEqual(session.journal(), before);
  const data = DataSet.generate({ kind: 4, rule: 0, count: 10, noise: 0.5, seed: 1 });
  refuses(SETTINGS, SETTING, (settings) => Session.withData(data, settings), unchanged);
  refuses(SETTINGS, SETTING, (settings) => session.openData(ORIGIN, data, settings), unchanged);
  const parameters = new Float64Array(13);
  const open = (/** @type {any} */ settings) => session.openNetwork(ORIGIN, data, settings, parameters);
  refuses({ ...SETTINGS, ...conventions }, { ...SETTING, ...flags }, open, unchanged);
  for (const [good, properties] of SPLITS) {
    const whole = { ...SETTINGS, ...good };
    refuses(whole, properties, (settings) => session.openData(ORIGIN, data, settings), unchanged);
    const xs = Float64Array.of(1, 2, 3);
    refuses(good, properties, (split) => DataSet.numbers(1, 1, xs, xs, none, false, split), unchanged);
  }
  const set = { kind: 4, rule: 0, count: 10, noise: 0.5, seed: 1 };
  refuses(set, GENERATED, (set) => DataSet.generate(set), unchanged);
  data.free();
});

test('every list is checked', () => {
  const session = Session.open('xor');
  const net = new Network([2, 1], 1);
  const [x, y] = [Float64Array.of(0, 1), Float64Array.of(1)];
  const data = DataSet.numbers(2, 1, x, y, none, false, {});
  const images = () => new Images(4, 3, 255, 2);
  /** @type {((list: any) => unknown)[]} */
  const takers = [
    (list) => new Network(list, 1),
    (list) => (net.parameters = list),
    (list) => net.feedforward(list),
    (list) => net.backprop(list, y),
    (list) => net.backprop(x, list),
    (list) => net.cost(list, y, 1),
    (list) => net.cost(x, list, 1),
    (list) => net.evaluate(list, y, 1),
    (list) => net.evaluate(x, list, 1),
    (list) => net.updateMiniBatch(list, y, 1, 1),
    (list) => net.updateMiniBatch(x, list, 1, 1),
    (list) => net.setSamples(list, y, 1),
    (list) => net.setSamples(x, list, 1),
    (list) => Session.replay(list),
    (list) => Session.replayWith(list, data),
    (list) => session.etaCurve(ORIGIN, list),
    (list) => session.answer(ORIGIN, list),
    (list) => session.singleSampleSession(ORIGIN, list, y),
    (list) => session.singleSampleSession(ORIGIN, x, list),
    (list) => session.openNetwork(ORIGIN, data, { ...SETTINGS, ...conventions, sizes: [2, 1] }, list),
    (list) => DataSet.numbers(2, 1, list, y, none, false, {}),
    (list) => DataSet.numbers(2, 1, x, list, none, false, {}),
    (list) => DataSet.numbers(2, 1, x, y, list, false, {}),
    (list) => images().addPixels(list),
    (list) => images().addLabels(list),
    (list) => digit(list, 2, 64),
  ];
  const before = [session.journal(), net.parameters];
  for (const [at, taker] of takers.entries()) {
    for (const list of NOT_LISTS) {
      // A list of other numbers than it says can be one of numbers that are wanted.
      if (list() && [13, 15, 16].includes(at) && ArrayBuffer.isView(list())) continue;
      assert.throws(
        () => taker(list()),
        (error) => error instanceof Error && error.constructor === Error,
        `${taker} ${list}`,
      );
    }
  }
  for (const bad of [[256], [-1], [1.5], Float64Array.of(300), Int8Array.of(-1)]) {
    // @ts-expect-error: other lists are not in the types
    assert.throws(() => images().addPixels(bad), /^Error: A pixel must be a whole number from 0 to 255\.$/);
  }
  const kept = images();
  kept.addLabels([0]);
  assert.throws(() => kept.addLabels([3]), /A label must be a whole number from 0 to 2/);
  kept.addLabels([2]);
  assert.deepEqual([session.journal(), net.parameters], before);
  assert.deepEqual(net.feedforward([0, 1]), net.feedforward(x), 'an ordinary array is a list too');
});

test('numbers that wrap and fractions are refused, with their range', () => {
  const net = new Network([2, 1], 1);
  const [x, y] = [Float64Array.of(0, 1), Float64Array.of(1)];
  const session = Session.open('majority');
  const data = DataSet.numbers(2, 1, x, y, none, false, {});
  net.setSamples(x, y, 1);
  /** @type {[(number: any) => unknown, RegExp][]} */
  const takers = [
    [(n) => DataSet.numbers(n, 1, x, y, none, false, {}), /inputs must be a whole number from 1 to 1024/],
    [(n) => DataSet.numbers(2, n, x, y, none, false, {}), /samples/],
    [(n) => DataSet.numbers(2, 1, x, y, [n], false, {}), /A scaling must be a whole number from 0 to/],
    [(n) => data.rows(n, 1), /first sample must be a whole number/],
    [(n) => data.rows(0, n), /number of samples must be a whole number/],
    [(n) => session.rows(ORIGIN, false, n, 1), /first sample must be a whole number/],
    [(n) => new Images(n, 2, 255, 1), /pixels of an image must be a whole number from 1 to 1024/],
    [(n) => new Images(4, n, 255, 1), /classes must be a whole number from 1 to 256/],
    [(n) => new Images(4, 2, n, 1), /value of a pixel must be a whole number from 1 to 255/],
    [(n) => sigmoidCurve(1, n), /points must be a whole number from 2 to 65535/],
    [
      (n) => new Network([2, n], 1),
      /layer.s size must be a whole number from 1 to 1024|has 1 to 1024|sizes must hold finite/,
    ],
    [(n) => new Network([2, 1], n), /The seed must be a whole number from 0 to 9007199254740991/],
    [(n) => net.cost(x, y, n), /samples must be a whole number from 1 to 100000|1 to 100000 samples/],
    [
      (n) => net.trainMiniBatches(n, 1, 1, 1),
      /first mini-batch must be a whole number from 0 to 1099511627776/,
    ],
    [(n) => net.trainMiniBatches(0, n, 1, 1), /mini-batches.* must be a whole number from 1 to/],
    [(n) => net.trainMiniBatches(0, 1, n, 1), /mini-batch size must be a whole number from 1 to 1\./],
    [
      (n) => session.edit(ORIGIN, { kind: 'miniBatchSize', value: n }, false),
      /^Error: The mini-batch size must be a whole number from 1 to 8\.$/,
    ],
    [(n) => session.gradientCheck(ORIGIN, n, 1e-5), /The parameter must be a whole number from 0 to 10\./],
    [(n) => session.map(ORIGIN, n, true), /inputs of a map/],
    [(n) => session.confusion(ORIGIN, n), /number of samples must be a whole number/],
    [(n) => session.samples(ORIGIN, n), /number of samples must be a whole number/],
    [(n) => session.normHistory(n), /number of mini-batches must be a whole number/],
    [(n) => session.positionOf(n), /mini-batch must be a whole number from 0 to 1099511627775/],
    [(n) => session.evaluationSampleSession(ORIGIN, n), /The sample must be a whole number from 1 to 8/],
    [(n) => session.neighbour(ORIGIN, 'step', n), /A move goes by 1 or by -1/],
  ];
  for (const [taker, words] of takers) {
    for (const number of [-3, 0.5, NaN, Infinity, -Infinity, 2 ** 53]) {
      assert.throws(
        () => taker(number),
        (error) => error instanceof Error && error.constructor === Error && words.test(String(error)),
        `${taker} ${number}`,
      );
    }
    for (const other of ['1', 1n, {}, null, Symbol('x')]) {
      assert.throws(
        () => taker(other),
        (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError),
        `${taker} ${typeof other}`,
      );
    }
  }
  assert.throws(() => DataSet.numbers(2 ** 32 + 2, 1, x, y, none, false, {}), /from 1 to 1024/);
  assert.throws(() => session.advance(2 ** 31, Infinity), /mini-batches must be a whole number from 0 to/);
  assert.throws(() => sigmoidCurve(NaN, 3), /The reach must be a finite number/);
});
