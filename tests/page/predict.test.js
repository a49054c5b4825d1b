/**
 * Predictions: a step forward asks first, hides its numbers, and compares with the core's number.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isCorrect, askedNumber } from '../../www/src/state/prediction.js';
import { BACK, FORWARD, page } from './page.js';
import { ORIGIN } from './views.js';

const open = () => page(['predict']);

test('without the panel, steps are not asked about', () => {
  const { act, asked, now } = page();
  act(FORWARD);
  assert.equal(asked.length, 1);
  assert.equal(now().prediction.question, undefined);
});

test('a step is asked about before it is requested, and revealed after the answer', () => {
  const { act, answer, asked, now } = open();
  act({ type: 'select', selection: { kind: 'neuron', layer: 2, neuron: 1 } });
  act(FORWARD);
  assert.equal(asked.length, 0, 'the step is not even asked for');
  assert.deepEqual(now().prediction.question?.selection, { kind: 'neuron', layer: 2, neuron: 1 });
  assert.deepEqual(now().view?.after.position, ORIGIN);
  // Another key press waits for the answer too.
  act(FORWARD);
  assert.equal(asked.length, 0);
  act({ type: 'predict', guess: -1 });
  assert.equal(asked.length, 1);
  answer();
  const z = Number(now().view?.after.z[1]?.[1]);
  const { last, correct, total, question } = now().prediction;
  assert.equal(question, undefined);
  assert.deepEqual([last?.value, last?.correct, correct, total], [z, z < 0, z < 0 ? 1 : 0, 1]);
});

test('skipping takes the step without a score, going back drops the question', () => {
  const { act, answer, now } = open();
  act(FORWARD);
  act({ type: 'predict', guess: undefined });
  answer();
  assert.equal(now().view?.after.step.kind, 'z');
  assert.equal(now().prediction.total, 0);
  act({ type: 'scrub', t: 1 });
  act(FORWARD);
  assert.ok(now().prediction.question);
  act(BACK);
  assert.equal(now().prediction.question, undefined);
});

test('signs are asked for every number but the cost, values for every number', () => {
  for (const [mode, wanted] of /** @type {const} */ ([
    ['sign', ['z2', 'a2', 'z3', 'a3', 'delta3', 'nabla3', 'delta2', 'nabla2', 'sum']],
    ['value', ['z2', 'a2', 'z3', 'a3', 'cost', 'delta3', 'nabla3', 'delta2', 'nabla2', 'sum']],
  ])) {
    const { act, answer, asked, now } = open();
    act({ type: 'predictionMode', mode });
    const kinds = [];
    for (let step = 0; step < 10; step += 1) {
      act(FORWARD);
      const { question } = now().prediction;
      if (question) {
        kinds.push(question.step.kind + (question.step.layer ?? ''));
        act({ type: 'predict', guess: 1 });
      }
      assert.equal(asked.length, 1);
      answer();
      act({ type: 'scrub', t: 1 });
      const { last } = now().prediction;
      const { view } = now();
      if (question && view) assert.equal(last?.value, askedNumber(view.after, question));
    }
    assert.deepEqual(kinds, wanted);
    assert.equal(now().prediction.total, wanted.length);
  }
});

test('a sign must match exactly, a value approximately', () => {
  const press = FORWARD;
  assert.ok(press.type === 'move');
  if (press.type !== 'move') return;
  const selection = /** @type {const} */ ({ kind: 'neuron', layer: 2, neuron: 0 });
  const z = { step: { kind: /** @type {const} */ ('z'), layer: 2 }, selection, press };
  const a = { step: { kind: /** @type {const} */ ('a'), layer: 2 }, selection, press };
  assert.equal(isCorrect('sign', z, -1, -0.2), true);
  assert.equal(isCorrect('sign', z, 1, -0.2), false);
  assert.equal(isCorrect('sign', z, 0, 0), true);
  assert.equal(isCorrect('sign', a, 1, 0.6), true);
  assert.equal(isCorrect('sign', a, -1, 0.6), false);
  assert.equal(isCorrect('value', z, 1.09, 1), true);
  assert.equal(isCorrect('value', z, 1.11, 1), false);
  assert.equal(isCorrect('value', z, 0.009, 0), true);
  assert.equal(isCorrect('value', z, -1, 1), false);
});
