/**
 * Stored settings: read back as they were; anything else is ignored.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { load, save } from '../../www/src/settings.js';
import { INITIAL } from '../../www/src/state/state.js';

/** @param {string} [text] */
function store(text) {
  let stored = text ?? null;
  return () => ({
    getItem: () => stored,
    setItem: (/** @type {string} */ _, /** @type {string} */ value) => void (stored = value),
  });
}

test('stored settings are read back', () => {
  const kept = store();
  assert.deepEqual(load(kept), {});
  const settings = { ...INITIAL.settings, digits: 7, comma: true };
  save(kept, settings);
  assert.deepEqual(load(kept), settings);
});

test('unknown or invalid settings are ignored', () => {
  assert.deepEqual(load(store('{"digits":99,"comma":"yes","numbers":"all","other":1}')), { numbers: 'all' });
  for (const text of ['', 'null', '[]', '{', '7']) assert.deepEqual(load(store(text)), {}, text);
});

test('a storage that throws is treated as empty', () => {
  const closed = () => {
    throw new Error('closed');
  };
  assert.deepEqual(load(closed), {});
  save(closed, INITIAL.settings);
});
