/**
 * Data sets in the real module: loading, memory, scaling, and the accuracy reached with them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { load } from '../../www/src/worker/load.js';
import { isRefusal } from '../../www/src/worker/refusal.js';
import { sentenceOf } from '../../www/src/words/refusals.js';
import { defaultFields, parseFields } from '../../www/src/tables/data-settings.js';
import { DataSet, Images, Session, memoryBytes } from './module.js';

/** @import { Source } from '../../www/src/protocol/data.js' */

const base = new URL('../../www/data/', import.meta.url);
const SET = { kind: 4, rule: 0, count: 10, noise: 0, seed: 1 };
const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

// Answers like the page's server: with complete files and their length.
globalThis.fetch = async (url) => {
  const bytes = readFileSync(/** @type {URL} */ (url));
  return new Response(bytes, { headers: { 'content-length': String(bytes.length) } });
};

/** @type {Source} */
const DIGITS = { kind: 'shipped', name: 'digits', title: 'digits' };
/** @type {Source} */
const MNIST = { kind: 'shipped', name: 'mnist', title: 'MNIST' };

/** @param {Source} source */
function defaultSettings(source) {
  const { settings } = parseFields(defaultFields(source));
  assert.ok(settings);
  return settings;
}

/**
 * @param {Source} source
 * @param {Parameters<typeof load>[2]} [progress]
 */
const loaded = (source, progress = () => {}) =>
  load(source, { DataSet, Images, base }, progress, new AbortController().signal);

test('with the default settings, 94 % to 98.5 % of the digits are correct after 30 epochs', async () => {
  const data = await loaded(DIGITS);
  assert.deepEqual([data.count, data.inputs, data.outputs], [1_797, 64, 10]);
  const accuracies = [1, 2, 3, 4, 5].map((seed) => {
    const session = Session.withData(data, { ...defaultSettings(DIGITS), seed });
    const { miniBatchCount } = session.stateAt(ORIGIN);
    session.advance(30 * miniBatchCount, Infinity);
    const last = session.positionOf(30 * miniBatchCount - 1);
    const { evaluation } = session.stateAt({ ...last, step: last.step + 1 });
    assert.equal(evaluation?.total, 359);
    session.free();
    return (evaluation?.correct ?? 0) / 359;
  });
  const median = accuracies.toSorted((a, b) => a - b)[2] ?? 0;
  assert.ok(median >= 0.94 && median <= 0.985, String(accuracies));
});

test('a broken connection, a damaged file and a missing file each give a sentence', async () => {
  const realFetch = globalThis.fetch;
  /**
   * @param {(signal: AbortSignal) => Response} answer
   * @param {Source} source
   * @param {AbortController} [stop]
   */
  const messageOf = async (answer, source, stop = new AbortController()) => {
    globalThis.fetch = async (_, init) => answer(/** @type {AbortSignal} */ (init?.signal));
    const core = { DataSet, Images, base };
    const error = await load(source, core, () => {}, stop.signal).catch((cause) => cause);
    assert.ok(isRefusal(error), `${error}`);
    return sentenceOf(error.why);
  };
  const start = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  const broken = () =>
    new ReadableStream({
      start(control) {
        control.enqueue(start);
        setTimeout(() => control.error(new TypeError('network error')), 5);
      },
    });
  /** @param {AbortSignal} signal */
  const endless = (signal) =>
    new ReadableStream({
      start: (control) => signal.addEventListener('abort', () => control.error(signal.reason)),
    });
  try {
    for (const source of [DIGITS, MNIST]) {
      assert.match(await messageOf(() => new Response(broken()), source), /broke off/);
      assert.match(await messageOf(() => new Response(start), source), /damaged/);
      assert.match(await messageOf(() => new Response(null, { status: 404 }), source), /connection/);
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 5);
      assert.match(await messageOf((signal) => new Response(endless(signal)), source, stop), /was stopped/);
    }
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    const own = /** @type {Source} */ ({ kind: 'images', title: 'own', images: gone, labels: gone });
    assert.match(await messageOf(() => new Response(), own), /cannot be read any more/);
  } finally {
    globalThis.fetch = realFetch;
  }
});

