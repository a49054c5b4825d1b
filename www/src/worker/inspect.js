/**
 * Questions about a mini-batch, put to the core together.
 *
 * @module
 */

import { etasOf } from '../protocol/eta.js';

/** @import { GradientCheck, Inspection, Ledger, Norms } from '../protocol/inspection.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Conventions, State } from '../protocol/state.js' */

/**
 * What is asked of the session.
 * @typedef {object} Asked
 * @property {(position: Position) => State} stateAt
 * @property {(position: Position, etas: Float64Array) => (number | undefined)[]} etaCurve
 * @property {(position: Position, conventions: Conventions) => number | undefined} costAfter
 * @property {(position: Position) => Norms} norms
 * @property {(position: Position, index: number, h: number) => GradientCheck} gradientCheck
 * @property {(position: Position, index: number) => Ledger} ledger
 * @property {(position: Position, h: number) => Float64Array} gradientCheckAll
 */

/**
 * Every sample of a mini-batch at its last step, then the update, or the change where the update cannot be made.
 *
 * @param {Asked} session
 * @param {Position} position
 */
function everything(session, { epoch, miniBatch }) {
  const { m, sampleSteps } = session.stateAt({ epoch, miniBatch, sample: 0, step: 0 });
  const last = sampleSteps.length - 1;
  const states = Array.from({ length: m }, (_, sample) =>
    session.stateAt({ epoch, miniBatch, sample, step: last }),
  );
  try {
    return [...states, session.stateAt({ epoch, miniBatch, sample: m, step: 2 })];
  } catch {
    return [...states, session.stateAt({ epoch, miniBatch, sample: m, step: 1 })];
  }
}

/** @typedef {Extract<Request, { kind: 'inspect' }>} Question */

/** The first position of a session. */
const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
/** The conventions of the book. */
const BOOK = { trainBiases: true, halveCost: true, averageGradients: true };

/**
 * Returns the cost of the mini-batch after its update over eta.
 *
 * @param {Asked} session
 * @param {Position} position
 * @param {number} points  to a power of ten
 */
function curveOf(session, position, points) {
  const etas = etasOf(points);
  return { etas, costs: session.etaCurve(position, etas) };
}

/**
 * @param {Asked} session
 * @param {Question} question
 * @returns {Inspection}
 */
export function inspect(session, question) {
  const { position, points, parameter, h, all, norms, first, sheet } = question;
  return {
    position,
    curve: points > 0 ? curveOf(session, position, points) : undefined,
    norms: norms ? session.norms(position) : undefined,
    parameter,
    gradientCheck: parameter === undefined ? undefined : session.gradientCheck(position, parameter, h),
    ledger: parameter === undefined ? undefined : session.ledger(position, parameter),
    first: first
      ? {
          start: session.stateAt(ORIGIN),
          trained: session.costAfter(ORIGIN, BOOK),
          frozen: session.costAfter(ORIGIN, { ...BOOK, trainBiases: false }),
        }
      : undefined,
    sheet: sheet ? everything(session, position) : undefined,
    differences: all ? session.gradientCheckAll(position, h) : undefined,
  };
}
