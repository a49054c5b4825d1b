/**
 * Comparing positions, lists of numbers and journals by value.
 *
 * @module
 */

/** @import { Position } from '../protocol/position.js' */

/**
 * Whether two positions are the same.
 *
 * @param {Position} one
 * @param {Position} other
 */
export const samePosition = (one, other) =>
  one.epoch === other.epoch &&
  one.miniBatch === other.miniBatch &&
  one.sample === other.sample &&
  one.step === other.step;

/**
 * Whether a position is the start of the session.
 *
 * @param {Position | undefined} position
 */
export const isOrigin = (position) =>
  position !== undefined && position.epoch + position.miniBatch + position.sample + position.step === 0;

/**
 * Whether two lists have the same numbers.
 *
 * @param {Float64Array | undefined} one
 * @param {Float64Array | undefined} other
 */
export const sameList = (one, other) =>
  one === other ||
  (one !== undefined && one.length === other?.length && one.every((value, at) => value === other[at]));

/** Index in a journal from which it describes the session and its changes; before it, how far it was run. */
const CHANGES = 2;

/**
 * Whether two journals are of the same session with the same changes, however far each was run.
 *
 * @param {Float64Array | undefined} one
 * @param {Float64Array | undefined} other
 */
export const sameRun = (one, other) => sameList(one?.subarray(CHANGES), other?.subarray(CHANGES));
