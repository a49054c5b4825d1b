/**
 * Drawing a digit: what the network makes of it while it is drawn, and the way to step through it.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { formatOf, full } from '../../notation/format.js';
import { classOf } from '../../notation/classes.js';
import { PEN_RADIUS } from '../../drawing/rasterize.js';
import { isForDigits } from '../../state/drawing.js';
import { PIXEL, paint } from '../parts/paint.js';
import { byNumber } from './number.js';
import { draw as words } from '../../words/en/training.js';

/** @import { Digit } from '../../protocol/survey.js' */
/** @import { Drawing } from '../../state/drawing.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Units of the paper. */
const SIZE = 200;

/** @param {readonly number[]} stroke */
function line(stroke) {
  const points = Array.from({ length: stroke.length / 2 }, (_, at) =>
    [stroke[2 * at], stroke[2 * at + 1]].map((part) => (Number(part) * SIZE).toFixed(1)).join(),
  );
  // A line needs two points; a touch is a dot.
  return [...points, ...(points.length === 1 ? points : [])].join(' ');
}

/**
 * @param {PointerEvent} event
 * @returns {[number, number]}
 */
function pointOf(event) {
  const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const within = (/** @type {number} */ part) => Math.min(1, Math.max(0, part));
  return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
}

/**
 * @param {Drawing} drawing
 * @param {Dispatch} dispatch
 */
function paper({ strokes }, dispatch) {
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    dispatch({ type: 'drawInk', strokes: [...strokes, pointOf(event)] });
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    const stroke = strokes.at(-1);
    if (!stroke || event.buttons !== 1) return;
    dispatch({ type: 'drawInk', strokes: [...strokes.slice(0, -1), [...stroke, ...pointOf(event)]] });
  };
  return html`<svg
    class="paper"
    viewBox="0 0 ${SIZE} ${SIZE}"
    role="img"
    aria-label=${words.paper}
    @pointerdown=${down}
    @pointermove=${move}
  >
    ${strokes.map(
      (stroke) => svg`<polyline class="ink" stroke-width=${2 * PEN_RADIUS * SIZE} points=${line(stroke)} />`,
    )}
  </svg>`;
}

/**
 * What the network gets, and a bar for each output.
 *
 * @param {Digit} digit
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function answer({ x, output }, state, dispatch) {
  const { short } = formatOf(state.settings);
  const best = classOf(output);
  /** Nobody knows the target of a drawing; the answer stands for it until it is changed. */
  const y = Float64Array.from(output, (_, at) => (at === best ? 1 : 0));
  return html`<div class="read">
      <figure>
        <canvas
          role="img"
          aria-label=${words.input}
          ${ref((canvas) => canvas && paint(/** @type {HTMLCanvasElement} */ (canvas), { values: x }, PIXEL))}
        ></canvas>
        <figcaption>${words.inputBelow}</figcaption>
      </figure>
      <table class="plain outputs" aria-label=${words.outputs}>
        <tbody>
          ${Array.from(
            output,
            (a, at) =>
              html`<tr class=${at === best ? 'best' : ''}>
                <th scope="row">${at}</th>
                <td>
                  <svg width="110" height="9" aria-hidden="true">
                    ${svg`<rect class="positive" width=${(110 * a).toFixed(1)} height="9" rx="2" />`}
                  </svg>
                </td>
                <td data-output=${at} data-value=${full(a)}>${short(a)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <button type="button" id="step-through" @click=${() => dispatch({ type: 'openSample', x, y })}>
      ${words.open}
    </button>
    <p class="muted">${words.target(best)}</p>`;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function draw(state, dispatch) {
  const { view, drawing } = state;
  if (!view) return nothing;
  if (!isForDigits(view.after.sizes)) return html`<p class="muted">${words.noDigits}</p>`;
  return html`${paper(drawing, dispatch)}
    <p>
      <button
        type="button"
        ?disabled=${drawing.strokes.length === 0}
        @click=${() => dispatch({ type: 'drawInk', strokes: drawing.strokes.slice(0, -1) })}
      >
        ${words.back}
      </button>
      <button
        type="button"
        ?disabled=${drawing.strokes.length === 0}
        @click=${() => dispatch({ type: 'drawInk', strokes: [] })}
      >
        ${words.clear}
      </button>
    </p>
    ${drawing.digit ? answer(drawing.digit, state, dispatch) : html`<p class="muted">${words.follows}</p>`}
    ${byNumber('draw-number', state, dispatch)}`;
}
