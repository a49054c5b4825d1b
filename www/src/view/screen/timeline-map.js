/**
 * Where moments are on the timeline: the present mini-batch is unfolded into its steps, what lies before and
 * after it is drawn by mini-batches. Everything is a share of the width, 0 to 1.
 *
 * @module
 */
import { PHASE_OF } from './phases.js';

/** @import { Position, Step } from '../../protocol/position.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Timeline } from '../../protocol/timeline.js' */
/** @import { PhaseName } from './phases.js' */

/**
 * A step of the present mini-batch.
 * @typedef {{ from: number, to: number, phase: PhaseName, at: Position, done: boolean, step: Step }} StepCell
 */

/**
 * A mini-batch before or after the present one.
 * @typedef {{ from: number, to: number, index: number, run: boolean, epoch: number | undefined }} BatchCell
 */

/**
 * @typedef {object} TimelineMap
 * @property {{ from: number, to: number }} present
 * @property {StepCell[]} steps
 * @property {{ from: number, to: number, sample: number }[]} samples  of the present mini-batch, for their
 *   names
 * @property {{ from: number, to: number } | undefined} tail
 * @property {BatchCell[]} batches   single mini-batches around it
 * @property {{ from: number, to: number } | undefined} past  where so many lie before it that they are one
 *   bar
 * @property {number} cursor
 * @property {(index: number) => number} middleOf  where a mini-batch is
 */

/** @param {number} share */
export const percent = (share) => `${(100 * share).toFixed(3)}%`;

/** The share of the present mini-batch, of a bar of all before it, and of a single other mini-batch. */
const PRESENT = 0.47;
const PAST = 0.31;
const SINGLE = 0.06;
/** Between two mini-batches, two samples and two steps. */
const GAP = 0.004;
const STEP_GAP = 0.0012;
/** More steps than these are one cell a phase. */
const MOST_STEPS = 160;

/**
 * Returns the map.
 *
 * @param {State} now
 * @param {Timeline} run
 * @returns {TimelineMap}
 */
export function timelineMap(now, run) {
  const { index } = now;
  const single = index <= 3;
  const pastWidth = index === 0 ? 0 : single ? index * SINGLE : PAST;
  const present = { from: pastWidth, to: pastWidth + PRESENT - GAP };
  const rest = 1 - pastWidth - PRESENT;
  const after = Math.max(0, run.completed - index - 1);
  const slots = Math.max(1, Math.floor(rest / SINGLE));
  const shown = after <= slots ? slots : after;
  const each = rest / shown;
  /** @param {number} other */
  const startOf = (other) => {
    if (other < index) return (other / Math.max(1, index)) * pastWidth;
    return pastWidth + PRESENT + (other - index - 1) * each;
  };
  /** @param {number} other */
  const middleOf = (other) =>
    other === index
      ? (present.from + present.to) / 2
      : startOf(other) + (other < index ? pastWidth / Math.max(1, index) : each) / 2;
  const singles = after <= slots ? slots : 0;
  const epochAt = (/** @type {number} */ other) => {
    const ahead = other - index + now.position.miniBatch;
    return ahead > 0 && ahead % now.miniBatchCount === 0
      ? now.position.epoch + ahead / now.miniBatchCount
      : undefined;
  };
  const batches = [
    ...(single ? Array.from({ length: index }, (_, at) => at) : []),
    ...Array.from({ length: singles }, (_, at) => index + 1 + at),
  ].map((other) => ({
    from: startOf(other),
    to: startOf(other) + (other < index ? SINGLE : each) - GAP,
    index: other,
    run: other < run.completed,
    epoch: other > index ? epochAt(other) : undefined,
  }));
  if (singles === 0)
    batches.push({ from: pastWidth + PRESENT, to: 1, index: index + 1, run: true, epoch: undefined });
  const { steps, samples, tail } = stepsOf(now, present);
  const cursor = steps.filter(({ done }) => done).at(-1);
  return {
    present,
    steps,
    samples,
    tail,
    batches,
    past: single || index === 0 ? undefined : { from: 0, to: pastWidth - GAP },
    cursor: cursor ? (cursor.from + cursor.to) / 2 : present.from,
    middleOf,
  };
}

/** @param {State} now @param {{ from: number, to: number }} present */
function stepsOf({ position, m, sampleSteps, tailSteps }, present) {
  const width = present.to - present.from;
  const all = m * sampleSteps.length + tailSteps.length;
  // The steps that end the mini-batch are a little wider: there are few, and they are what is looked for.
  const tailWidth = Math.min(0.2 * width, Math.max(0.11 * width, (tailSteps.length / all) * width));
  const perSample = (width - tailWidth) / m;
  const here = position.sample * sampleSteps.length + position.step;
  /** @type {StepCell[]} */
  const steps = [];
  const samples = Array.from({ length: m <= 64 ? m : 0 }, (_, sample) => ({
    from: present.from + sample * perSample,
    to: present.from + (sample + 1) * perSample,
    sample,
  }));
  const drawn = all <= MOST_STEPS ? m : 0;
  for (let sample = 0; sample < drawn; sample += 1) {
    const each = (perSample - GAP / 2) / sampleSteps.length;
    sampleSteps.forEach((step, at) => {
      const from = present.from + sample * perSample + at * each;
      steps.push({
        from,
        to: from + each - Math.min(STEP_GAP, each * 0.2),
        phase: PHASE_OF[step.kind],
        at: { ...position, sample, step: at },
        done: sample * sampleSteps.length + at <= here,
        step,
      });
    });
  }
  if (drawn === 0) {
    // Of many samples one cell stands for some of them.
    const count = Math.min(m, 60);
    for (let cell = 0; cell < count; cell += 1) {
      const sample = Math.floor((cell / count) * m);
      const from = present.from + (cell / count) * (width - tailWidth);
      steps.push({
        from,
        to: from + (width - tailWidth) / count - STEP_GAP,
        phase: 'forward',
        at: { ...position, sample, step: 0 },
        done: sample <= position.sample,
        step: { kind: 'load' },
      });
    }
  }
  const tailFrom = present.to - tailWidth + GAP / 2;
  const each = (tailWidth - GAP / 2) / tailSteps.length;
  tailSteps.forEach((step, at) => {
    const from = tailFrom + at * each;
    steps.push({
      from,
      to: from + each - STEP_GAP,
      phase: PHASE_OF[step.kind],
      at: { ...position, sample: m, step: at },
      done: m * sampleSteps.length + at <= here,
      step,
    });
  });
  return { steps, samples, tail: { from: tailFrom, to: present.to } };
}
