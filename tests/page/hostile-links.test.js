/**
 * Links that are damaged or made to harm: one sentence each, and the session as it was.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import fc from 'fast-check';

import { createWriter } from '../../www/src/exchange/bytes.js';
import { linkOf, readLink } from '../../www/src/exchange/link.js';
import { startOf } from '../../www/src/exchange/moment.js';
import { packMoment } from '../../www/src/exchange/pack.js';
import { momentHandlers } from '../../www/src/worker/handlers/moments.js';
import { sentenceOf } from '../../www/src/words/refusals.js';
import { isRefusal } from '../../www/src/worker/refusal.js';
import { SLICE, yieldToEvents } from '../../www/src/worker/steering.js';
import * as core from '../../www/pkg/backstep.js';
import { Session, memoryBytes } from '../wasm/module.js';
import { moments } from './moments.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { Answer, MomentRequest } from '../../www/src/protocol/messages.js' */
/** @import { Session as SessionType } from '../../www/pkg/backstep.js' */
/** @import { Why } from '../../www/src/protocol/refusal.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */

/** A worker's session, with an edit that can be undone. */
function desk() {
  let session = Session.open('majority');
  session.edit(ORIGIN, { kind: 'eta', value: 0.75 }, false);
  /** @type {Position} */
  let shown = { ...ORIGIN, step: 2 };
  let cancelled = false;
  const sessions = {
    home: () => session,
    left: () => shown,
    closeSample: () => {},
    replace: (/** @type {SessionType} */ other) => void (session = other),
    /** @param {(session: SessionType, at: Position) => void} begin */
    beginAgain: (begin) => begin(session, shown),
    /** @param {number} _ @param {Position} position */
    async show(_, position) {
      shown = position;
      return viewAt(session, position);
    },
  };
  const tools = {
    sessions,
    stock: { name: () => {}, take: () => assert.fail('nothing is loaded unasked') },
    loading: () => () => {},
    isCancelled: () => cancelled,
    report: () => {},
    ...{ isRefusal, slice: SLICE, yieldToEvents },
  };
  const { openMoment } = momentHandlers(/** @type {any} */ (tools));
  return {
    session: () => session,
    cancel: () => (cancelled = true),
    /** @param {MomentRequest} request @returns {Promise<Answer>} */
    open: async (request) => openMoment({ ...request, kind: 'openMoment', id: 1 }, /** @type {any} */ (core)),
    snapshot: () => ({
      journal: session.journal(),
      state: session.stateAt(shown),
      history: session.history(),
    }),
  };
}

/**
 * Opens a link as the page does, and returns what came of it: a view, what it needs, or a sentence.
 *
 * @param {ReturnType<typeof desk>} at
 * @param {string} link
 */
async function outcome(at, link) {
  try {
    const { journal, position } = await readLink(link);
    const answer = await at.open({ journal, position });
    return answer.kind === 'refused' ? answer.needs : answer.kind;
  } catch (error) {
    const names = ['Error', 'Diverged', 'Damaged', 'Refusal'];
    assert.ok(error instanceof Error && names.includes(error.name), String(error));
    const sentence = 'why' in error ? sentenceOf(/** @type {Why} */ (error.why)) : error.message;
    assert.match(sentence, /^[^\n]{10,200}$/);
    return sentence;
  }
}

/**
 * Returns a link with this content and a correct checksum.
 *
 * @param {Uint8Array} content
 */
function linkWith(content) {
  let hash = 0x811c9dc5;
  for (const byte of content) hash = Math.imul(hash ^ byte, 0x01000193);
  const sum = [(hash ^ (hash >>> 24)) & 255, (hash >>> 8) & 255, (hash >>> 16) & 255];
  const packed = Buffer.from([1, ...sum, ...deflateRawSync(content)]);
  return `#m=1.${packed.toString('base64url')}`;
}

const LIKELY = fc.constantFrom(
  ...[NaN, Infinity, -1, 0.5, 1e300, 2 ** 53, 4_294_967_296, 100_000, 1024, 1_000_000, 255, 9, 3, 1, 0],
);

