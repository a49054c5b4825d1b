/**
 * Questions about a mini-batch, put to the core together.
 *
 * @module
 */

import { etasOf } from '../protocol/eta.js';
import { parts } from './position.js';

/** @import { Position, Request, State } from '../protocol/messages.js' */

/** @typedef {import('../protocol/inspection.js').GradientCheck} GradientCheck */
/** @typedef {import('../protocol/inspection.js').Norms} Norms */
/** @typedef {import('../protocol/inspection.js').Ledger} Ledger */
/** @typedef {import('../protocol/inspection.js').Curve} Curve */
/** @typedef {import('../protocol/inspection.js').First} First */
/** @typedef {import('../protocol/inspection.js').Inspection} Inspection */

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
