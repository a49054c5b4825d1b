/**
 * The costs in the timeline: of each mini-batch that was run, and of the samples of the present one; with
 * the flags of what was changed.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { percent } from './timeline-map.js';
import { changed, meanCost } from '../../words/en/stage-later.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Timeline } from '../../protocol/timeline.js' */
/** @import { TimelineMap } from './timeline-map.js' */

/** No more points are drawn. */
const MOST_POINTS = 4096;

/**
 * A flag wherever something was changed.
 *
 * @param {Timeline} run
 * @param {TimelineMap} map
 * @param {number} foot  its lower end
 */
const flags = (run, map, foot) =>
  run.edits.map(
    ({ index, kind }) => svg`<svg class="edit" x=${percent(map.middleOf(index))} y=${foot}
      overflow="visible"><title>${changed[kind]}</title><path
        d="M0 0v-12h9l-2.5 3l2.5 3h-9" /></svg>`,
  );

/**
 * The cost of each mini-batch that was run, and the running mean of many.
 *
 * @param {Timeline} run
 * @param {TimelineMap} map
 * @param {(cost: number) => number} y
 * @param {number} present  index of the mini-batch shown
 */
export function ranCosts(run, map, y, present) {
  const { mean, running, span, completed } = run;
  const every = Math.max(1, Math.ceil(mean.length / MOST_POINTS));
  const at = Array.from({ length: Math.ceil(mean.length / every) }, (_, bucket) => bucket * every);
  /** @param {number} bucket */
  const x = (bucket) => map.middleOf(Math.min(completed - 1, (bucket + 0.5) * span - 0.5));
  /** @param {number} bucket @param {number} r */
  const dot = (bucket, r) =>
    svg`<circle class="batch" cx=${percent(x(bucket))} cy=${y(Number(mean[bucket])).toFixed(1)} r=${r} />`;
  /** @param {number} bucket */
  const point = (bucket) =>
    `${(1000 * x(bucket)).toFixed(1)},${y(Number(running[bucket] ?? mean[bucket])).toFixed(1)}`;
  const few = completed <= 12;
  // The present mini-batch has its mean cost as a line.
  const others = at.filter((bucket) => span > 1 || bucket !== present);
  return svg`
    ${flags(run, map, y(0))}
    ${few || at.length > 400 ? nothing : others.map((bucket) => dot(bucket, 1.4))}
    ${
      few
        ? others.map(
            (bucket) =>
              svg`<circle class="batch" cx=${percent(x(bucket))} cy=${y(Number(mean[bucket])).toFixed(1)}
                r="2.5" />`,
          )
        : svg`<svg class="stretched" x="0" y="0" width="100%" height="54" viewBox="0 0 1000 54"
          preserveAspectRatio="none">
          <polyline class="mean"
            points=${at.map(point).join(' ')} />
        </svg>`
    }`;
}

/**
 * The costs of the present mini-batch: of its samples, and their mean.
 *
 * @param {State} now
 * @param {TimelineMap} map
 * @param {(cost: number) => number} y
 * @param {number} end  of the axis
 * @param {(value: number) => string} short
 */
export function presentCosts(now, map, y, end, short) {
  const { rows, miniBatchCost, m } = now;
  const cells = map.steps.filter(({ step }) => step.kind === 'cost');
  const mean = miniBatchCost;
  return svg`
    ${rows.map(({ cost }, row) => {
      const cell = cells[row];
      if (cost === undefined || !cell || m > 60) return nothing;
      const x = percent((cell.from + cell.to) / 2);
      return cost > end
        ? svg`<svg class="beyond" x=${x} y=${y(end)} overflow="visible"><path d="M-4 3.5h8l-4 -7z" /></svg>`
        : svg`<circle class="sample" cx=${x} cy=${y(cost).toFixed(1)} r="3.5" />`;
    })}
    ${
      mean === undefined
        ? nothing
        : svg`<line class="mean" x1=${percent(map.present.from)} x2=${percent(map.present.to)} y1=${y(mean)}
          y2=${y(mean)} />
          <text class="tick b" x=${percent(map.present.to + 0.012)}
            y=${Math.max(12, Math.min(y(0) - 2, y(mean) + 4))}>${meanCost(short(mean))}</text>`
    }`;
}
