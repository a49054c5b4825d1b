/**
 * Questions about the whole network (map, confusion, norms), single-sample sessions and drawings: pure parts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { survey as ask } from '../../www/src/worker/survey.js';
import {
  classOf,
  listClasses,
  neverPredictedIn,
  countCorrect,
  neverPredictedSince,
} from '../../www/src/notation/classes.js';
import { SIDE, rasterize } from '../../www/src/drawing/rasterize.js';
import { middleOf, samplePoints, squareAt, squareBeside } from '../../www/src/charts/decision-map.js';
import { MAX_ROWS, tableIndices, axisStart, positiveOrNull } from '../../www/src/charts/training.js';
import { tabOf } from '../../www/src/state/panels.js';
import { INITIAL } from '../../www/src/state/state.js';
import { NOTHING_WANTED, surveyOf } from '../../www/src/state/survey.js';
import { update } from '../../www/src/state/update.js';
import { Session } from '../wasm/module.js';
import { answered, ofKind, replied } from './answers.js';
import { ORIGIN, viewAt } from './views.js';

/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Request } from '../../www/src/protocol/messages.js' */
/** @import { Action, PageState } from '../../www/src/state/state.js' */

const ALL = { map: true, neurons: true, confusion: true, norms: true };

/**
 * A page of an example with these panels open.
 *
 * @param {ExampleName} example
 * @param {string[]} open
 */
function page(example, open) {
  const session = Session.open(example);
  /** @type {PageState} */
  let state = {
    ...INITIAL,
    settings: { ...INITIAL.settings, open, tab: tabOf(open[0] ?? ''), neurons: true },
  };
  /** @type {Request[]} */
  const asked = [];
  const act = (/** @type {Action} */ action) => {
    const next = update(state, action);
    state = next.state;
    asked.push(...next.commands.map(({ request }) => request));
  };
  act({ type: 'open', example });
  asked.pop();
  act(answered(viewAt(session, ORIGIN)));
  return { session, act, asked, now: () => state };
}

test('a survey has the answers of the core', () => {
  const session = Session.open('xor');
  session.advance(50, 1e9);
  const at = session.positionOf(49);
  const { map, points, neurons, confusion, norms } = ask(session, at, [2, 2, 1], ALL);
  assert.deepEqual([map?.from, map?.to, map?.a.length], [[-0.25, -0.25], [1.25, 1.25], 48 * 48]);
  assert.deepEqual(points, { xs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1), ys: Float64Array.of(0, 1, 1, 0) });
  assert.deepEqual([neurons?.a.length, neurons?.starts], [3 * 16 * 16, [0, 2]]);
  // Every square has the output of the network there.
  for (const square of [0, 47, 1000, 2303]) {
    const [x1, x2] = middleOf(/** @type {NonNullable<typeof map>} */ (map), square);
    const [a] = session.answer(at, Float64Array.of(Number(x1), Number(x2)));
    assert.ok(Math.abs(Number(a) - Number(map?.a[square])) < 1e-12, String(square));
  }
  assert.equal(
    confusion?.counts.reduce((sum, count) => sum + count, 0),
    4,
  );
  for (const { sample, x, y, output } of confusion?.wrong ?? []) {
    assert.deepEqual([x.length, y.length, output.length], [2, 1, 1]);
    assert.equal(Number(y[0]), Number(x[0]) ^ Number(x[1]));
    assert.equal(sample, 2 * Number(x[0]) + Number(x[1]));
    assert.notEqual(classOf(y), classOf(output));
  }
  assert.deepEqual(
    norms?.map(({ index }) => index),
    Array.from({ length: 50 }, (_, index) => index),
  );
  const { nablaW } = session.norms(session.positionOf(7));
  assert.deepEqual(norms?.[7]?.nablaW, nablaW);
  assert.equal(ask(session, at, [2, 2, 1], NOTHING_WANTED).map, undefined);
});

test('norms over a run are of fewer mini-batches if these are big, and of none if too big', () => {
  let [size, run] = [10, 0];
  /** @type {number[]} */
  const mosts = [];
  const session = /** @type {import('../../www/src/worker/survey.js').Surveyed} */ (
    /** @type {unknown} */ ({
      completed: 100,
      runStatus: () => ({ samples: run, eta: 3, miniBatchSize: size }),
      normHistory: (/** @type {number} */ most) => (mosts.push(most), []),
    })
  );
  for (size of [10, 100, 5_000]) {
    assert.deepEqual(ask(session, ORIGIN, [784, 30, 10], { ...NOTHING_WANTED, norms: true }).norms, []);
  }
  assert.deepEqual(mosts, [200, 41]);
  // The biggest mini-batches of the run count.
  [size, run] = [10, 100 * 100];
  ask(session, ORIGIN, [784, 30, 10], { ...NOTHING_WANTED, norms: true });
  assert.deepEqual(mosts.at(-1), 41);
});

