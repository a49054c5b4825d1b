/**
 * What is kept comes back, and nothing else does.
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

test('settings come back as they were', () => {
  const kept = store();
  assert.deepEqual(load(kept), {});
  const settings = { ...INITIAL.settings, digits: 7, comma: true };
  save(kept, settings);
  assert.deepEqual(load(kept), settings);
});

test('what is no setting is left out', () => {
  assert.deepEqual(load(store('{"digits":99,"comma":"yes","widths":"log","other":1}')), { widths: 'log' });
  for (const text of ['', 'null', '[]', '{', '7']) assert.deepEqual(load(store(text)), {}, text);
});

test('a store that throws is no store', () => {
  const closed = () => {
    throw new Error('closed');
  };
  assert.deepEqual(load(closed), {});
  save(closed, INITIAL.settings);
});
