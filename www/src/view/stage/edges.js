/**
 * Edges, and the numbers on them.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { isKept } from '../../scene/resized.js';
import { LINE_HEIGHT } from '../../scene/labels.js';
import { symbol } from '../../notation/names.js';
import { sameSelection, weightAt } from '../../notation/selection.js';
import { edgeWidth } from '../../scene/widths.js';
import { heard, handlersFor } from './handlers.js';
import { numberLine } from './shapes.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { EdgeScene, Scene } from '../../scene/scene.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** How strong the glow is round a weight that changes; in a dense picture it would be all there is to see. */
const GLOW = 0.6;
const DENSE_GLOW = 0.12;

/** @param {EdgeScene} edge */
const selectionOf = ({ at: { layer, to, from } }) => weightAt(layer, to, from);

/**
 * By what an edge is found in the picture.
 *
 * @param {EdgeScene} edge
 */
const idOf = ({ at: { layer, to, from } }) => `edge-${layer}-${to}-${from}`;

/**
 * @param {EdgeScene} edge
 * @param {Scene} scene
 * @param {boolean} dense
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function drawEdge(edge, { beat }, dense, state, dispatch) {
  const { at, weight, glow, lines } = edge;
  const selection = selectionOf(edge);
  const on = handlersFor(selection, state, dispatch);
  const width = edgeWidth(weight, state.ui.widthScale);
  const sign = weight < 0 ? 'negative' : 'positive';
  const active = sameSelection(beat?.selection, selection) ? 'active' : '';
  const value = lines.find(({ quantity }) => quantity === 'weights');
  return svg`<g id=${idOf(edge)} class="edge ${sign} ${active} ${on.classes}" role="button" tabindex="0"
    aria-label="weight ${symbol(selection)} = ${heard(value, state)}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    <line class="reach" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2} />
    ${
      glow > 0
        ? svg`<line class="changed" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2}
          stroke-width=${width + 6} stroke-opacity=${(dense ? DENSE_GLOW : GLOW) * glow} />`
        : nothing
    }
    <line class="line" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2} stroke-width=${width} />
  </g>`;
}

/**
 * Draws the numbers on an edge. They are drawn after all edges, so that no line crosses them. Pointing at
 * them or clicking them acts on the edge, and only the edge takes the keyboard focus.
 *
 * @param {EdgeScene} edge
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function edgeLabel(edge, layout, state, dispatch) {
  const { at, lines, glow } = edge;
  const selection = selectionOf(edge);
  const on = sameSelection(selection, state.focus.hover ?? state.focus.selection);
  // Without room for all, the one pointed at or chosen shows its numbers where it is.
  const box =
    at.label ??
    (on ? { x: (at.x1 + at.x2) / 2 - 42, y: (at.y1 + at.y2) / 2 - 24, width: 84, height: 47 } : undefined);
  if (!box) return nothing;
  const shown = layout.edgeLines === 1 && !on ? lines.slice(0, 1) : lines;
  // Where there is little room, a number alone is the weight.
  const bare = layout.compact && layout.edgeLines === 1 && !on;
  const height = shown.length * LINE_HEIGHT + 3;
  const top = box.y + box.height / 2 - height / 2;
  const where = { layer: at.layer, to: at.to, from: at.from };
  const kept = state.ui.resized ? (isKept(state.ui.resized, selection) ? 'kept' : 'fresh') : '';
  const pointed = handlersFor(selection, state, dispatch);
  const choose = () => {
    document.getElementById(idOf(edge))?.focus();
    pointed.click();
  };
  // One that is there only while its edge is pointed at does not come in between.
  const own = at.label ? `weight ${pointed.classes}` : 'passing';
  return svg`<g class="label ${glow > 0 ? 'changed' : ''} ${kept} ${own}"
    @click=${choose} @pointerenter=${pointed.enter} @pointerleave=${pointed.leave}
    @pointerdown=${pointed.down} @pointermove=${pointed.move}
    @pointerup=${pointed.up} @pointercancel=${pointed.up}>
    <rect x=${box.x} y=${top} width=${box.width} height=${height} rx="6" />
    ${shown.map((line, row) =>
      numberLine(
        bare ? { ...line, glyph: '' } : line,
        box.x + box.width / 2,
        top + 12.5 + row * LINE_HEIGHT,
        where,
        { room: box.width, style: state.settings },
      ),
    )}
  </g>`;
}
