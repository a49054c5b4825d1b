/**
 * What the conventions in force are called wherever a formula or a label shows them.
 *
 * @module
 */

/** @import { Conventions, State } from '../protocol/messages.js' */

/** The book's. @type {Conventions} */
export const BOOK = Object.freeze({ trainBiases: true, halveCost: true, averageGradients: true });

/** Whether they are the book's. @param {Conventions} conventions */
export const isBook = ({ trainBiases, halveCost, averageGradients }) =>
  trainBiases && halveCost && averageGradients;

/** What Σ∇ is divided by. @param {Pick<State, 'conventions' | 'm'>} state */
export const divisor = ({ conventions, m }) => (conventions.averageGradients ? m : 1);

/** `÷ m`, as it is written. @param {Conventions} conventions */
export const divided = ({ averageGradients }) => (averageGradients ? '÷ m' : '÷ 1');

/** What an update subtracts. @param {Conventions} conventions */
export const subtracted = ({ averageGradients }) => (averageGradients ? 'η · Σ ÷ m' : 'η · Σ');

/** ∂C/∂a at the output. @param {Conventions} conventions */
export const difference = ({ halveCost }) => (halveCost ? 'a − y' : '2 (a − y)');

/** Those that are not the book's, in words. @param {Conventions} conventions @returns {string[]} */
export const departures = ({ trainBiases, halveCost, averageGradients }) => [
  ...(trainBiases ? [] : ['biases are not trained']),
  ...(halveCost ? [] : ['C is not halved']),
  ...(averageGradients ? [] : ['Σ is not divided by m']),
];
