/**
 * The decision map: what the network answers all over the plane of two inputs, with the samples on it.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { formatOf, full } from '../../notation/format.js';
import { classNameOf } from '../../notation/classes.js';
import { middleOf, pictureOf, samplePoints, squareAt, squareBeside } from '../../charts/decision-map.js';
import { surveyOf } from '../../state/survey.js';
import { ACTIVATION, paint } from '../parts/paint.js';
import { whenAtRest } from '../../words/en/pending.js';
import { map as words } from '../../words/en/training.js';

/** @import { SampleList } from '../../protocol/data.js' */
/** @import { DecisionMap } from '../../protocol/survey.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Units of the drawing of the samples. */
const SIZE = 300;

/**
 * What the network answers at the square pointed at.
 *
 * @param {DecisionMap} plane
 * @param {number | undefined} at
 * @param {number} output
 * @param {PageState} state
 */
function readout(plane, at, output, state) {
  const { short } = formatOf(state.settings);
  if (at === undefined) return html`<p class="muted">${words.point}</p>`;
  const [x1, x2] = middleOf(plane, at);
  const a = Number(plane.a[pictureOf(plane, output).start + at]);
  return html`<p class="readout" aria-live="polite">
    x = (${short(Number(x1))}, ${short(Number(x2))})
    <b data-map="a" data-square=${at} data-value=${full(a)}>a<sup>L</sup> = ${short(a)}</b>
  </p>`;
}

/**
 * The samples: a disc for a target from a half on, a ring below.
 *
 * @param {DecisionMap} plane
 * @param {SampleList} points
 * @param {number} outputs
 * @param {number} output
 */
const dots = (plane, points, outputs, output) =>
  samplePoints(plane, points, outputs).map(({ x, y, target }) => {
    const high = Number(target[output]) >= 0.5;
    return svg`<circle class="point ${high ? 'high' : 'low'}"
      cx=${(x * SIZE).toFixed(1)} cy=${(y * SIZE).toFixed(1)} r=${high ? 4.5 : 4} />`;
  });

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function map(state, dispatch) {
  const { view, settings } = state;
  if (!view) return nothing;
  const { sizes } = view.after;
  if (sizes[0] !== 2) return html`<p class="muted">${words.noMap(sizes[0])}</p>`;
  const outputs = Number(sizes.at(-1));
  const { output: chosen, at: pointed } = state.panels.map;
  const output = Math.min(outputs - 1, chosen);
  const { map: plane, points } = surveyOf(state);
  const { short } = formatOf(settings);
  const picture = plane && pictureOf(plane, output);
  const at = plane && pointed !== undefined && pointed < plane.side ** 2 ? pointed : undefined;
  /** @param {number | undefined} square */
  const point = (square) => square !== pointed && dispatch({ type: 'decisionMap', change: { at: square } });
  /** @param {PointerEvent} event */
  const hover = (event) => {
    if (!plane) return;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    point(squareAt(plane, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (!plane) return;
    const square = squareBeside(plane, at ?? squareAt(plane, 0.5, 0.5), event.key);
    if (square === undefined) return;
    event.preventDefault();
    point(square);
  };
  const cross =
    plane && at !== undefined
      ? { x: ((at % plane.side) + 0.5) / plane.side, y: (Math.floor(at / plane.side) + 0.5) / plane.side }
      : undefined;
  const valueText =
    plane && at !== undefined
      ? `x ${middleOf(plane, at).map(short).join(', ')}, ` +
        `a ${short(Number(plane.a[Number(picture?.start) + at]))}`
      : words.nothing;
  return html`<div class="map">
      <span class="end top">${plane ? short(Number(plane.to[1])) : ''}</span>
      <div
        class="plane"
        role="slider"
        tabindex="0"
        aria-label=${words.label(output + 1)}
        aria-valuemin="0"
        aria-valuemax=${plane ? plane.side ** 2 - 1 : 0}
        aria-valuenow=${at ?? 0}
        aria-valuetext=${valueText}
        @pointermove=${hover}
        @pointerdown=${hover}
        @keydown=${key}
      >
        <canvas
          aria-hidden="true"
          ${ref(
            (canvas) =>
              canvas && picture && paint(/** @type {HTMLCanvasElement} */ (canvas), picture, ACTIVATION),
          )}
        ></canvas>
        <svg viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true">
          ${plane && points ? dots(plane, points, outputs, output) : nothing}
          ${
            cross
              ? svg`<rect class="pointed"
                  x=${cross.x * SIZE - 4} y=${cross.y * SIZE - 4} width="8" height="8" />`
              : nothing
          }
        </svg>
      </div>
      <span class="end bottom">${plane ? short(Number(plane.from[1])) : ''}</span>
      <span class="axis-x">
        <span>${plane ? short(Number(plane.from[0])) : ''}</span> x₁ →
        <span>${plane ? short(Number(plane.to[0])) : ''}</span>
      </span>
      <span class="axis-y">x₂ ↑</span>
    </div>
    ${plane ? readout(plane, at, output, state) : html`<p class="muted">${whenAtRest}</p>`}
    <p class="muted">${words.key(html`a<sup>L</sup>`)}</p>
    ${
      outputs > 1
        ? html`<label class="field"
            ><span>${words.output}</span>
            <select
              id="map-output"
              @change=${(/** @type {Event} */ event) => {
                const { value } = /** @type {HTMLSelectElement} */ (event.target);
                dispatch({ type: 'decisionMap', change: { output: Number(value) } });
              }}
            >
              ${Array.from({ length: outputs }, (_, j) => {
                const name = view.data.classes ? classNameOf(view.data, j) : j + 1;
                return html`<option value=${j} .selected=${j === output}>${name}</option>`;
              })}
            </select></label
          >`
        : nothing
    }
    <label class="check">
      <input
        type="checkbox"
        id="neurons"
        .checked=${live(settings.neurons)}
        @change=${() => dispatch({ type: 'settings', settings: { neurons: !settings.neurons } })}
      />
      ${words.neurons}
    </label>`;
}