test('all 70,000 images of MNIST take less than 150 MB, with training', async () => {
  /** @type {[number, number | undefined]} */
  let progress = [0, 0];
  const data = await loaded(MNIST, (...now) => (progress = now));
  assert.equal(progress[0], progress[1], 'all bytes are reported');
  assert.equal(data.count, 70_000);
  assert.deepEqual(
    [...data.classes()].reduce((sum, count) => sum + count),
    70_000,
  );
  const session = Session.withData(data, defaultSettings(MNIST));
  session.advance(1_000, Infinity);
  assert.ok(memoryBytes() < 150e6, `${memoryBytes()} bytes`);
  const { count, test: testCount } = session.dataAt(ORIGIN);
  assert.deepEqual([count, testCount], [50_000, 10_000]);
  // The first training image is a 5, the last test image a 6.
  assert.deepEqual(
    [session.rows(ORIGIN, false, 0, 1), session.rows(ORIGIN, true, 9_999, 1)].map(({ ys }) => ys.indexOf(1)),
    [5, 6],
  );
  const { xs } = session.rows(ORIGIN, false, 0, 1);
  assert.equal(xs.length, 784);
  assert.ok(xs.includes(1) && xs.every((x) => x >= 0 && x <= 1), '255 is scaled to 1');

  const journal = session.journal();
  assert.ok(journal.length < 100, 'the journal has no images');
  assert.throws(() => Session.replay(journal), /needs the data it was made with, 70000 samples/);
  const replayed = Session.replayWith(journal, data);
  const position = { epoch: 0, miniBatch: 3, sample: 2, step: 1 };
  assert.deepEqual(replayed.stateAt(position), session.stateAt(position));
});

/** Returns what tells whether an error is a refusal with such a sentence. @param {RegExp} sentence */
const saying = (sentence) => (/** @type {any} */ error) => sentence.test(sentenceOf(error.why));

test('an incomplete file is refused, and so is a cancelled or failed download', async () => {
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (url) => new Response(readFileSync(/** @type {URL} */ (url)).subarray(0, 5_000));
  await assert.rejects(loaded(MNIST), saying(/broke off or a file is damaged|needs 54880000 numbers/));
  globalThis.fetch = realFetch;
  const stopped = AbortSignal.abort();
  globalThis.fetch = async () => Promise.reject(new Error('aborted'));
  await assert.rejects(
    load(MNIST, { DataSet, Images, base }, () => {}, stopped),
    saying(/was stopped/),
  );
  await assert.rejects(loaded(DIGITS), saying(/could not be fetched/));
  globalThis.fetch = realFetch;
});

test('invalid data is refused with its own sentence', () => {
  const xs = Float64Array.of(1, 2, 3, 4);
  const none = Uint8Array.of(0, 0);
  /** @type {[() => unknown, RegExp][]} */
  const refused = [
    [() => DataSet.generate({ ...SET, kind: 9 }), /no such kind/],
    [() => DataSet.generate({ ...SET, count: 0 }), /number of samples must be a whole number from 1 to 5000/],
    [() => DataSet.generate({ ...SET, count: 2 ** 32 + 10 }), /number of samples must be/],
    [() => DataSet.generate({ ...SET, noise: 2 }), /noise must be a number from 0 to 1/],
    [() => DataSet.numbers(2, 1, xs, Float64Array.of(1), none, true, {}), /list of inputs x needs 2 numbers/],
    [
      () => DataSet.numbers(2, 1, Float64Array.of(1, NaN), Float64Array.of(1), none, true, {}),
      /finite numbers/,
    ],
    [
      () => DataSet.numbers(0, 0, new Float64Array(0), new Float64Array(0), none, true, {}),
      /1 to 100000 samples/,
    ],
    [
      () => DataSet.numbers(2, 1, xs, Float64Array.of(1, 2), none, true, { train: 2, test: 1 }),
      /Of 2 samples/,
    ],
    [
      () => DataSet.numbers(2, 1, xs, Float64Array.of(1, 2), none, true, { train: 1.5, test: 1 }),
      /whole number/,
    ],
    [() => new Images(784, 10, 255, 1e6), /1 to 100000 samples/],
    [() => new Images(4, 2, 255, 1).addLabels(Uint8Array.of(2)), /A label must be/],
  ];
  for (const [attempt, sentence] of refused) {
    assert.throws(
      attempt,
      (error) => error instanceof Error && sentence.test(error.message),
      String(sentence),
    );
  }
});

test('the core scales each column by itself, with the training rows only', () => {
  const xs = Float64Array.of(1, 7, 3, 7, 5, 7);
  const ys = Float64Array.of(2, 4, 3);
  const data = DataSet.numbers(2, 1, xs, ys, Uint8Array.of(2, 1), false, {});
  const deviation = Math.sqrt(8 / 3);
  // A column of equal numbers becomes 0.
  assert.deepEqual(data.rows(0, 3), {
    xs: Float64Array.of(-2 / deviation, 0, 0, 0, 2 / deviation, 0),
    ys: Float64Array.of(0, 1, 0.5),
  });
  // With a split, only the training rows determine the scale.
  const split = DataSet.numbers(2, 1, xs, ys, Uint8Array.of(2, 1), false, { train: 2, test: 1 });
  assert.deepEqual(split.rows(0, 3), {
    xs: Float64Array.of(-1, 0, 1, 0, 3, 0),
    ys: Float64Array.of(0, 1, 0.5),
  });
  // The rounded mean of these is not exactly 0.1.
  const tenths = Float64Array.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2);
  const same = DataSet.numbers(1, 1, tenths, tenths, Uint8Array.of(2, 0), false, { train: 6, test: 1 });
  assert.deepEqual(same.rows(0, 7).xs, new Float64Array(7));
});
