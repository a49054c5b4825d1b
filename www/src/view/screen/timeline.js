/**
 * The timeline: a map of the steps below, the costs of samples and mini-batches above. Any place can be gone
 * to.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, givenNumber } from '../../notation/format.js';
import { settingsInForce } from '../../state/run.js';
import { timelineSlider, visitor } from '../parts/timeline-slider.js';
import { laterPart } from '../registry.js';
import { percent, timelineMap } from './timeline-map.js';
import * as words from '../../words/en/timeline.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Timeline } from '../../protocol/timeline.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { TimelineMap } from './timeline-map.js' */

/** Heights in px: of the costs from 0 up, of the steps, of the names. */
const TOP = 8;
const ZERO = 34;
const STEPS = 43;
const NAMES = 66;
/** The axis of the costs ends at one of these, times a power of ten. */
const ROUND = [1, 2.5, 3, 5, 10];
/**
 * The axis reaches this cost of an output at least: every sample of the first mini-batch of the first example
 * costs less. So it is the same before and after the first costs.
 */
const LEAST_AXIS = 0.3;

/**
 * Returns the end of the axis. It depends on the run, not on the mini-batch shown, so that the axis stands
 * still while one steps; a sample that costs more is drawn as a triangle at its end.
 *
 * @param {State} now
 * @param {Timeline} run
 */
function axisEnd({ sizes, conventions }, run) {
  const least = LEAST_AXIS * (sizes.at(-1) ?? 1) * (conventions.halveCost ? 1 : 2);
  const cost = run.high.reduce((most, high) => Math.max(most, high), least);
  const power = 10 ** Math.floor(Math.log10(cost));
  return Number(((ROUND.find((digit) => digit * power >= cost) ?? 10) * power).toPrecision(2));
}

/** @param {TimelineMap} map @param {State} now */
function names(map, now) {
  const { samples, tail, batches } = map;
  const few = samples.length > 0 && samples.length <= 5;
  return svg`
    ${samples.map(({ from, sample }, at) =>
      few || at === 0 || at === samples.length - 1
        ? svg`<text class="tick" x=${percent(from)}
          y=${NAMES}>${few || at === 0 ? words.sample(sample + 1) : sample + 1}</text>`
        : nothing,
    )}
    ${
      tail && samples.length > 0
        ? svg`<text class="tick" x=${percent(tail.from)} y=${NAMES}>${words.update}</text>`
        : nothing
    }
    ${
      map.past
        ? svg`<text class="tick" x="0" y=${NAMES}>${words.past(now.index.toLocaleString('en'))}</text>`
        : nothing
    }
    ${batches.map(({ from, index, epoch }, at) =>
      epoch !== undefined
        ? svg`<line class="epoch" x1=${percent(from - 0.002)} x2=${percent(from - 0.002)} y1="8" y2="54" />
          <text class="tick" x=${percent(from + 0.002)} y=${NAMES}>${words.epoch(epoch + 1)}</text>`
        : index === now.index + 1 && at >= 0
          ? svg`<text class="tick next-batch" x=${percent(from + 0.001)}
            y=${NAMES}>${words.miniBatch(now.position.miniBatch + 2)}</text>`
          : nothing,
    )}`;
}

/**
 * Draws the timeline.
 *
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function timeline(state, dispatch) {
  const { timeline: run } = settingsInForce(state);
  const now = state.view?.after;
  if (!run || !now) return html`<div class="timeline" data-part="timeline"></div>`;
  const { short } = formatOf(state.settings);
  const map = timelineMap(now, run);
  const end = axisEnd(now, run);
  /** @param {number} cost */
  const y = (cost) => ZERO + ((TOP - ZERO) * Math.min(cost, end)) / end;
  const visit = visitor(run, dispatch);
  /** @param {PointerEvent} event */
  const point = (event) => {
    if (event.buttons !== 1) return;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const { present } = map;
    if (share >= present.from && share <= present.to) {
      const cell = map.steps.findLast(({ from }) => from <= share) ?? map.steps[0];
      if (cell) dispatch({ type: 'show', position: cell.at });
    } else if (share < present.from) visit(Math.floor((share / present.from) * now.index));
    else {
      const cell = map.batches.find(({ from, to }) => share >= from && share <= to + 0.004);
      if (cell && cell.index < run.completed) visit(cell.index);
    }
  };
  const nothingRun = run.completed === 0 && now.rows.every(({ cost }) => cost === undefined);
  const drawing = html`<svg aria-hidden="true">
    ${svg`
          <line class="grid" x1="0" x2="100%" y1=${TOP} y2=${TOP} />
          <line class="base" x1="0" x2="100%" y1=${ZERO} y2=${ZERO} />
          ${
            map.past
              ? svg`<rect class="cell past" x=${percent(map.past.from)} y=${STEPS}
                width=${percent(map.past.to - map.past.from)} height="6" rx="1.5" />`
              : nothing
          }
          ${map.steps.map(
            ({ from, to, phase, done }) =>
              svg`<rect class="cell ${phase} ${done ? 'done' : ''}" x=${percent(from)} y=${STEPS}
                width=${percent(to - from)} height="6" rx="1.5" />`,
          )}
          ${map.batches.map(
            ({ from, to, run: isRun }) =>
              svg`<rect class="cell other ${isRun ? 'done' : ''}" x=${percent(from)} y=${STEPS}
                width=${percent(to - from)} height="6" rx="1.5" />`,
          )}
          ${names(map, now)}
          ${laterPart()?.ranCosts(run, map, y, now.index)}
          ${
            nothingRun
              ? svg`<text class="tick" x=${percent(map.present.to + 0.006)}
                y="25">${words.empty}</text>`
              : nothing
          }
          <line class="cursor" x1=${percent(map.cursor)} x2=${percent(map.cursor)} y1="0" y2="54" />
          <svg class="head" x=${percent(map.cursor)} y="0" width="12" height="12"
            overflow="visible"><path d="M-6 0h12v6l-6 6l-6-6z" /></svg>
          ${laterPart()?.presentCosts(now, map, y, end, short)}
        `}
  </svg>`;
  return html`<div class="timeline" data-part="timeline">
    <span class="axis" aria-hidden="true"
      ><span>${givenNumber(end, state.settings)}</span><span>0</span></span
    >
    ${timelineSlider({ now, run, settings: state.settings }, point, drawing, dispatch)}
  </div>`;
}
