/**
 * What the conventions in force are called wherever a formula or a label shows them.
 *
 * @module
 */

/** @import { Conventions, State } from '../protocol/messages.js' */

/** The book's. @type {Conventions} */
export const BOOK = Object.freeze({ trainBiases: true, half: true, mean: true });

/** Whether they are the book's. @param {Conventions} conventions */
export const isBook = ({ trainBiases, half, mean }) => trainBiases && half && mean;

/** What Σ∇ is divided by. @param {Pick<State, 'conventions' | 'm'>} state */
export const divisor = ({ conventions, m }) => (conventions.mean ? m : 1);

/** `÷ m`, as it is written. @param {Conventions} conventions */
export const divided = ({ mean }) => (mean ? '÷ m' : '÷ 1');

/** What an update subtracts. @param {Conventions} conventions */
export const subtracted = ({ mean }) => (mean ? 'η · Σ ÷ m' : 'η · Σ');

/** ∂C/∂a at the output. @param {Conventions} conventions */
export const difference = ({ half }) => (half ? 'a − y' : '2 (a − y)');

/** Those that are not the book's, in words. @param {Conventions} conventions @returns {string[]} */
export const departures = ({ trainBiases, half, mean }) => [
  ...(trainBiases ? [] : ['biases are not trained']),
  ...(half ? [] : ['C is not halved']),
  ...(mean ? [] : ['Σ is not divided by m']),
];
