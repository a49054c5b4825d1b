/**
 * The two cores: the small one gives the same bits as the full one, and the full one continues its session.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Session, opening, sigmoidCurve } from './module.js';

/** @import { Session as FullSession } from '../../www/pkg/backstep.js' */
/** @import { Session as Small } from '../../www/pkg/opening.js' */
/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Position, StepUnit } from '../../www/src/protocol/position.js' */

/** @type {ExampleName[]} */
const EXAMPLES = ['majority', 'parity', 'xor', 'mazur', 'textbook'];
/** @type {StepUnit[]} */
const UNITS = ['step', 'sample', 'miniBatch', 'epoch'];

/**
 * @param {FullSession | Small} session
 * @param {Position} position
 */
const snapshot = (session, position) => ({
  state: session.stateAt(position),
  index: session.indexOf(position),
  moves: UNITS.flatMap((unit) => [-1, 1].map((by) => session.neighbour(position, unit, by))),
  data: session.dataAt(position),
  eta: session.etaCurve(position, Float64Array.of(0, 0.001, 3, 1e308)),
  timeline: session.timeline(),
  journal: session.journal(),
  completed: session.completed,
  can: [session.canUndo, session.canRedo],
});

for (const example of EXAMPLES) {
  test(`${example}: both cores give the same bits at every step of three epochs`, () => {
    const [small, full] = [opening.Session.open(example), Session.open(example)];
    let positions = 0;
    /** @type {Position} */
    let position = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
    while (position.epoch < 3) {
      const expected = snapshot(full, position);
      assert.deepStrictEqual(snapshot(small, position), expected, JSON.stringify(position));
      position = small.neighbour(position, 'step', 1) ?? assert.fail('there is always a next step');
      positions += 1;
    }
    assert.ok(positions > 30, `${positions} positions`);
  });

  test(`${example}: both cores give the same bits after 20,000 mini-batches and before`, () => {
    const [small, full] = [opening.Session.open(example, 7), Session.open(example, 7)];
    assert.equal(small.advance(20_000, Infinity), 20_000);
    assert.equal(full.advance(20_000, Infinity), 20_000);
    for (const index of [20_000, 19_999, 12_345, 3, 0]) {
      const position = small.positionOf(index);
      assert.deepStrictEqual(position, full.positionOf(index));
      assert.deepStrictEqual(snapshot(small, position), snapshot(full, position));
    }
  });

  test(`${example}: the full core continues from the journal of the small one`, () => {
    const small = opening.Session.open(example);
    small.advance(40, Infinity);
    const position = small.positionOf(17);
    const expected = snapshot(small, position);
    const full = Session.replay(small.journal());
    assert.equal(full.unfinished, 40);
    full.advance(full.unfinished, Infinity);
    assert.deepStrictEqual(snapshot(full, position), expected);
    // Only the full core has edits.
    full.edit(position, { kind: 'eta', value: 0.25 }, false);
    assert.equal(full.stateAt(position).eta, 0.25);
  });
}

test('the small core has the same sigmoid curve, and refuses what does not exist', () => {
  assert.deepStrictEqual(opening.sigmoidCurve(6, 49), sigmoidCurve(6, 49));
  const small = opening.Session.open('majority');
  // A trap is another class of error, and would leave the module broken.
  const refusal = (/** @type {unknown} */ error) => error instanceof Error && error.constructor === Error;
  assert.throws(() => small.stateAt({ epoch: 0, miniBatch: 2, sample: 0, step: 0 }), refusal);
  assert.throws(() => small.stateAt({ epoch: 0, miniBatch: 0.5, sample: 0, step: 0 }), refusal);
  assert.throws(() => small.positionOf(2 ** 52), refusal);
  assert.throws(() => opening.Session.open('nothing'), refusal);
  assert.equal(
    small.stateAt({ epoch: 0, miniBatch: 1, sample: 4, step: 2 }).index,
    1,
    'the session still works',
  );
});