test('a network is surveyed once, and again after it changed', () => {
  const { session, act, asked, now } = page('xor', ['map', 'confusion']);
  const wants = { map: true, neurons: true, confusion: true, norms: false };
  assert.deepEqual(asked.splice(0), [{ kind: 'survey', position: ORIGIN, sizes: [2, 2, 1], wants }]);
  const since = now().answers.surveyed?.since;
  const answer = ask(session, ORIGIN, [2, 2, 1], wants);
  act(replied(answer, { request: ofKind('survey'), since }));
  assert.equal(surveyOf(now()).map, answer.map);
  // After a step, the network is the same.
  act(answered(viewAt(session, { ...ORIGIN, step: 1 })));
  assert.deepEqual([asked, surveyOf(now()).confusion], [[], answer.confusion]);
  // Another panel adds only its own question.
  act({ type: 'panel', panel: 'training', on: true });
  assert.deepEqual(
    asked.splice(0).map((one) => one.kind === 'survey' && one.wants),
    [{ ...NOTHING_WANTED, norms: true }],
  );
  // The update changes the network: earlier answers are dropped, and late ones ignored.
  const end = session.positionOf(0);
  act(answered(viewAt(session, end)));
  assert.deepEqual(surveyOf(now()), { norms: undefined });
  assert.equal(asked.splice(0).length, 1);
  act(replied(answer, { request: ofKind('survey'), since }));
  assert.equal(surveyOf(now()).map, undefined);
});

test('closed panels send no question, and there is no map of three inputs', () => {
  assert.deepEqual(
    page('xor', []).asked.map((one) => one.kind === 'survey' && one.wants),
    [{ ...NOTHING_WANTED, neurons: true }],
  );
  assert.deepEqual(
    page('majority', ['map', 'confusion']).asked.map((one) => one.kind === 'survey' && one.wants),
    [{ ...NOTHING_WANTED, confusion: true }],
  );
  assert.deepEqual(
    page('mazur', ['confusion']).asked.map((one) => one.kind === 'survey' && one.wants),
    [{ ...NOTHING_WANTED, neurons: true }],
  );
});

test('opening a map during a run requests it, and it is updated by the reports', () => {
  const { session, act, asked, now } = page('xor', ['confusion']);
  act({ type: 'settings', settings: { neurons: false } });
  asked.splice(0);
  act({ type: 'run', goal: { kind: 'stop', value: 0 } });
  assert.deepEqual(asked.splice(0), [
    { kind: 'run', goal: { kind: 'stop', value: 0 }, wants: { ...NOTHING_WANTED, confusion: true } },
  ]);
  assert.deepEqual(surveyOf(now()), {}, 'the last survey was made before the run');
  act({ type: 'panel', panel: 'map', on: true });
  const watched = asked.splice(0);
  assert.deepEqual(watched, [{ kind: 'watch', wants: { ...NOTHING_WANTED, map: true, confusion: true } }]);
  assert.equal(session.completed, 0);
});

test('a single-sample session is requested with the numbers of the sample, and can be left', () => {
  const { act, asked, now } = page('xor', []);
  asked.splice(0);
  const [x, y] = [Float64Array.of(0, 1), Float64Array.of(1)];
  act({ type: 'drawer', on: true });
  act({ type: 'openSample', x, y });
  assert.ok(now().ui.drawer, 'it may be refused, with a sentence in the side column');
  assert.deepEqual(asked.splice(0), [{ kind: 'openSample', position: ORIGIN, x, y }]);
  const singleSample = Session.open('xor').singleSampleSession(ORIGIN, x, y);
  act(answered({ ...viewAt(singleSample, ORIGIN), singleSample: true }));
  assert.deepEqual([now().view?.after.m, [...(now().view?.after.x ?? [])]], [1, [0, 1]]);
  assert.ok(!now().ui.drawer, 'the picture is not covered');
  act({ type: 'drawer', on: true });
  assert.ok(now().ui.drawer, 'it can be opened again');
  asked.splice(0);
  // The lesson belongs to the session that was left.
  act({ type: 'lesson', stop: 0 });
  assert.equal(asked.splice(0)[0]?.kind, 'closeSample');
});

