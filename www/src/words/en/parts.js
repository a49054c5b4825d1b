/**
 * What Next will do in detail: the part of the step that comes, and the symbol it is about.
 *
 * @module
 */
import { say } from '../pieces.js';

/** @import { Letter, Piece } from '../pieces.js' */

/** @typedef {(given: { symbol: Letter }) => Piece[]} Coming */

/** @type {Coming} */
export const product = ({ symbol }) => say`product with ${symbol}`;
/** @type {Coming} */
export const rest = () => say`the other products`;
/** @type {Coming} */
export const bias = ({ symbol }) => say`add the bias ${symbol}`;
/** @type {Coming} */
export const activation = ({ symbol }) => say`the sigmoid gives ${symbol}`;
/** @type {Coming} */
export const square = ({ symbol }) => say`the square of ${symbol}’s miss`;
/** @type {Coming} */
export const cost = ({ symbol }) => say`half the sum: ${symbol}`;
/** @type {Coming} */
export const miss = ({ symbol }) => say`the miss of ${symbol}`;
/** @type {Coming} */
export const slope = ({ symbol }) => say`the slope at ${symbol}`;
/** @type {Coming} */
export const delta = ({ symbol }) => say`multiply: ${symbol}`;

/** @type {Coming} */
export const nabla = ({ symbol }) => say`the gradient of ${symbol}`;
/** @type {Coming} */
export const sum = ({ symbol }) => say`add to the sum of ${symbol}`;
/** @type {Coming} */
export const mean = ({ symbol }) => say`the mean for ${symbol}`;
/** @type {Coming} */
export const scale = ({ symbol }) => say`the step of ${symbol}`;
/** @type {Coming} */
export const update = ({ symbol }) => say`the new ${symbol}`;
