/**
 * Labels for what the conventions change: the divisor of Σ∇, ∂C/∂a at the output, the step of an update.
 *
 * @module
 */

/** @import { Conventions, State } from '../protocol/state.js' */

/** The conventions of the book. @type {Conventions} */
export const BOOK = Object.freeze({ trainBiases: true, halveCost: true, averageGradients: true });

/**
 * Returns whether these are the conventions of the book.
 * @param {Conventions} conventions
 */
export const isBook = ({ trainBiases, halveCost, averageGradients }) =>
  trainBiases && halveCost && averageGradients;

/**
 * Returns what Σ∇ is divided by: m or 1.
 * @param {Pick<State, 'conventions' | 'm'>} state
 */
export const divisor = ({ conventions, m }) => (conventions.averageGradients ? m : 1);

/**
 * Returns `÷ m`, or `÷ 1` if gradients are not averaged.
 * @param {Conventions} conventions
 */
export const divisorLabel = ({ averageGradients }) => (averageGradients ? '÷ m' : '÷ 1');

/**
 * Returns the formula of the step of a weight or bias, which an update adds.
 * @param {Conventions} conventions
 */
export const stepLabel = ({ averageGradients }) => (averageGradients ? 'step, −η · Σ ÷ m' : 'step, −η · Σ');

/**
 * Returns the formula of ∂C/∂a at the output.
 * @param {Conventions} conventions
 */
export const costDerivativeLabel = ({ halveCost }) => (halveCost ? 'a − y' : '2 (a − y)');
