/**
 * The drawing of the network as SVG. Every number has attributes that say what it is, so that it can be read
 * back and compared: `data-quantity`, `data-layer`, `data-neuron` (for a weight `data-to` and `data-from`),
 * and `data-value` with all digits. The `svg` element has the position and t in `data-position` and `data-t`.
 *
 * @module
 */
import { html, nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { beatsOf } from '../../scene/beats.js';
import { sceneOf } from '../../scene/scene.js';
import { layoutOf } from '../../state/layout.js';
import { surveyOf } from '../../state/survey.js';
import { columnControls } from './columns.js';
import { edgeLabel, drawEdge } from './edges.js';
import { legend } from './legend.js';
import { motion } from './motion.js';
import { chips, drawCost, drawNode, drawTarget } from './nodes.js';
import { pictures } from './pictures.js';
import { workings } from './workings.js';

/** @import { Gap, Layout } from '../../scene/layout.js' */
/** @import { NodeScene, Scene } from '../../scene/scene.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** Steps in which numbers on edges come, change or go. */
const LABELS_MOVE = new Set(['load', 'nabla', 'sum', 'mean', 'scale', 'update']);

/** So many edges without numbers are drawn faint, or nothing could be told from another. */
const DENSE = 80;

/**
 * What is not drawn of a folded layer; beside the picture, if there is one in its place.
 *
 * @param {Gap} gap
 * @param {Layout} layout
 */
function drawGap({ layer, x, y, count }, { input }) {
  const beside = layer === 1 && input;
  const at = beside ? input.x + input.width + 6 : x;
  return svg`<text class="gap ${beside ? 'beside' : ''}" x=${at} y=${y + 4}>⋮ ${count} more</text>`;
}

/**
 * What a node shows in this frame, as text: the same text is the same picture.
 *
 * @param {NodeScene} node
 */
function shows({ fill, hasArc, saturated, a, z, delta, target, lines }) {
  let text = `${fill} ${hasArc} ${saturated}`;
  for (const line of [a, z, delta, target, ...lines]) {
    text += line ? ` ${line.quantity} ${line.value} ${line.opacity} ${line.changing}` : ' none';
  }
  return text;
}

/**
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function stage(state, dispatch) {
  const { view, playback, focus, settings } = state;
  const { t, pace } = playback;
  const { room, widthScale, resized } = state.ui;
  if (!view) return nothing;
  const { position, sizes } = view.after;
  const layout = layoutOf(state, view);
  const beats = pace === 'detail' ? beatsOf(view, layout) : [];
  const scene = sceneOf(view, t, layout, beats);
  // Most of the picture stands still in most steps; only what moves is drawn again in every frame.
  const still = [
    view,
    layout,
    scene.beat,
    focus.selection,
    focus.hover,
    widthScale,
    settings,
    resized,
    focus.drag,
  ];
  const { kind } = view.after.step;
  const dense = layout.edgeLines === 0 && layout.edges.length > DENSE;
  const edges = guard([...still, kind === 'update' ? t : 0], () =>
    scene.edges.map((edge) => drawEdge(edge, scene, dense, state, dispatch)),
  );
  const labels = guard([...still, LABELS_MOVE.has(kind) ? t : 0], () =>
    scene.edges.map((edge) => edgeLabel(edge, layout, state, dispatch)),
  );
  const shown = scene.nodes.map(shows);
  const { neurons } = surveyOf(state);
  const nodes = scene.nodes.map((node, at) =>
    guard([...still, neurons, shown[at]], () => drawNode(node, layout, scene, state, dispatch)),
  );
  const besides = scene.nodes.map((node, at) =>
    guard([...still, shown[at]], () => [
      chips(node, layout, scene, state, dispatch),
      drawTarget(node, layout, scene, state, dispatch),
    ]),
  );
  const flat = scene.nodes.some(({ saturated }) => saturated);
  const signs = guard([view, layout, flat, widthScale, settings, resized], () =>
    legend(flat, layout, state, dispatch),
  );
  const controls = guard([layout, state.pending.sizes, state.feedback.refusals, room], () =>
    columnControls(layout, state, dispatch),
  );
  return html`
    <svg
      class="network ${layout.compact ? 'compact' : ''}"
      width=${room.width}
      height=${room.height}
      viewBox="0 0 ${layout.width} ${layout.height}"
      role="group"
      data-position=${`${position.epoch}.${position.miniBatch}.${position.sample}.${position.step}`}
      data-t=${t}
      aria-label="Network ${sizes.join('-')}"
    >
      ${svg`
        <g class=${dense ? 'dense' : nothing}>${edges}</g>
        ${drawCost(scene, layout, state, dispatch)}
        <g aria-hidden="true">${labels}</g>
        ${pictures(layout, state)}
        <g>${nodes}</g>
        <g>${besides}</g>
        ${layout.gaps.map((gap) => drawGap(gap, layout))}
        ${workings(scene, layout, state, dispatch)}
      `}
    </svg>
    ${motion(scene, layout, room)} ${controls} ${signs}
  `;
}
