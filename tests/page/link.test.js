/**
 * Links to moments: every session comes back equal to the bit, and old links open for good.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import fc from 'fast-check';

import { createReader, createWriter } from '../../www/src/exchange/bytes.js';
import { linkOf, readLink } from '../../www/src/exchange/link.js';
import { startOf } from '../../www/src/exchange/moment.js';
import { Session } from '../wasm/module.js';
import { moments, values } from './moments.js';
import { ORIGIN } from './views.js';

/** @import { Moment } from '../../www/src/exchange/moment.js' */

/** The bits of numbers, which tell -0 from 0. @param {ArrayLike<number>} numbers */
const bitsOf = (numbers) => Buffer.from(Float64Array.from(numbers).buffer).toString('hex');

/**
 * Both moments are equal to the bit.
 *
 * @param {Moment} one
 * @param {Moment} other
 */
function same({ journal, ...one }, { journal: otherJournal, ...other }) {
  assert.equal(bitsOf(journal), bitsOf(otherJournal));
  assert.deepStrictEqual(one, other);
}

test('every number is read back to the same bits', () => {
  const any = fc.oneof(values, fc.double(), fc.maxSafeNat(), fc.maxSafeInteger());
  fc.assert(
    fc.property(fc.array(any), (numbers) => {
      const writer = createWriter();
      writer.numbers(numbers);
      assert.equal(bitsOf(createReader(writer.done()).numbers()), bitsOf(numbers));
    }),
    { numRuns: 3_000 },
  );
});

test('1,000 sessions come back from a link equal to the bit, and show the same state', async () => {
  let longest = 0;
  await fc.assert(
    fc.asyncProperty(moments, async ({ session, moment }) => {
      const link = await linkOf(moment);
      longest = Math.max(longest, link.length);
      const read = await readLink(link);
      same(read, moment);
      const opened = Session.replay(read.journal);
      opened.advance(opened.unfinished, Infinity);
      assert.equal(bitsOf(opened.journal()), bitsOf(moment.journal));
      assert.deepStrictEqual(opened.stateAt(read.position), session.stateAt(moment.position));
      opened.free();
      session.free();
    }),
    { numRuns: 1_000 },
  );
  assert.ok(longest > 300, `the sessions are not small: ${longest}`);
});

test('a link to 3-2-1 with every weight typed has less than 400 characters', async () => {
  /** @param {(number: number) => number} value */
  const link = async (value) => {
    const session = Session.open('majority');
    const { sizes } = session.stateAt(ORIGIN);
    for (const layer of [2, 3]) {
      for (let to = 0; to < Number(sizes[layer - 1]); to += 1) {
        session.edit(ORIGIN, { kind: 'bias', layer, neuron: to, value: value(10 * layer + to) }, false);
        for (let from = 0; from < Number(sizes[layer - 2]); from += 1)
          session.edit(
            ORIGIN,
            { kind: 'weight', layer, to, from, value: value(layer + to + from / 7) },
            false,
          );
      }
    }
    return linkOf(startOf(session.journal()));
  };
  const typed = (await link((number) => Math.round(100 * Math.sin(number)) / 100)).length;
  const learnt = (await link(Math.sin)).length;
  assert.ok(typed < 200, `${typed} with two decimals`);
  assert.ok(learnt < 400, `${learnt} with 17 digits`);
});

test('links of version 1 open, and give what they always gave', async () => {
  const corpus = JSON.parse(readFileSync(new URL('links-1.json', import.meta.url), 'utf8'));
  assert.ok(corpus.length >= 12);
  for (const { name, link, position, look, parameters } of corpus) {
    const moment = await readLink(link);
    const session = Session.replay(moment.journal);
    session.advance(session.unfinished, Infinity);
    const { journal: _, position: at, ...rest } = moment;
    assert.deepStrictEqual(at, position, name);
    assert.deepStrictEqual(JSON.parse(JSON.stringify(rest)), look, name);
    const { weights, biases } = session.stateAt(at);
    const numbers = [...weights, ...biases].flatMap((layer) => [...(layer ?? [])]);
    assert.equal(bitsOf(numbers), parameters, name);
  }
});

test('without compression in the browser a link is longer and opens just the same', async (context) => {
  const session = Session.open('xor');
  session.edit(ORIGIN, { kind: 'parameters', values: new Float64Array(9).fill(0.5) }, false);
  const moment = startOf(session.journal());
  const short = await linkOf(moment);
  const { CompressionStream } = globalThis;
  context.after(() => (globalThis.CompressionStream = CompressionStream));
  Reflect.deleteProperty(globalThis, 'CompressionStream');
  const plain = await linkOf(moment);
  assert.ok(plain.length > short.length);
  same(await readLink(plain), moment);
});
