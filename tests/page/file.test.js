/**
 * Files of moments: every session comes back equal to the bit, and what is no such file is refused.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { fileOf, readFile } from '../../www/src/exchange/file.js';
import { startOf } from '../../www/src/exchange/moment.js';
import { Session } from '../wasm/module.js';
import { moments } from './moments.js';

/** @import { Source } from '../../www/src/protocol/data.js' */

/** The bits of numbers, which tell -0 from 0. @param {ArrayLike<number>} numbers */
const bitsOf = (numbers) => Buffer.from(Float64Array.from(numbers).buffer).toString('hex');

test('1,000 sessions come back from a file equal to the bit', () => {
  let withData = 0;
  fc.assert(
    fc.property(moments, ({ session, moment }) => {
      session.free();
      const bytes = fileOf(moment);
      const { journal, ...look } = readFile(bytes);
      const { journal: expected, ...expectedLook } = moment;
      assert.equal(bitsOf(journal), bitsOf(expected));
      assert.deepStrictEqual(look, expectedLook);
      if ('data.csv' in unzipSync(bytes)) withData += 1;
    }),
    { numRuns: 1_000 },
  );
  assert.ok(withData > 100, `${withData} with data of their own`);
});

test('big data of a table comes back with the session', () => {
  const count = 2_001;
  const xs = Float64Array.from({ length: count }, (_, at) => Math.sin(at));
  const ys = Float64Array.from({ length: count }, (_, at) => at % 2);
  const source = /** @type {Extract<Source, { kind: 'table' }>} */ ({
    ...{ kind: 'table', title: 'a table', inputs: 1, outputs: 1, xs, ys, scalings: [2, 0] },
    evaluates: true,
  });
  const read = readFile(fileOf({ ...startOf(Session.open('xor').journal()), source }));
  assert.deepStrictEqual(read.source, source);
});

test('a session.json can be read by people', () => {
  const session = Session.open('majority');
  session.edit({ epoch: 0, miniBatch: 0, sample: 1, step: 0 }, { kind: 'eta', value: 0.25 }, false);
  const text = strFromU8(
    /** @type {Uint8Array} */ (unzipSync(fileOf(startOf(session.journal())))['session.json']),
  );
  const { session: read } = JSON.parse(text);
  assert.deepStrictEqual(read.sizes, [3, 2, 1]);
  assert.deepStrictEqual(read.data, { example: 'majority' });
  assert.deepStrictEqual(read.edits, [{ at: [0, 0, 1, 0], kind: 'eta', value: 0.25 }]);
});

test('files that are damaged, forged or of something else are refused in one sentence', () => {
  const good = fileOf(startOf(Session.open('majority').journal()));
  const json = JSON.parse(strFromU8(/** @type {Uint8Array} */ (unzipSync(good)['session.json'])));
  const zip = (/** @type {unknown} */ content) =>
    zipSync({ 'session.json': strToU8(JSON.stringify(content)) });
  readFile(zip(json));
  const hostile = [
    ...[new Uint8Array(), Uint8Array.of(80, 75, 3, 4), strToU8('x1,y1\n1,2\n'), good.slice(0, 100)],
    ...[zipSync({ '../session.json': strToU8('{}') }), zipSync({ 'session.json': strToU8('{') })],
    ...[null, 7, [], {}, { ...json, backstep: 2 }, { ...json, look: '?' }, { ...json, session: null }].map(
      zip,
    ),
    ...Object.keys(json.session).map((name) => zip({ ...json, session: { ...json.session, [name]: 'x' } })),
    zip({ ...json, session: { ...json.session, edits: [{ at: [0, 0, 0, 0], kind: '__proto__' }] } }),
  ];
  for (const bytes of hostile)
    assert.throws(
      () => readFile(bytes),
      (/** @type {Error} */ error) => /^[^\n]{8,120}$/.test(error.message),
    );
  fc.assert(
    fc.property(fc.nat(), fc.nat(255), (place, value) => {
      const bytes = good.slice();
      bytes[place % bytes.length] = value;
      try {
        readFile(bytes);
      } catch (error) {
        assert.ok(error instanceof Error);
        assert.match(error.message, /^[^\n]{8,120}$/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a file that unpacks to very much is not unpacked', () => {
  const bomb = zipSync({ 'session.json': new Uint8Array(70_000_000) });
  assert.ok(bomb.length < 100_000);
  assert.throws(() => readFile(bomb), /too big/);
});