test('links with any character changed, cut off or added are refused, and change nothing', async () => {
  const at = desk();
  const before = at.snapshot();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      moments,
      fc.nat(),
      fc.constantFrom('cut', 'change', 'add', 'swap'),
      fc.constantFrom(...'A_-z9'),
      async ({ session, moment }, number, how, character) => {
        session.free();
        const link = await linkOf(moment);
        const place = 6 + (number % (link.length - 6));
        const rest = {
          cut: '',
          change: character + link.slice(place + 1),
          add: character + link.slice(place),
        };
        const hostile =
          how === 'swap'
            ? link.slice(0, place) + [...link.slice(place)].reverse().join('')
            : link.slice(0, place) + rest[how];
        if (hostile === link) return;
        const found = await readLink(hostile).then(
          () => 'read',
          (error) => error.message,
        );
        // Bits of the last character that belong to no byte do not matter.
        if (found === 'read' && place === link.length - 1) return;
        assert.match(found, /damaged|too big/);
        refused += 1;
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(refused > 150, `${refused} refused`);
  assert.deepStrictEqual(at.snapshot(), before);
});

test('journals with wrong numbers are refused in one sentence, or opened and undone', async () => {
  const at = desk();
  const before = at.snapshot();
  const memory = memoryBytes();
  /** @type {Set<string>} */
  const sentences = new Set();
  await fc.assert(
    fc.asyncProperty(
      moments,
      fc.array(fc.tuple(fc.nat(), fc.oneof(LIKELY, fc.double())), { minLength: 1, maxLength: 3 }),
      fc.option(fc.nat()),
      async ({ session, moment }, changes, length) => {
        session.free();
        const journal = moment.journal.slice(0, length === null ? undefined : length % moment.journal.length);
        for (const [place, value] of changes) journal[place % Math.max(1, journal.length)] = value;
        const found = await outcome(at, linkWith(packMoment({ ...moment, journal })));
        if (found === 'view') at.session().undo(ORIGIN);
        else if (typeof found === 'string') sentences.add(found);
        assert.deepStrictEqual(at.session().journal(), before.journal);
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(sentences.size > 5, [...sentences].join('\n'));
  assert.ok(memoryBytes() - memory < 64_000_000, `${memoryBytes() - memory} bytes`);
});

test('links that ask for very much work say what they need, and do none of it', async () => {
  const at = desk();
  const before = at.snapshot();
  const journal = Session.open('parity').journal();
  const huge = journal.slice();
  huge[1] = 1e9;
  const needs = await outcome(at, linkWith(packMoment(startOf(huge))));
  assert.deepStrictEqual(needs, { miniBatches: 1e9, work: 1e9 * 132 + 132 + 5e8 * 88, longest: 132 });
  const far = { ...startOf(journal), position: { ...ORIGIN, epoch: 1e9 } };
  const farther = await outcome(at, linkWith(packMoment(far)));
  assert.equal(/** @type {any} */ (farther).miniBatches, 2e9);
  // The journal that the session has: only the position is far.
  const own = { ...startOf(at.session().journal()), position: { ...ORIGIN, epoch: 1e9 } };
  assert.equal(/** @type {any} */ (await outcome(at, linkWith(packMoment(own)))).miniBatches, 2e9);
  assert.deepStrictEqual(at.snapshot(), before);
  assert.equal(at.session().completed, 0);
});

test('opening can be stopped, and changes nothing', async () => {
  const at = desk();
  const before = at.snapshot();
  const journal = Session.open('parity').journal();
  journal[1] = 1e9;
  at.cancel();
  await assert.rejects(at.open({ journal, position: ORIGIN, most: Infinity }), /openingStopped/);
  assert.deepStrictEqual(at.snapshot(), before);
});

test('back and forward through edits are undo and redo, and leave the history as it is', async () => {
  const at = desk();
  const [start, edited] = [Session.open('majority').journal(), at.session().journal()];
  const parity = Session.open('parity').journal();
  const history = at.session().history();
  await at.open({ journal: start, position: ORIGIN });
  assert.deepStrictEqual([at.session().canUndo, at.session().canRedo], [false, true]);
  await at.open({ journal: edited, position: { ...ORIGIN, step: 2 } });
  assert.deepStrictEqual([at.session().canUndo, at.session().canRedo], [true, false]);
  // A position that does not exist: the undo that led there is taken back.
  await assert.rejects(at.open({ journal: start, position: { ...ORIGIN, step: 99 } }), /no such position/);
  assert.deepStrictEqual(at.session().journal(), edited);
  assert.deepStrictEqual(at.session().history(), history);
  // Another session is opened, and undo leads back.
  await at.open({ journal: parity, position: ORIGIN });
  assert.equal(at.session().stateAt(ORIGIN).example, 'parity');
  at.session().undo(ORIGIN);
  assert.deepStrictEqual(at.session().journal(), edited);
});

test('a link that unpacks to very much is not unpacked', async () => {
  const packed = Buffer.from([1, 0, 0, 0, ...deflateRawSync(Buffer.alloc(40_000_000))]);
  const bomb = `#m=1.${packed.toString('base64url')}`;
  assert.ok(bomb.length < 60_000);
  await assert.rejects(readLink(bomb), /too big/);
  await assert.rejects(readLink(`#m=1.${'A'.repeat(200_000)}`), /longer/);
  await assert.rejects(readLink('#m=2.AAAA'), /newer/);
  for (const link of ['#m=', '#m=1', '#m=1.', '#m=x.AAAA', '#m=1.ä', '#m=1.%41', '#m=1.A'])
    await assert.rejects(readLink(link), /damaged/, link);
});

test('wrong fields beside the journal are refused', async () => {
  const good = startOf(Session.open('majority').journal());
  /** @param {object} change */
  const link = (change) => linkWith(packMoment(/** @type {any} */ ({ ...good, ...change })));
  await readLink(link({}));
  for (const change of [
    { t: 2 },
    { t: NaN },
    { t: -0.5 },
    { speed: 0 },
    { speed: 1e300 },
    { pace: 'epoch' },
    { settings: { ...good.settings, digits: 1 } },
    { settings: { ...good.settings, digits: 1e9 } },
    { settings: { ...good.settings, tab: 'none' } },
    { pins: new Array(5).fill({ kind: 'cost' }) },
    { title: 'x'.repeat(401) },
    { classes: new Array(1025).fill('x') },
  ])
    await assert.rejects(async () => readLink(link(change)), /damaged/, JSON.stringify(change));
  const writer = createWriter();
  writer.varint(1e12);
  await assert.rejects(readLink(linkWith(writer.done())), /damaged/, 'a list longer than the link');
});
