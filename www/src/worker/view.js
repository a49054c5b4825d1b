/**
 * Makes the view of a session at a position.
 *
 * @module
 */
import { sigmoidCurve } from './cores.js';

/** @import { Session } from '../../pkg/backstep.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { View } from '../protocol/view.js' */

/** The range of the curve of σ, −6 to 6, and its number of points. */
const REACH = 6;
const CURVE_POINTS = 49;

/**
 * Returns the states at a position and a step before it, and what else the page draws there.
 *
 * @param {Session} session
 * @param {Position} position
 * @returns {Omit<View, 'singleSample'>}
 */
export function viewOf(session, position) {
  const after = session.stateAt(position);
  const earlier = session.neighbour(position, 'step', -1);
  const before = earlier ? session.stateAt(earlier) : after;
  const same =
    before.sizes.length === after.sizes.length && before.sizes.every((n, l) => n === after.sizes[l]);
  return {
    after,
    // Across a change of sizes there is nothing to draw in between.
    before: same ? before : after,
    timeline: session.timeline(),
    journal: session.journal(),
    curve: sigmoidCurve(REACH, CURVE_POINTS),
    canUndo: session.canUndo,
    canRedo: session.canRedo,
    data: session.dataAt(position),
  };
}
