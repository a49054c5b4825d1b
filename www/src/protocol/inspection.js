/**
 * Answers to questions about one mini-batch: types only. `questions.js` has the questions.
 *
 * @module
 */

/** @import { State } from './state.js' */

/**
 * One parameter nudged by ±h. Where rounding loses h in value ± h, or a cost or slope is too large for a
 * number, there is no secant and no difference.
 *
 * @typedef {object} GradientCheck
 * @property {number} value
 * @property {Float64Array} costs  at value − h, value and value + h
 * @property {number} [secant]  its slope
 * @property {number} slope  the one backpropagation gives
 * @property {number} [difference]  of the two slopes, relative
 * @property {'rounding' | 'overflow'} [noDifference]  why there is none
 */

/**
 * ‖∂C/∂w^l‖ and mean ‖delta^l‖ of mini-batch `index`, counted from the start of the session; entry 0 = layer
 * 2.
 *
 * @typedef {{ index: number, nablaW: Float64Array, delta: Float64Array }} Norms
 */

/**
 * The contributions of the samples added to the sums so far to ∂C/∂w of one parameter.
 *
 * @typedef {object} Ledger
 * @property {Float64Array | undefined} a  the first factor; a bias has none
 * @property {Float64Array} delta  the second factor
 * @property {Float64Array} nabla  their product
 * @property {Float64Array} sum  up to this sample
 */

/**
 * The cost of a mini-batch after its update, for each of `etas`; absent where the update could not be made.
 *
 * @typedef {{ etas: Float64Array, costs: (number | undefined)[] }} Curve
 */

/**
 * The first position, and the mean cost of the first mini-batch after its update, with biases trained and
 * not.
 *
 * @typedef {{ start: State, trained: number | undefined, frozen: number | undefined }} First
 */

export {};
