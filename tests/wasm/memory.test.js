/**
 * Memory stays where it is, however long a session runs and however often it is changed.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Session, memoryBytes } from './module.js';

/** What a thousand more edits may add: they stay in the journal, which is the session. */
const JOURNAL = 2 * 2 ** 20;

/** A million mini-batches, steps there and back, a thousand changes of size. @param {ReturnType<typeof Session.open>} session */
function live(session) {
  session.advance(1_000_000, Infinity);
  let at = session.positionOf(session.completed - 1);
  for (const by of [-1, 1]) {
    for (let step = 0; step < 2_000; step += 1) {
      at = session.neighbour(at, 'step', by) ?? at;
      session.stateAt(at);
    }
  }
  for (let change = 0; change < 1_000; change += 1) {
    const sizes = [3, 2 + ((change + 1) % 7), 1];
    /** @type {import('../../www/src/protocol/messages.js').Edit} */
    const edit = { kind: 'sizes', sizes, keptLayers: [0, 1, 2] };
    at = session.edit(at, edit, false);
    at = session.neighbour(at, 'miniBatch', 1) ?? at;
    session.stateAt(at);
  }
}

test('millions of steps and thousands of changes leave memory where it was', () => {
  const session = Session.open('majority');
  live(session);
  const after = memoryBytes();
  live(session);
  assert.equal(session.completed > 2_000_000, true);
  assert.ok(memoryBytes() - after <= JOURNAL, `${memoryBytes() - after} bytes more`);
});
