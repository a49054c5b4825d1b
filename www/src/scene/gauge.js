/**
 * Where an output meets its target: the scale from 0 to 1, the miss on it, and the cost as an area.
 *
 * The leg is a − y. The half square on it has the area ½(a − y)², in the units of the scale: it is the cost
 * of this output, and without the half the whole square is.
 *
 * @module
 */
import { ramp } from './ramp.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Lighting } from './lighting.js' */
/** @import { Gauge, Layout } from './layout.js' */
/** @import { Point } from './turned-boxes.js' */
/** @import { Timing } from './timing.js' */

/**
 * A sample of the mini-batch: what the network answered, and what it answers with the new weights.
 * @typedef {{ target: number, before: number | undefined, after: number | undefined }} SamplePoint
 */

/**
 * One output's scale. `leg` is 0 to 1, how far it has grown from the answer to the target; `area` is the
 * strength of the area; `dot` is where the answer is on its way from the neuron to the scale.
 * @typedef {object} OutputGauge
 * @property {Gauge} at
 * @property {number | undefined} target
 * @property {number | undefined} answer
 * @property {number | undefined} miss   ∂C/∂a, whose sign colours the leg
 * @property {number} dot
 * @property {number} leg
 * @property {number} area
 * @property {boolean} whole   whether the whole square is the cost
 * @property {SamplePoint[]} samples
 */

/**
 * @typedef {object} GaugePicture
 * @property {'target' | 'cost' | 'miss' | 'samples'} shows
 * @property {number} lit
 * @property {OutputGauge[]} outputs
 * @property {{ value: number, strength: number } | undefined} cost
 * @property {{ old: number | undefined, now: number | undefined } | undefined} mean  cost of the mini-batch
 */

/** From this share of a step on its result is there. */
const WRITTEN = 0.76;
/** So many samples are drawn one beside the other. */
export const MOST_SAMPLES = 12;

/**
 * Returns the gauges at a moment of a step.
 *
 * @param {View} view
 * @param {number} t
 * @param {Layout} layout
 * @param {Lighting} lighting
 * @param {Timing} timing
 * @returns {GaugePicture}
 */
export function gaugesAt({ before, after }, t, { gauges }, lighting, timing) {
  const L = after.sizes.length;
  const isCost = after.step.kind === 'cost' && before !== after;
  const own = isCost && timing.beat === undefined ? t : 1;
  const known = after.cost !== undefined;
  const samples = lighting.gauge === 'samples';
  const { answered } = after;
  const isUpdate = after.step.kind === 'update';
  const rows = after.rows.slice(0, MOST_SAMPLES);
  return {
    shows: lighting.gauge,
    lit: lighting.gaugeLit ? 1 : 0,
    outputs: gauges.map((at) => {
      const j = at.neuron;
      const answer = after.a[L - 1]?.[j];
      const target = after.y?.[j];
      return {
        at,
        target: samples ? undefined : target,
        answer: known && !samples ? answer : undefined,
        miss: answer !== undefined && target !== undefined && known ? Math.sign(answer - target) : undefined,
        dot: ramp(own, 0.1, 0.45),
        leg: known ? ramp(own, 0.45, 0.7) : 0,
        area: known ? ramp(own, 0.7, 0.9) : 0,
        whole: !after.conventions.halveCost,
        samples: samples
          ? rows.map(({ y, output }, row) => ({
              target: Number(y[j]),
              before: output?.[j],
              after: isUpdate && t >= 0.6 ? answered?.outputs[row]?.[j] : undefined,
            }))
          : [],
      };
    }),
    cost:
      after.cost === undefined || samples
        ? undefined
        : { value: after.cost, strength: isCost ? ramp(timing.progress('cost'), 0.76, 0.92) : 1 },
    mean: samples
      ? {
          old: before.miniBatchCost === undefined && t < WRITTEN ? undefined : after.miniBatchCost,
          now: isUpdate && t >= 0.6 ? answered?.cost : undefined,
        }
      : undefined,
  };
}

/**
 * Returns the height of a value on a standing scale, kept on it.
 *
 * @param {Gauge} gauge
 * @param {number} value
 */
export const heightOf = ({ top, bottom }, value) => bottom + (top - bottom) * Math.min(1, Math.max(0, value));

/** Returns the place of a value on a lying scale, kept on it. @param {Gauge} gauge @param {number} value */
export const alongOf = ({ x, wide }, value) => x + wide * Math.min(1, Math.max(0, value));

/**
 * Returns the px to the right for a leg of 1: as many as it is high, fewer where there is no room. All areas
 * of a picture are narrowed by one factor, so that they stay in proportion to the costs.
 *
 * @param {Gauge[]} gauges
 */
export function widthOfOne(gauges) {
  const first = gauges[0];
  return first ? Math.min(first.bottom - first.top, first.wide) : 0;
}

/** Px from the scale to what stands right of it. */
export const BESIDE = 12;

/**
 * Returns where the target's label stands: outside the scale, so above a high target and below a low one.
 * With several outputs it is beside, where no other gauge is near.
 *
 * @param {Gauge} gauge
 * @param {number} target
 * @param {boolean} several
 * @returns {Point}
 */
export const targetLabel = (gauge, target, several) => {
  const y = heightOf(gauge, target);
  return { x: gauge.x + BESIDE + 1, y: several ? y + 4.5 : target < 0.5 ? y + 19 : y - 9 };
};