test('a drawing is classified one request at a time, and again after more strokes', () => {
  const { act, asked, now } = page('xor', ['draw']);
  asked.splice(0);
  act({ type: 'drawInk', strokes: [[0.5, 0.5]] });
  assert.equal(asked.length, 0, 'this network knows no digits');
  const session = Session.open('xor');
  session.edit(ORIGIN, { kind: 'sizes', sizes: [64, 5, 10], keptLayers: [0, 1, 2] }, false);
  act(answered(viewAt(session, ORIGIN)));
  const first = asked.find(({ kind }) => kind === 'digit');
  assert.ok(first?.kind === 'digit' && first.ink.length === SIDE * SIDE && first.inputs === 64);
  asked.splice(0);
  act({ type: 'drawInk', strokes: [[0.5, 0.5, 0.6, 0.6]] });
  act({ type: 'drawInk', strokes: [[0.5, 0.5, 0.6, 0.6, 0.7, 0.7]] });
  assert.deepEqual(asked, [], 'one is on its way');
  const digit = { x: new Float64Array(64), output: new Float64Array(10) };
  act(replied(digit, { request: ofKind('digit') }));
  assert.deepEqual([asked.splice(0).length, now().drawing.digit], [1, digit]);
  act(replied(digit, { request: ofKind('digit') }));
  assert.deepEqual(asked, []);
  act({ type: 'drawInk', strokes: [] });
  assert.equal(now().drawing.digit, undefined);
});

test('ink is 1 along a stroke and 0 away from it', () => {
  const ink = rasterize([
    [0.25, 0.5, 0.75, 0.5],
    [0.9, 0.1],
  ]);
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    ink[Math.floor(y * SIDE) * SIDE + Math.floor(x * SIDE)];
  assert.deepEqual([at(0.25, 0.5), at(0.5, 0.5), at(0.75, 0.5), at(0.9, 0.1)], [1, 1, 1, 1]);
  assert.deepEqual([at(0.1, 0.5), at(0.5, 0.6), at(0.9, 0.3)], [0, 0, 0]);
  assert.ok(
    ink.some((value) => value > 0 && value < 1),
    'the edge is antialiased',
  );
  assert.ok(rasterize([]).every((value) => value === 0));
});

test('squares, inputs and samples are converted on a decision map', () => {
  const plane = { side: 10, from: [-1, 0], to: [1, 4] };
  assert.deepEqual(
    [squareAt(plane, 0, 0), squareAt(plane, 0.99, 0.99), squareAt(plane, 1.5, -1)],
    [0, 99, 9],
  );
  assert.deepEqual(
    middleOf(plane, 0).map((x) => x.toFixed(2)),
    ['-0.90', '3.80'],
  );
  assert.deepEqual(
    middleOf(plane, 99).map((x) => x.toFixed(2)),
    ['0.90', '0.20'],
  );
  assert.deepEqual(
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Tab'].map((key) => squareBeside(plane, 0, key)),
    [0, 1, 0, 10, undefined],
  );
  assert.deepEqual(samplePoints(plane, { xs: Float64Array.of(0, 1, 1, 4), ys: Float64Array.of(0.5, 0) }, 1), [
    { x: 0.5, y: 0.75, target: [0.5] },
    { x: 1, y: 0, target: [0] },
  ]);
});

test('never-predicted classes are found, except those without samples', () => {
  const counts = Float64Array.of(5, 0, 0, 3, 0, 0, 0, 0, 0);
  assert.deepEqual(neverPredictedIn(counts, 3), [1]);
  assert.deepEqual(countCorrect(counts, 3), { total: 8, correct: 5 });
  assert.deepEqual([classOf(Float64Array.of(0.5)), classOf(Float64Array.of(0.2, 0.7, 0.7))], [1, 1]);
});

test('a class not predicted in the last epochs is reported, with the epoch since when', () => {
  const evaluation = (/** @type {number} */ epoch, /** @type {number} */ neverPredicted) => ({
    epoch,
    index: epoch,
    correct: 0,
    total: 9,
    neverPredicted,
  });
  const list = [1, 0, 6, 4, 5, 4].map((neverPredicted, epoch) => evaluation(epoch, neverPredicted));
  assert.deepEqual(neverPredictedSince(list), { classes: [2], since: 2 });
  assert.equal(neverPredictedSince(list.slice(0, 4)), undefined, 'two epochs are not enough');
  assert.equal(neverPredictedSince([...list, evaluation(6, 0)]), undefined);
  assert.equal(neverPredictedSince([]), undefined);
  assert.equal(listClasses([1, 4, 8]), '1, 4 and 8');
});

test('tables are limited and newest first; a logarithmic axis has gaps at 0', () => {
  assert.deepEqual(tableIndices(3), [2, 1, 0]);
  assert.deepEqual(tableIndices(0), []);
  const many = tableIndices(4096);
  assert.ok(many.length <= MAX_ROWS && many[0] === 4095);
  assert.deepEqual([axisStart([95, 89.5]), axisStart([4]), axisStart([100])], [80, 0, 90]);
  assert.deepEqual(positiveOrNull([1, 0, null, 1e-9, -1]), [1, null, null, 1e-9, null]);
});
