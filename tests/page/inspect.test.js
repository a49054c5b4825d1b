/**
 * Questions of panels: sent while a panel is open; answers about another view are ignored.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inspect } from '../../www/src/protocol/questions.js';
import { minimum, toPixels, toValue } from '../../www/src/charts/axes.js';
import {
  parameterIndex,
  isTooExpensive,
  parameterAt,
  inspectCommands,
} from '../../www/src/state/inspection.js';
import { Session } from '../wasm/module.js';
import { ofKind, replied } from './answers.js';
import { page } from './page.js';
import { ORIGIN } from './views.js';

test('flat parameters and selections have the same order', () => {
  const sizes = [3, 4, 2, 1];
  const session = Session.open('majority');
  session.edit(ORIGIN, { kind: 'sizes', sizes, keptLayers: [0, -1, 1, 2] }, false);
  const values = Float64Array.from({ length: 3 * 4 + 4 + 4 * 2 + 2 + 2 + 1 }, (_, index) => index);
  session.edit(ORIGIN, { kind: 'parameters', values }, false);
  const state = session.stateAt(ORIGIN);
  for (const index of values) {
    const selection = parameterAt(state, index);
    assert.equal(parameterIndex(state, selection), index);
    const value =
      selection.kind === 'weight'
        ? state.weights[selection.layer - 1]?.[
            selection.to * Number(sizes[selection.layer - 2]) + selection.from
          ]
        : selection.kind === 'bias' && state.biases[selection.layer - 1]?.[selection.neuron];
    assert.equal(value, index);
  }
  assert.throws(() => parameterAt(state, values.length), RangeError);
  assert.equal(parameterIndex(state, { kind: 'cost' }), undefined);
});

test('no question is sent while all panels are closed, or while playing', () => {
  const closed = page();
  closed.act({ type: 'select', selection: { kind: 'bias', layer: 2, neuron: 1 } });
  assert.equal(closed.asked.length, 0);
  closed.act({ type: 'panel', panel: 'gradient-check', on: true });
  assert.deepEqual(
    closed.asked
      .splice(0)
      .map((request) => request.kind === 'inspect' && request.questions.gradientCheck?.[0]),
    [7],
  );
  closed.act({ type: 'togglePlaying' });
  closed.asked.splice(0);
  closed.act({ type: 'gradientCheckH', h: 0.1 });
  assert.equal(closed.asked.length, 0);
});

test('a question takes at most a second, for big networks and mini-batches too', () => {
  /**
   * @param {number[]} sizes
   * @param {number} m
   * @param {number} sample
   */
  const asked = (sizes, m, sample) => {
    const questions = ['eta', 'gradient-check'].map((panel) => {
      const { view, ...state } = page([panel]).now();
      assert.ok(view);
      const after = { ...view.after, sizes, m, position: { ...ORIGIN, sample } };
      const big = { ...state, view: { ...view, after } };
      const request = inspectCommands(big, true)[0]?.request;
      return request?.kind === 'inspect' ? request.questions : isTooExpensive(big);
    });
    const [eta, check] = questions;
    if (typeof eta !== 'object' || typeof check !== 'object') return eta && check;
    return [eta.curve?.[0], check.differences !== undefined];
  };
  assert.deepEqual(asked([3, 2, 1], 4, 4), [16, true]);
  assert.deepEqual(
    asked([784, 30, 10], 10, 0),
    [16, false],
    'one sample by every weight is a second by itself',
  );
  assert.deepEqual(asked([784, 30, 10], 500, 0), [4, false]);
  assert.equal(asked([784, 30, 10], 5_000, 0), true);
  assert.deepEqual(asked([64, 30, 10], 10, 0), [16, true]);
  assert.deepEqual(asked([64, 30, 10], 1_000, 1_000), [16, false]);
});

test('an answer about an earlier view is ignored', () => {
  const { act, now } = page(['eta']);
  const inspection = inspect(Session.open('majority'), ORIGIN, { curve: [16] });
  act(replied(inspection, { request: ofKind('inspect'), view: undefined }));
  assert.equal(now().answers.inspection, undefined);
  act(replied(inspection, { request: ofKind('inspect'), view: now().view }));
  assert.equal(now().answers.inspection, inspection);
});

test('values are converted to px on an axis and back', () => {
  const axis = { from: 0.001, to: 100, log: true };
  assert.equal(toPixels(0.001, axis, 10, 60), 10);
  assert.ok(Math.abs(toPixels(1, axis, 10, 60) - 40) < 1e-9);
  assert.ok(Math.abs(toValue(40, axis, 10, 60) - 1) < 1e-9);
  assert.equal(toPixels(5, { from: 0, to: 10 }, 100, 0), 50);
  assert.deepEqual(minimum([undefined, 3, 1, 2]), { index: 2, value: 1 });
  assert.equal(minimum([undefined]), undefined);
});
