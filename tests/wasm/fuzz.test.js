/**
 * A short run of the fuzz of every export. `tests/fuzz/seam.js` makes long ones.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fuzz } from '../fuzz/seam.js';

test('twenty thousand random calls give no trap, no slow call and no number that is none', (context) => {
  const { calls, refused, examples, ...found } = fuzz(20_000, 1);
  context.diagnostic(`${calls} calls, ${refused} of them refused`);
  assert.deepEqual(examples, []);
  assert.deepEqual(found, { traps: 0, slow: 0, notFinite: 0, changed: 0, notErrors: 0, unsaid: 0 });
  assert.ok(refused > calls / 5 && refused < calls / 2, 'both valid and invalid calls are made');
});
