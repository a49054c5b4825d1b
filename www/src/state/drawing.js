/**
 * What has been drawn, and what the network makes of it.
 *
 * @module
 */

/** @import { Digit } from '../worker/survey.js' */

/**
 * Points of a stroke one after the other, x then y, each 0 to 1. `asked`: an answer is on its way; `stale`: more was drawn
 * since.
 * @typedef {{ strokes: readonly (readonly number[])[], asked: boolean, stale: boolean, digit: Digit | undefined }} Drawing
 */

/** @type {Drawing} */
export const BLANK = Object.freeze({ strokes: [], asked: false, stale: false, digit: undefined });
