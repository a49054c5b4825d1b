/**
 * Formulas show the core's numbers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { full } from '../../www/src/notation/format.js';
import { chainOf } from '../../www/src/formula/chain.js';
import { formulaOf } from '../../www/src/formula/formula.js';
import { matrixOf } from '../../www/src/formula/matrix.js';
import { miniBatch } from './views.js';

/** @import { State } from '../../www/src/protocol/state.js' */
/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Piece } from '../../www/src/formula/pieces.js' */
/** @import { Selection } from '../../www/src/notation/selection.js' */

/**
 * All numbers with a value, in order.
 *
 * @param {(Piece | string)[]} pieces
 * @returns {string[]}
 */
const values = (pieces) =>
  pieces.flatMap((piece) =>
    typeof piece === 'string' ? [] : piece.value === undefined ? values(piece.parts) : [piece.value],
  );

/**
 * What the formula must end with.
 *
 * @param {State} state
 * @param {Selection} at
 */
function result(state, at) {
  const { kind, layer = 3 } = state.step;
  const l = layer - 1;
  const j = at.kind === 'weight' ? at.to : 0;
  const index = at.kind === 'weight' ? j * (state.sizes[at.layer - 2] ?? 0) + at.from : 0;
  const p = at.kind === 'weight' ? at.layer - 1 : 0;
  switch (kind) {
    case 'z':
      return state.z[l]?.[j];
    case 'a':
      return state.a[l]?.[j];
    case 'cost':
      return state.cost;
    case 'delta':
      return state.delta[l]?.[j];
    case 'nabla':
      return state.nablaW[p]?.[index];
    case 'sum':
      return state.sumNablaW[p]?.[index];
    case 'mean':
      return state.meanNablaW[p]?.[index];
    case 'scale':
      return state.stepW[p]?.[index];
    case 'update':
      return state.weights[p]?.[index];
    default:
      return undefined;
  }
}

test('every formula ends with the number of the core, in every layer and selection', () => {
  let seen = 0;
  for (const view of miniBatch('majority', [3, 4, 2, 2])) {
    const { kind, layer = 4 } = view.after.step;
    for (const to of [0, 1]) {
      /** @type {Selection} */
      const selection = { kind: 'weight', layer: Math.max(2, layer), to, from: 1 };
      const formula = formulaOf(view, selection, false);
      const wanted = result(view.after, selection);
      assert.equal(formula === undefined, wanted === undefined, kind);
      if (!formula || wanted === undefined) continue;
      assert.equal(values(formula.numbers).at(-1), full(wanted), `${kind} ${layer}`);
      seen += 1;
    }
  }
  assert.ok(seen > 100);
});

test('every formula ends with the number of the core, in random networks', () => {
  let seed = 20;
  /** A whole number below `n`. @param {number} n */
  const below = (n) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  let seen = 0;
  for (let round = 0; round < 12; round += 1) {
    const hidden = Array.from({ length: below(4) }, () => 1 + below(8));
    const sizes = [1 + below(5), ...hidden, 1 + below(4)];
    for (const view of miniBatch('parity', sizes)) {
      const { kind, layer } = view.after.step;
      const l = layer ?? 2 + below(sizes.length - 1);
      /** @type {Selection} */
      const at = {
        kind: 'weight',
        layer: l,
        to: below(Number(sizes[l - 1])),
        from: below(Number(sizes[l - 2])),
      };
      const formula = formulaOf(view, at, below(2) === 0);
      const wanted = result(view.after, at);
      assert.equal(formula === undefined, wanted === undefined, kind);
      if (!formula || wanted === undefined) continue;
      assert.equal(values(formula.numbers).at(-1), full(wanted), `${sizes} ${kind} ${layer}`);
      seen += 1;
    }
  }
  assert.ok(seen > 500, String(seen));
});

test('under every convention a formula ends with the number of the core and shows the convention', () => {
  let seen = 0;
  for (let bits = 0; bits < 8; bits += 1) {
    const conventions = { trainBiases: !(bits & 1), halveCost: !(bits & 2), averageGradients: !(bits & 4) };
    for (const view of miniBatch('xor', [2, 3, 2], conventions)) {
      const { after } = view;
      if (after.index > 0) continue;
      const { kind, layer = 3 } = after.step;
      /** @type {Selection} */
      const weight = { kind: 'weight', layer: Math.max(2, layer), to: 1, from: 1 };
      const formula = formulaOf(view, weight, false);
      const wanted = result(after, weight);
      if (formula && wanted !== undefined) {
        assert.equal(values(formula.numbers).at(-1), full(wanted), kind);
        seen += 1;
      }
      const text = JSON.stringify(formula?.symbols ?? []);
      if (kind === 'mean' || kind === 'scale')
        assert.equal(text.includes('"m"'), conventions.averageGradients, kind);
      if (kind === 'cost') assert.equal(text.includes('mfrac'), conventions.halveCost);
      if (kind === 'nabla' && layer === 3) {
        const chain = chainOf(after, /** @type {any} */ (weight));
        assert.equal(values(chain?.error ?? []).at(-1), full(Number(after.costDerivative?.[1])));
        const twice = JSON.stringify(chain?.error ?? []).includes(
          '"parts":["2"]},{"tag":"mo","parts":["("]}',
        );
        assert.equal(twice, !conventions.halveCost);
      }
      if (kind !== 'scale' && kind !== 'update') continue;
      // A bias that is not trained has no step, and the formula says that it stays.
      const bias = formulaOf(view, { kind: 'bias', layer: 2, neuron: 0 }, false);
      const numbers = values(bias?.numbers ?? []);
      const now = after.biases[1]?.[0];
      const last = kind === 'update' || !conventions.trainBiases ? now : after.stepB[1]?.[0];
      assert.equal(numbers.at(-1), full(Number(last)));
      assert.equal(numbers.length === 1, !conventions.trainBiases);
    }
  }
  assert.ok(seen > 8 * 30);
});

