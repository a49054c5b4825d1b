/**
 * The questions about the mini-batch of a position, and how a session answers each. The worker asks them; the
 * page has only their types.
 *
 * @module
 */
import { etasOf } from './eta.js';

/** @import { Session } from '../../pkg/backstep.js' */
/** @import { First } from './inspection.js' */
/** @import { Position } from './position.js' */
/** @import { State } from './state.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };
/** The conventions of the book. */
const BOOK = { trainBiases: true, halveCost: true, averageGradients: true };

/**
 * Returns how a session begins, and what its first update does.
 *
 * @param {Session} session
 * @returns {First}
 */
const firstOf = (session) => ({
  start: session.stateAt(ORIGIN),
  trained: session.costAfter(ORIGIN, BOOK),
  frozen: session.costAfter(ORIGIN, { ...BOOK, trainBiases: false }),
});

/**
 * Returns each sample of a mini-batch at its last step, then the update, or the step before it if the update
 * cannot be made.
 *
 * @param {Session} session
 * @param {Position} position
 * @returns {State[]}
 */
function sheetOf(session, { epoch, miniBatch }) {
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

/** @typedef {(session: Session, position: Position, ...args: any[]) => unknown} Question */

/**
 * How a session answers each question. `parameter` is the number of a weight or bias in the flat list, `h` by
 * how much parameters are nudged.
 */
const QUESTIONS = /** @satisfies {Record<string, Question>} */ ({
  /** The cost after the update over eta, with `points` values of eta to a power of ten. */
  curve: (session, position, /** @type {number} */ points) => {
    const etas = etasOf(points);
    return { etas, costs: session.etaCurve(position, etas) };
  },
  norms: (session, position) => session.norms(position),
  gradientCheck: (session, position, /** @type {number} */ parameter, /** @type {number} */ h) => ({
    parameter,
    ...session.gradientCheck(position, parameter, h),
  }),
  /** The gradient checks of all parameters: their relative differences, NaN where there is none. */
  differences: (session, position, /** @type {number} */ h) => session.gradientCheckAll(position, h),
  ledger: (session, position, /** @type {number} */ parameter) => session.ledger(position, parameter),
  first: firstOf,
  sheet: sheetOf,
});

/**
 * The arguments of a question.
 *
 * @template Q
 * @typedef {Q extends (session: any, position: any, ...args: infer Args) => unknown ? Args : never}
 *   ArgumentsOf
 */

/**
 * Questions that are asked: the arguments of each, by name.
 *
 * @typedef {{ [Name in keyof typeof QUESTIONS]?: ArgumentsOf<typeof QUESTIONS[Name]> }} Questions
 */

/**
 * The answers to the questions that were asked, by name.
 *
 * @typedef {{ [Name in keyof typeof QUESTIONS]?: ReturnType<typeof QUESTIONS[Name]> }} Inspection
 */

/**
 * Answers questions about the mini-batch of a position.
 *
 * @param {Session} session
 * @param {Position} position
 * @param {Questions} questions
 * @returns {Inspection}
 */
export function inspect(session, position, questions) {
  const asked = Object.entries(questions).filter(([, args]) => args !== undefined);
  const answers = asked.map(([name, args]) => {
    /** @type {Question} */
    const question = QUESTIONS[/** @type {keyof typeof QUESTIONS} */ (name)];
    return [name, question(session, position, ...args)];
  });
  return Object.fromEntries(answers);
}
