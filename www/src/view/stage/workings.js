/**
 * What happens right now in a step in detail: the product, the sum so far, the point on the sigmoid.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf, full } from '../../notation/format.js';
import { curvePoints, pointOf, tangent } from '../../charts/sigmoid.js';
import { formulaLine } from '../parts/math.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Scene } from '../../scene/scene.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

const WIDTH = 140;
const HEIGHT = 74;

/**
 * @param {Scene} scene
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function workings({ beat }, layout, state, dispatch) {
  if (!beat) return nothing;
  const { x, y, width, height } = layout.workings;
  const format = formatOf(state.settings);
  const lighting = { lit: state.focus.hover ?? state.focus.selection, format, dispatch };
  const points = state.view?.curve ?? new Float64Array();
  return svg`<foreignObject x=${x} y=${y} width=${width} height=${height}>
    ${html`<div class="workings ${layout.compact ? 'short' : ''}" data-workings>
      ${
        beat.rest === undefined
          ? html`<div class="lines">
              ${formulaLine(beat.symbols, lighting, true)} ${formulaLine(beat.numbers, lighting, true)}
            </div>`
          : html`<p>${beat.rest} more terms that are not drawn</p>`
      }
      ${
        beat.running === undefined
          ? nothing
          : html`<p class="running">
              sum so far
              <b data-quantity="running" data-value=${full(beat.running)}>${format.short(beat.running)}</b>
            </p>`
      }
      ${beat.curve && !layout.compact ? drawing(beat.curve, points) : nothing}
    </div>`}
  </foreignObject>`;
}

/**
 * The curve of σ with the neuron's point, and its tangent.
 *
 * @param {{ z: number, a: number, slope?: number }} point
 * @param {Float64Array} heights
 */
function drawing({ z, a, slope }, heights) {
  const box = { width: WIDTH, height: HEIGHT };
  const at = pointOf(box, z, a);
  const line = slope === undefined ? undefined : tangent(box, z, a, slope);
  return html`<svg
    class="sigmoid"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="The sigmoid curve with the point of this neuron"
  >
    ${svg`
      <line class="axis" x1="0" x2=${WIDTH} y1=${HEIGHT - 4} y2=${HEIGHT - 4} />
      <line class="axis" x1=${WIDTH / 2} x2=${WIDTH / 2} y1="4" y2=${HEIGHT - 4} />
      <polyline class="curve" points=${curvePoints(box, heights)} />
      ${
        line
          ? svg`<line class="tangent"
            x1=${line.x1} y1=${line.y1} x2=${line.x2} y2=${line.y2} />`
          : nothing
      }
      <circle class="point" cx=${at.x} cy=${at.y} r="4.5" />
    `}
  </svg>`;
}