test('the numbers in a weighted sum are its weights, activations and bias', () => {
  const view = [...miniBatch('majority')][1];
  assert.ok(view);
  const { weights, a, biases, z } = view.after;
  const w = Array.from(weights[1] ?? []);
  const x = Array.from(a[0] ?? []);
  const wanted = [w[3], x[0], w[4], x[1], w[5], x[2], biases[1]?.[1], z[1]?.[1]].map((value) =>
    full(Number(value)),
  );
  const formula = formulaOf(view, { kind: 'neuron', layer: 2, neuron: 1 }, false);
  assert.deepEqual(values(formula?.numbers ?? []), wanted);
});

test('long sums are folded, and can be written out', () => {
  const view = [...miniBatch('majority', [3, 12, 1])].find(
    ({ after }) => after.step.kind === 'z' && after.step.layer === 3,
  );
  assert.ok(view);
  assert.equal(formulaOf(view, undefined, false)?.folded, 6);
  const all = formulaOf(view, undefined, true);
  assert.equal(all?.folded, 0);
  assert.equal(values(all?.numbers ?? []).length, 2 * 12 + 2);
});

test('the product of the chain rule is the gradient, for every weight and bias', () => {
  let seen = 0;
  for (const { after } of miniBatch('majority', [3, 4, 2, 2])) {
    const { kind, layer = 0 } = after.step;
    if (kind !== 'nabla') continue;
    const l = layer - 1;
    const inputs = after.sizes[l - 1] ?? 0;
    for (const [index, gradient] of (after.nablaW[l] ?? new Float64Array()).entries()) {
      const [to, from] = [Math.floor(index / inputs), index % inputs];
      const chain = chainOf(after, { kind: 'weight', layer, to, from });
      assert.ok(chain);
      const numbers = values(chain.numbers);
      const error = layer === 4 ? after.costDerivative?.[to] : after.carried[l]?.[to];
      const wanted = [error, after.slope[l]?.[to], after.a[l - 1]?.[from], gradient];
      assert.deepEqual(
        numbers,
        wanted.map((value) => full(Number(value))),
      );
      assert.equal(values(chain.error).at(-1), full(Number(error)));
      seen += 1;
    }
    const bias = chainOf(after, { kind: 'bias', layer, neuron: 0 });
    assert.equal(values(bias?.numbers ?? []).at(-1), full(Number(after.nablaB[l]?.[0])));
    assert.equal(
      chainOf(after, { kind: 'bias', layer: 2, neuron: 0 }) === undefined,
      layer > 2,
      'not before it is computed',
    );
  }
  assert.ok(seen >= 4 * (3 * 4 + 4 * 2 + 2 * 2));
});

test('the sum of a hidden gradient is folded, and can be written out', () => {
  const view = [...miniBatch('majority', [3, 2, 12, 1])].find(
    ({ after }) => after.step.kind === 'nabla' && after.step.layer === 2,
  );
  assert.ok(view);
  const weight = /** @type {const} */ ({ kind: 'weight', layer: 2, to: 1, from: 0 });
  const [folded, all] = [false, true].map((open) => chainOf(view.after, weight, open));
  assert.deepEqual([folded?.folded, all?.folded], [8, 0]);
  assert.equal(values(all?.error ?? []).length, 2 * 12 + 1);
  assert.equal(values(folded?.error ?? []).at(-1), values(all?.error ?? []).at(-1));
});

test('the matrix form of a step has the shapes of its arrays', () => {
  for (const { after } of miniBatch('majority', [3, 4, 2, 2])) {
    const form = matrixOf(after);
    const computes = !['load', 'evaluate', 'shuffle'].includes(after.step.kind);
    assert.equal(form !== undefined, computes, after.step.kind);
    if (after.step.kind === 'z' && after.step.layer === 2)
      assert.equal(form?.shapes, '(4) = (4 × 3) (3) + (4)');
    if (after.step.kind === 'delta' && after.step.layer === 3)
      assert.equal(form?.shapes, '(2) = (2 × 2) (2) ⊙ (2)');
    if (after.step.kind === 'delta' && after.step.layer === 2)
      assert.equal(form?.shapes, '(4) = (4 × 2) (2) ⊙ (4)');
    if (after.step.kind === 'nabla' && after.step.layer === 2)
      assert.equal(form?.shapes, '(4 × 3) = (4 × 1) (1 × 3)');
  }
});
