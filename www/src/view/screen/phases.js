/**
 * The steps of a mini-batch in their five phases.
 *
 * @module
 */

/** @import { Position, Step } from '../../protocol/position.js' */
/** @import { State } from '../../protocol/state.js' */

/** @typedef {'forward' | 'cost' | 'backward' | 'sum' | 'update'} PhaseName */

/**
 * A step with its position, and whether it has been carried out.
 * @typedef {{ step: Step, at: Position, state: 'done' | 'now' | 'coming' }} Cell
 */

/** @typedef {{ name: PhaseName, cells: Cell[] }} Phase */

/** The phase of each kind of step. @type {Record<Step['kind'], PhaseName>} */
export const PHASE_OF = {
  load: 'forward',
  z: 'forward',
  a: 'forward',
  cost: 'cost',
  delta: 'backward',
  nabla: 'backward',
  sum: 'sum',
  mean: 'update',
  scale: 'update',
  update: 'update',
  evaluate: 'update',
  shuffle: 'update',
};

/** @type {PhaseName[]} */
const PHASES = ['forward', 'cost', 'backward', 'sum', 'update'];

/**
 * Returns the steps of a mini-batch by phase, those of the sample that is stepped through.
 *
 * @param {State} now
 * @returns {Phase[]}
 */
export function phasesOf({ position, m, sampleSteps, tailSteps }) {
  const inTail = position.sample === m;
  // At the end of the mini-batch the steps of its last sample can be gone back to.
  const sample = inTail ? m - 1 : position.sample;
  const here = inTail ? sampleSteps.length + position.step : position.step;
  const steps = [
    ...sampleSteps.map((step, at) => ({ step, at: { ...position, sample, step: at } })),
    ...tailSteps.map((step, at) => ({ step, at: { ...position, sample: m, step: at } })),
  ];
  const cells = steps.map(({ step, at }, number) => ({
    step,
    at,
    state: /** @type {Cell['state']} */ (number < here ? 'done' : number === here ? 'now' : 'coming'),
  }));
  return PHASES.map((name) => ({ name, cells: cells.filter(({ step }) => PHASE_OF[step.kind] === name) }));
}
