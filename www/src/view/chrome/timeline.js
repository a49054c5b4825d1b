/**
 * The cost of every mini-batch so far, to be gone back to; at its right what has not been run yet.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { settingsInForce } from '../../state/run.js';
import { timelineSlider, visitor } from '../parts/timeline-slider.js';
import { report } from './run.js';

/** @import { Timeline } from '../../protocol/timeline.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Units of the drawing; it is stretched to the room there is. */
const WIDTH = 1000;
const HEIGHT = 48;
/** Share of the width that stands for what has been run, once it is long enough. */
const RUN = 0.86;
/** Mini-batches that fill that share at the beginning, so that the first few do not leap across the page. */
const AT_LEAST = 24;

/** @param {number} value */
const coordinate = (value) => value.toFixed(1);

/**
 * The line of the means, the band between least and greatest.
 *
 * @param {Timeline} run
 * @param {number} scale
 * @param {number} top
 */
function curves({ mean, low, high, span, completed }, scale, top) {
  /** @param {number} at  bucket */
  const x = (at) => Math.min((at + 0.5) * span, completed) * scale;
  /** @param {number} cost */
  const y = (cost) => HEIGHT - 3 - (cost / top) * (HEIGHT - 8);
  // At most two buckets for each unit of width can be told apart.
  const every = Math.max(1, Math.ceil(mean.length / (2 * WIDTH)));
  const buckets = Array.from({ length: Math.ceil(mean.length / every) }, (_, at) => at * every);
  /** @param {Float64Array} values */
  const points = (values) => buckets.map((at) => `${coordinate(x(at))},${coordinate(y(Number(values[at])))}`);
  const band = span > 1 ? [...points(high), ...points(low).reverse()].join(' ') : '';
  const line = points(mean);
  // A line needs two points; the first mini-batch is a dot.
  return { line: [...line, ...(line.length === 1 ? line : [])].join(' '), dot: line.length === 1, band };
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function timeline(state, dispatch) {
  const { timeline: run } = settingsInForce(state);
  const now = state.view?.after;
  if (!run || !now) return html`<div class="timeline"></div>`;
  const { short } = formatOf(state.settings);
  const shownLength = Math.max(AT_LEAST, run.completed, now.index + 1);
  const scale = (WIDTH * RUN) / shownLength;
  const runWidth = run.completed * scale;
  const top = Math.max(Number.MIN_VALUE, ...run.high);
  const { line, dot, band } = curves(run, scale, top);
  const steps = now.position.sample * now.sampleSteps.length + now.position.step + 1;
  const all = now.m * now.sampleSteps.length + now.tailSteps.length;
  const cursor = (now.index + steps / all) * scale;
  const visit = visitor(run, dispatch);
  /** @param {PointerEvent} event */
  const point = (event) => {
    if (run.completed === 0 || event.buttons !== 1) return;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    visit(Math.floor((((event.clientX - box.left) / box.width) * WIDTH) / scale));
  };
  const drawing = html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${svg`
          <rect class="unrun" x=${runWidth} y="0" width=${WIDTH - runWidth} height=${HEIGHT} />
          ${band ? svg`<polygon class="band" points=${band} />` : nothing}
          <polyline class="cost-line ${dot ? 'dot' : ''}" points=${line} />
          ${run.edits.map(
            ({ index }) =>
              svg`<line class="edit" x1=${index * scale} x2=${index * scale} y1="0" y2=${HEIGHT} />`,
          )}
          <line class="cursor" x1=${cursor} x2=${cursor} y1="0" y2=${HEIGHT} />
        `}
    </svg>
    <span class="not-run">not run yet</span>`;
  return html`<div class="timeline">
    <span class="scale">${run.completed > 0 ? html`cost<br />${short(top)}` : 'cost'}</span>
    ${timelineSlider({ now, run, settings: state.settings }, point, drawing, dispatch)} ${report(state)}
  </div>`;
}
