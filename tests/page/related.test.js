/**
 * What is computed from what: the weights, neurons and targets next to a selection.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { relationOf } from '../../www/src/scene/related.js';

/** @import { Selection } from '../../www/src/notation/selection.js' */

test('inputs are upstream, outputs are downstream', () => {
  /** @type {Selection} */
  const hidden = { kind: 'neuron', layer: 2, neuron: 1 };
  /** @type {[Selection, string][]} */
  const cases = [
    [{ kind: 'weight', layer: 2, to: 1, from: 0 }, 'upstream'],
    [{ kind: 'weight', layer: 2, to: 0, from: 0 }, ''],
    [{ kind: 'bias', layer: 2, neuron: 1 }, 'upstream'],
    [{ kind: 'neuron', layer: 1, neuron: 2 }, 'upstream'],
    [{ kind: 'weight', layer: 3, to: 0, from: 1 }, 'downstream'],
    [{ kind: 'weight', layer: 3, to: 0, from: 0 }, ''],
    [{ kind: 'neuron', layer: 3, neuron: 0 }, 'downstream'],
    [{ kind: 'cost' }, ''],
  ];
  for (const [selection, wanted] of cases)
    assert.equal(relationOf(hidden, selection, 3), wanted, JSON.stringify(selection));
  assert.equal(relationOf({ kind: 'cost' }, { kind: 'target', neuron: 0 }, 3), 'upstream');
  assert.equal(relationOf({ kind: 'cost' }, { kind: 'neuron', layer: 3, neuron: 0 }, 3), 'upstream');
  assert.equal(relationOf(undefined, hidden, 3), '');
});
