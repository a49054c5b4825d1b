/**
 * Views of the real core, for tests of pure functions.
 *
 * @module
 */
import { Session, sigmoidCurve } from '../wasm/module.js';

/** @import { Session as SessionType } from '../../www/pkg/backstep.js' */
/** @import { ExampleName } from '../../www/src/protocol/edit.js' */
/** @import { Position } from '../../www/src/protocol/position.js' */
/** @import { Conventions } from '../../www/src/protocol/state.js' */
/** @import { View } from '../../www/src/protocol/view.js' */

export const ORIGIN = Object.freeze({ epoch: 0, miniBatch: 0, sample: 0, step: 0 });

/**
 * Returns the view that the worker would answer.
 *
 * @param {SessionType} session
 * @param {Position} position
 * @returns {View}
 */
export function viewAt(session, position) {
  const earlier = session.neighbour(position, 'step', -1);
  const after = session.stateAt(position);
  return {
    after,
    before: earlier ? session.stateAt(earlier) : after,
    timeline: session.timeline(),
    journal: session.journal(),
    curve: sigmoidCurve(6, 49),
    canUndo: session.canUndo,
    canRedo: session.canRedo,
    data: session.dataAt(position),
    singleSample: false,
  };
}

/**
 * Returns every view of the first mini-batch of an example, in order, and the first of the next.
 *
 * @param {ExampleName} example
 * @param {number[]} [sizes]
 * @param {Conventions} [conventions]
 */
export function* miniBatch(example, sizes, conventions) {
  const session = Session.open(example);
  if (conventions) session.edit(ORIGIN, { kind: 'conventions', ...conventions }, false);
  if (sizes) {
    const old = session.stateAt(ORIGIN).sizes.length;
    const keptLayers = sizes.map((_, l) => (l === 0 ? 0 : l === sizes.length - 1 ? old - 1 : -1));
    session.edit(ORIGIN, { kind: 'sizes', sizes, keptLayers }, false);
  }
  for (const view of walk(session)) {
    yield view;
    if (view.after.index > 0) return;
  }
}

/**
 * The views of a session from its beginning on, step by step, without end.
 *
 * @param {SessionType} session
 */
export function* walk(session) {
  /** @type {Position} */
  let position = ORIGIN;
  for (;;) {
    yield viewAt(session, position);
    position = session.neighbour(position, 'step', 1) ?? position;
  }
}
