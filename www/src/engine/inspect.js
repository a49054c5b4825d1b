/**
 * Questions about a mini-batch, put to the core together.
 *
 * @module
 */

/** @import { Inspection, Ledger, Norms, Position, Request, State, Wiggle } from './protocol.js' */

/**
 * What is asked of the session.
 * @typedef {object} Asked
 * @property {(epoch: number, miniBatch: number, sample: number, step: number) => State} stateAt
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, etas: Float64Array) => (number | undefined)[]} etaCurve
 * @property {(epoch: number, miniBatch: number, trainBiases: boolean, half: boolean, mean: boolean) => number | undefined} costAfter
 * @property {(epoch: number, miniBatch: number, sample: number, step: number) => Norms} norms
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, index: number, h: number) => Wiggle} wiggle
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, index: number) => Ledger} ledger
 * @property {(epoch: number, miniBatch: number, sample: number, step: number, h: number) => Float64Array} wiggleAll
 */

/** Powers of ten between which eta is tried, as on the slider; so many points to each. */
const ETA_FROM = -3;
const ETA_TO = 2;
const POINTS = 16;

/** The etas of the curve: equal distances on a logarithmic axis. */
const ETAS = Float64Array.from(
  { length: (ETA_TO - ETA_FROM) * POINTS + 1 },
  (_, at) => 10 ** (ETA_FROM + at / POINTS),
);

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

/**
 * @param {Asked} session
 * @param {Extract<Request, { kind: 'inspect' }>} question
 * @returns {Inspection}
 */
export function inspect(session, { position, parameter, h, all, first, sheet }) {
  const at = /** @type {const} */ ([position.epoch, position.miniBatch, position.sample, position.step]);
  return {
    position,
    etas: ETAS,
    costs: session.etaCurve(...at, ETAS),
    norms: session.norms(...at),
    parameter,
    wiggle: parameter === undefined ? undefined : session.wiggle(...at, parameter, h),
    ledger: parameter === undefined ? undefined : session.ledger(...at, parameter),
    first: first
      ? {
          trained: session.costAfter(0, 0, true, true, true),
          frozen: session.costAfter(0, 0, false, true, true),
        }
      : undefined,
    sheet: sheet ? everything(session, position) : undefined,
    differences: all ? session.wiggleAll(...at, h) : undefined,
  };
}
