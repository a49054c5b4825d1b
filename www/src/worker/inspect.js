/**
 * Questions about a mini-batch, put to the core together.
 *
 * @module
 */

import { etasOf } from '../protocol/eta.js';
import { parts } from './position.js';

/** @import { Position, Request, State } from '../protocol/messages.js' */

/**
 * One parameter nudged by ±h: the cost at value − h, value and value + h, the slope of the secant, the one
 * backpropagation gives, and their relative difference. Where h is lost in the rounding of value ± h, there is no secant.
 * @typedef {{ value: number, costs: Float64Array, secant?: number, slope: number, difference?: number }} GradientCheck
 */

/** ‖∂C/∂w^l‖ and mean ‖delta^l‖ of a mini-batch; index 0 = layer 2. @typedef {{ nablaW: Float64Array, delta: Float64Array }} Norms */

/**
 * What one parameter got from each sample added to the sums so far: the factors a (none for a bias) and delta, their
 * product, and the sum up to there.
 * @typedef {{ a: Float64Array | undefined, delta: Float64Array, nabla: Float64Array, sum: Float64Array }} Ledger
 */

/**
 * The cost of a mini-batch after its update for each of `etas`; absent where the update could not be made.
 * @typedef {{ etas: Float64Array, costs: (number | undefined)[] }} Curve
 */

/**
 * How it begins, and the mean cost of the first mini-batch after its update, with biases trained and not.
 * @typedef {{ start: State, trained: number | undefined, frozen: number | undefined }} First
 */

/**
 * Answers to questions about the mini-batch of a position, as far as they were asked: what eta does, the size of its
 * gradients; of a parameter, the ledger and the nudge.
 * @typedef {object} Inspection
 * @property {Position} position
 * @property {Curve | undefined} [curve]
 * @property {Norms | undefined} [norms]  of a mini-batch
 * @property {GradientCheck | undefined} [gradientCheck]
 * @property {Ledger | undefined} [ledger]
 * @property {number | undefined} [parameter]
 * @property {First | undefined} [first]
 * @property {State[] | undefined} [sheet]  every sample of the mini-batch at its last step, and the end of the mini-batch
 * @property {Float64Array | undefined} [differences]  of every parameter, if all were asked for; NaN where there is none
 */

/**
 * What is asked of the session.
 * @typedef {object} Asked
 * @property {(epoch: number, miniBatch: number, sample: number, step: number) => State} stateAt
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, etas: Float64Array) => (number | undefined)[]} etaCurve
 * @property {(epoch: number, miniBatch: number, trainBiases: boolean, halveCost: boolean, averageGradients: boolean) => number | undefined} costAfter
 * @property {(epoch: number, miniBatch: number, sample: number, step: number) => Norms} norms
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, index: number, h: number) => GradientCheck} gradientCheck
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, index: number) => Ledger} ledger
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, h: number) => Float64Array} gradientCheckAll
 */

/**
 * Every sample of a mini-batch at its last step, then the update, or the change where the update cannot be made.
 *
 * @param {Asked} session
 * @param {Position} position
 */
function everything(session, { epoch, miniBatch }) {
  const { m, sampleSteps } = session.stateAt(epoch, miniBatch, 0, 0);
  const last = sampleSteps.length - 1;
  const states = Array.from({ length: m }, (_, row) => session.stateAt(epoch, miniBatch, row, last));
  try {
    return [...states, session.stateAt(epoch, miniBatch, m, 2)];
  } catch {
    return [...states, session.stateAt(epoch, miniBatch, m, 1)];
  }
}

/** @typedef {Extract<Request, { kind: 'inspect' }>} Question */

/** Whether nothing is asked but what eta does, which the small core knows too. @param {Question} question */
export const asksEtaOnly = ({ parameter, all, norms, first, sheet }) =>
  parameter === undefined && !all && !norms && !first && !sheet;

/**
 * What eta does, and nothing else.
 *
 * @param {Pick<Asked, 'etaCurve'>} session
 * @param {Question} question
 * @returns {Inspection}
 */
export function inspectEta(session, { position, points }) {
  if (points === 0) return { position };
  const etas = etasOf(points);
  return { position, curve: { etas, costs: session.etaCurve(...parts(position), etas) } };
}

/**
 * @param {Asked} session
 * @param {Question} question
 * @returns {Inspection}
 */
export function inspect(session, question) {
  const { position, parameter, h, all, norms, first, sheet } = question;
  const at = parts(position);
  return {
    ...inspectEta(session, question),
    norms: norms ? session.norms(...at) : undefined,
    parameter,
    gradientCheck: parameter === undefined ? undefined : session.gradientCheck(...at, parameter, h),
    ledger: parameter === undefined ? undefined : session.ledger(...at, parameter),
    first: first
      ? {
          start: session.stateAt(0, 0, 0, 0),
          trained: session.costAfter(0, 0, true, true, true),
          frozen: session.costAfter(0, 0, false, true, true),
        }
      : undefined,
    sheet: sheet ? everything(session, position) : undefined,
    differences: all ? session.gradientCheckAll(...at, h) : undefined,
  };
}
