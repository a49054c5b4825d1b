/**
 * The sigmoid beside its neuron, in detail: the curve, the neuron's point, its tangent, tied to the neuron.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { formatOf } from '../../notation/format.js';
import { curvePoints, pointOf, tangent } from '../../charts/sigmoid.js';
import { slope } from '../../words/en/stage-later.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Picture } from '../../scene/picture.js' */
/** @import { PageState } from '../../state/state.js' */

const WIDTH = 94;
const HEIGHT = 76;
/** Px from the neuron's rim, where the tie runs. */
const TIE = 26;

/**
 * Draws the curve where a part of the step is about it.
 *
 * @param {Picture} picture
 * @param {Layout} layout
 * @param {PageState} state
 */
export function insetOf({ beat }, { nodes, form, columns }, state) {
  const curve = beat?.curve;
  const into = beat?.into;
  if (!curve || into?.kind !== 'neuron' || form === 'phone') return nothing;
  const node = nodes.find(({ layer, neuron }) => layer === into.layer && neuron === into.neuron);
  if (!node) return nothing;
  const box = { width: WIDTH - 12, height: HEIGHT - 26 };
  const at = pointOf(box, curve.z, curve.a);
  const line = curve.slope === undefined ? undefined : tangent(box, curve.z, curve.a, curve.slope);
  // On the side away from the lines that are lit: they come from the right when going back.
  const backwards = curve.slope !== undefined || into.layer === columns.length;
  const left = backwards ? node.x - node.r - TIE - WIDTH : node.x + node.r + TIE;
  const top = Math.max(4, node.y - HEIGHT - 12);
  const end = backwards ? left + WIDTH : left;
  const text =
    curve.slope === undefined
      ? `σ(z) = ${formatOf(state.settings).short(curve.a)}`
      : slope(formatOf(state.settings).short(curve.slope));
  return svg`<g class="inset">
    <line class="tie" x1=${end} y1=${top + HEIGHT / 2} x2=${node.x + (end < node.x ? -1 : 1) * node.r * 0.8}
      y2=${node.y - node.r * 0.6} />
    <rect x=${left} y=${top} width=${WIDTH} height=${HEIGHT} rx="8" />
    <g transform="translate(${left + 6} ${top + 4})">
      <polyline class="curve" points=${curvePoints(box, state.view?.curve ?? new Float64Array())} />
      ${
        line ? svg`<line class="tangent" x1=${line.x1} y1=${line.y1} x2=${line.x2} y2=${line.y2} />` : nothing
      }
      <circle class="point" cx=${at.x} cy=${at.y} r="4" />
    </g>
    <text class="label ink middle" x=${left + WIDTH / 2} y=${top + HEIGHT - 8}>${text}</text>
  </g>`;
}
