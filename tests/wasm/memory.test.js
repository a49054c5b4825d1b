/**
 * Memory is bounded: long runs and many edits do not make it grow.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Session, memoryBytes } from './module.js';

/** The bytes that a thousand more edits may add: the journal keeps them. */
const JOURNAL_BYTES = 2 * 2 ** 20;

/**
 * Runs a million mini-batches, steps back and forward, and changes the sizes a thousand times.
 *
 * @param {ReturnType<typeof Session.open>} session
 */
function useSession(session) {
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
    /** @type {import('../../www/src/protocol/edit.js').Edit} */
    const edit = { kind: 'sizes', sizes, keptLayers: [0, 1, 2] };
    at = session.edit(at, edit, false);
    at = session.neighbour(at, 'miniBatch', 1) ?? at;
    session.stateAt(at);
  }
}

test('a million more mini-batches and a thousand more edits leave memory where it was', () => {
  const session = Session.open('majority');
  // The allocator has all the pieces that it needs only after the second time.
  useSession(session);
  useSession(session);
  const after = memoryBytes();
  useSession(session);
  assert.equal(session.completed > 3_000_000, true);
  assert.ok(memoryBytes() - after <= JOURNAL_BYTES, `${memoryBytes() - after} bytes more`);
});
