/**
 * The lesson: every stop exists in a real session, and its text has the numbers of the state.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { formatOf } from '../../www/src/notation/format.js';
import { LESSON_TEXTS } from '../../www/src/lesson/lesson.js';
import { LESSON_EXAMPLE, LESSON_STOPS } from '../../www/src/lesson/stops.js';
import { exists } from '../../www/src/notation/selection.js';
import { Session } from '../wasm/module.js';
import { isOpen } from '../../www/src/state/panels.js';
import { isLessonExample } from '../../www/src/state/lesson.js';
import { answered } from './answers.js';
import { page } from './page.js';
import { ORIGIN, viewAt } from './views.js';

const { short } = formatOf({ digits: 3, comma: false });

test('the lesson has 8 to 12 stops of at most five sentences, in the order of the steps', () => {
  assert.equal(LESSON_TEXTS.length, LESSON_STOPS.length);
  assert.ok(LESSON_STOPS.length >= 8 && LESSON_STOPS.length <= 12);
  const session = Session.open(LESSON_EXAMPLE);
  const kinds = LESSON_STOPS.map(({ position, selection }, at) => {
    const state = session.stateAt(position);
    const words = String(LESSON_TEXTS[at]?.text(state, short));
    assert.ok(selection === undefined || exists(selection, state.sizes));
    assert.ok(!/undefined|not a number|NaN/.test(words), words);
    const sentences = words.split(/[.?!](?:\s|$)/).filter(Boolean).length;
    assert.ok(sentences <= 5, `${sentences} sentences: ${words}`);
    return state.step.kind;
  });
  assert.deepEqual(kinds.slice(0, 11), [
    ...['load', 'a', 'a', 'cost', 'delta', 'nabla', 'delta', 'nabla', 'nabla', 'mean', 'update'],
  ]);
});

test('the numbers in the text are those of the state', () => {
  const session = Session.open(LESSON_EXAMPLE);
  const words = LESSON_STOPS.map(({ position }, at) =>
    LESSON_TEXTS[at]?.text(session.stateAt(position), short),
  );
  const at = (/** @type {number} */ step, sample = 0) =>
    session.stateAt({ epoch: 0, miniBatch: 0, sample, step });
  assert.match(String(words[1]), new RegExp(`z = ${short(Number(at(2).z[1]?.[0]))}`));
  assert.match(String(words[3]), new RegExp(`C = ${short(Number(at(5).cost))}`));
  assert.match(String(words[4]), new RegExp(`δ = ${short(Number(at(6).delta[2]?.[0]))}`));
  assert.match(String(words[5]), new RegExp(`= ${short(Number(at(7).nablaW[2]?.[0]))}`));
  assert.match(String(words[9]), new RegExp(`: ${short(Number(at(0, 4).meanNablaW[2]?.[0]))}`));
  // The network has learnt: the cost at the last stop is less than a tenth of the first mini-batch's.
  const end = session.stateAt({ epoch: 300, miniBatch: 1, sample: 4, step: 2 });
  assert.ok(Number(end.miniBatchCost) < Number(at(0, 4).miniBatchCost) / 10);
  assert.match(
    String(words[11]),
    new RegExp(`After ${end.index + 1} mini-batches.* ${short(Number(end.miniBatchCost))}`),
  );
});

test('the text is shown only for the unchanged example, and a stop opens it anew after an edit', () => {
  const { act, asked, now } = page();
  act({ type: 'lesson', stop: 2 });
  asked.splice(0);
  assert.ok(isLessonExample(now()));
  const { view } = now();
  assert.ok(view);
  for (const edit of /** @type {const} */ ([
    { kind: 'seed', value: 7 },
    { kind: 'miniBatchSize', value: 8 },
    { kind: 'eta', value: 100 },
    { kind: 'weight', layer: 2, to: 1, from: 1, value: 1 },
  ])) {
    const session = Session.open(LESSON_EXAMPLE);
    session.edit(ORIGIN, edit, false);
    act(answered(viewAt(session, ORIGIN)));
    assert.ok(!isLessonExample(now()), edit.kind);
    act({ type: 'lesson', stop: 2 });
    assert.deepEqual(
      asked.splice(0).map((request) => (request.kind === 'edit' ? request.edit : request.kind)),
      [{ kind: 'example', name: LESSON_EXAMPLE }, 'show'],
      edit.kind,
    );
    session.edit(ORIGIN, { kind: 'example', name: LESSON_EXAMPLE }, false);
    // A run does not change the example.
    session.advance(5, 1e9);
    act(answered(viewAt(session, ORIGIN)));
    assert.ok(isLessonExample(now()), 'opened anew');
  }
});

test('a stop sets position, selection and panels; leaving the lesson or an unknown stop ends it', () => {
  const { act, asked, now } = page();
  act({ type: 'lesson', stop: 5 });
  assert.deepEqual(asked.splice(0), [{ kind: 'show', position: LESSON_STOPS[5]?.position }]);
  assert.deepEqual([now().lesson.stop, now().focus.selection], [5, LESSON_STOPS[5]?.selection]);
  act({ type: 'lesson', stop: 10 });
  assert.ok(isOpen(now().settings, 'eta'), 'what the stop is about is shown');
  act({ type: 'lesson', stop: undefined });
  assert.equal(now().lesson.stop, undefined);
  act({ type: 'lesson', stop: 99 });
  assert.equal(now().lesson.stop, undefined);
});
