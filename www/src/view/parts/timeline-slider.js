/**
 * The timeline as a slider: keys and pointer go to a mini-batch that has been run.
 *
 * @module
 */
import { html } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import * as words from '../../words/en/timeline.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Timeline } from '../../protocol/timeline.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Mini-batches that PageUp and PageDown go. */
const PAGE = 10;

/**
 * Returns the function that goes to a mini-batch, or the nearest one that has been run.
 *
 * @param {Timeline} run
 * @param {Dispatch} dispatch
 */
export const visitor = (run, dispatch) => (/** @type {number} */ index) =>
  dispatch({ type: 'visit', index: Math.min(Math.max(0, run.completed - 1), Math.max(0, index)) });

/**
 * Draws the slider.
 *
 * @param {{ now: State, run: Timeline, settings: PageState['settings'] }} of
 * @param {(event: PointerEvent) => void} point  goes to the mini-batch below the pointer
 * @param {unknown} drawing  what the slider shows
 * @param {Dispatch} dispatch
 */
export function timelineSlider({ now, run, settings }, point, drawing, dispatch) {
  const visit = visitor(run, dispatch);
  const last = Math.max(0, run.completed - 1);
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    /** @type {Record<string, number>} */
    const to = {
      ArrowLeft: now.index - 1,
      ArrowRight: now.index + 1,
      PageUp: now.index - PAGE,
      PageDown: now.index + PAGE,
      Home: 0,
      End: last,
    };
    const index = to[event.key];
    if (index === undefined || run.completed === 0) return;
    event.preventDefault();
    visit(index);
  };
  const { miniBatchCost: cost } = now;
  const value =
    cost === undefined
      ? words.value(now.index + 1, run.completed)
      : words.valueAndCost(now.index + 1, run.completed, formatOf(settings).short(cost));
  return html`<div
    class="track"
    role="slider"
    tabindex="0"
    aria-label=${words.label}
    aria-valuemin="1"
    aria-valuemax=${Math.max(1, run.completed, now.index + 1)}
    aria-valuenow=${now.index + 1}
    aria-valuetext=${value}
    @pointerdown=${point}
    @pointermove=${point}
    @keydown=${key}
  >
    ${drawing}
  </div>`;
}
