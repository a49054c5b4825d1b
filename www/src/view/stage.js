/**
 * The network, as SVG. Every number carries what it is: `data-quantity`, `data-layer`, `data-neuron` or `data-to` and
 * `data-from`, and `data-value` with all digits, so that it can be read back and compared; the drawing
 * itself says which position and t it is of.
 *
 * @module
 */
import { html, nothing, svg } from '../../vendor/lit-html/lit-html.js';
import { full, short } from '../format.js';
import { LINE } from '../scene/labels.js';
import { chipWidth, layout } from '../scene/layout.js';
import { symbol } from '../scene/names.js';
import { sceneOf } from '../scene/scene.js';
import { sameSelection } from '../scene/select.js';
import { columnControls } from './columns.js';
import { arc, legend, numberLine } from './shapes.js';

/** @import { Layout } from '../scene/layout.js' */
/** @import { EdgeScene, Line, NodeScene, Scene } from '../scene/scene.js' */
/** @import { Dispatch, PageState, Selection } from '../state/state.js' */

/** Width in px of an edge for a weight of this size. @param {number} weight */
export const edgeWidth = (weight) => Math.min(9, 1.2 + 2.2 * Math.abs(weight));

/**
 * What makes a mark something one can point at, choose, and reach by keyboard.
 *
 * @param {Selection} selection
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
function handlers(selection, state, dispatch) {
  const choose = () => dispatch({ type: 'select', selection });
  return {
    chosen: sameSelection(selection, state.selection),
    lit: sameSelection(selection, state.hover),
    click: choose,
    enter: () => dispatch({ type: 'hover', selection }),
    leave: () => dispatch({ type: 'hover', selection: undefined }),
    /** @param {KeyboardEvent} event */
    key: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
    },
  };
}

/**
 * The numbers of a mark as they stand there, so that who speaks to the page can say what is seen.
 * @param {(Line | undefined)[]} lines
 */
function spoken(lines) {
  const shown = lines.filter((line) => line !== undefined);
  if (shown.length === 0) return '';
  return `: ${shown.map(({ glyph, value }) => (glyph ? `${glyph} ${short(value)}` : short(value))).join(' ')}`;
}

/** @param {EdgeScene} edge @param {PageState} state @param {Dispatch} dispatch */
function edgeMark({ at, weight, changed, lines }, state, dispatch) {
  /** @type {Selection} */
  const selection = { kind: 'weight', layer: at.layer, to: at.to, from: at.from };
  const on = handlers(selection, state, dispatch);
  const classes = [
    'edge',
    weight < 0 ? 'negative' : 'positive',
    on.chosen ? 'chosen' : '',
    on.lit ? 'lit' : '',
  ].join(' ');
  const value = lines.find((line) => line.quantity === 'weights')?.value;
  return svg`<g class=${classes} role="button" tabindex="0" aria-label="weight ${symbol(selection)} = ${value === undefined ? '' : full(value)}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    <line class="reach" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2} />
    ${changed > 0 ? svg`<line class="changed" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2} stroke-width=${edgeWidth(weight) + 6} opacity=${changed} />` : nothing}
    <line class="line" x1=${at.x1} y1=${at.y1} x2=${at.x2} y2=${at.y2} stroke-width=${edgeWidth(weight)} />
  </g>`;
}

/** The numbers on an edge; above all edges, so that no line crosses them. @param {EdgeScene} edge @param {Layout} shape @param {PageState} state */
function edgeLabel({ at, lines, changed }, shape, state) {
  const on = sameSelection(
    { kind: 'weight', layer: at.layer, to: at.to, from: at.from },
    state.hover ?? state.selection,
  );
  // Without room for all, the one pointed at or chosen shows its numbers where it is.
  const box =
    at.label ??
    (on ? { x: (at.x1 + at.x2) / 2 - 42, y: (at.y1 + at.y2) / 2 - 24, width: 84, height: 47 } : undefined);
  if (!box) return nothing;
  const shown = shape.lines === 1 && !on ? lines.slice(0, 1) : lines;
  const bare = shape.compact && shape.lines === 1;
  const height = shown.length * LINE + 3;
  const top = box.y + box.height / 2 - height / 2;
  const where = { layer: at.layer, to: at.to, from: at.from };
  return svg`<g class="label ${changed > 0 ? 'changed' : ''}">
    <rect x=${box.x} y=${top} width=${box.width} height=${height} rx="6" />
    ${shown.map((line, row) => numberLine(bare && !on ? { ...line, glyph: '' } : line, box.x + box.width / 2, top + 12.5 + row * LINE, where, { room: box.width }))}
  </g>`;
}

/** @param {NodeScene} node @param {Layout} shape @param {PageState} state @param {Dispatch} dispatch */
function nodeMark({ at, fill, known, a, z }, shape, state, dispatch) {
  /** @type {Selection} */
  const selection = { kind: 'neuron', layer: at.layer, neuron: at.neuron };
  const on = handlers(selection, state, dispatch);
  const r = shape.radius;
  const inside = r >= 15;
  const big = r >= 30;
  const where = { layer: at.layer, neuron: at.neuron };
  return svg`<g class="node ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''}" role="button" tabindex="0"
    aria-label="neuron ${at.neuron + 1} of layer ${at.layer}${spoken(inside ? [a && { ...a, glyph: '' }, z && (big ? z : { ...z, glyph: '' })] : [a])}" aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    <circle class="disc" cx=${at.x} cy=${at.y} r=${r} />
    ${known ? svg`<path class="arc ${fill < 0 ? 'negative' : ''}" d=${arc(at.x, at.y, r, fill)} stroke-width=${Math.max(2, r * 0.15)} />` : nothing}
    ${inside && a ? numberLine({ ...a, glyph: '' }, at.x, at.y + (z ? (big ? 0 : -2) : 4), where, { size: big ? 'big' : '', room: 1.8 * r }) : nothing}
    ${inside && z ? numberLine(big ? z : { ...z, glyph: '' }, at.x, at.y + (a ? r * 0.47 : 4), where, { size: big ? 'small' : 'tiny', room: 1.6 * r }) : nothing}
  </g>`;
}

/** The chips at a node: δ above, bias with its gradient below. @param {NodeScene} node @param {Layout} shape @param {PageState} state @param {Dispatch} dispatch */
function chips({ at, delta, lines }, shape, state, dispatch) {
  if (!shape.details) return nothing;
  const where = { layer: at.layer, neuron: at.neuron };
  const r = shape.radius;
  /** @type {Selection} */
  const bias = { kind: 'bias', layer: at.layer, neuron: at.neuron };
  const on = handlers(bias, state, dispatch);
  const width = chipWidth(shape.compact);
  const left = at.x - width / 2;
  const changed = lines.some((line) => line.quantity === 'biases' && line.changing);
  return svg`
    ${
      lines.length > 0
        ? svg`<g class="label bias ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''} ${changed ? 'changed' : ''}" role="button" tabindex="0"
      aria-label="bias ${symbol(bias)}${spoken(lines)}" aria-pressed=${on.chosen ? 'true' : 'false'}
      @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
      <rect x=${left} y=${at.y + r + 3} width=${width} height=${lines.length * LINE + 4} rx="7" />
      ${lines.map((line, row) => numberLine(line, at.x, at.y + r + 16 + row * LINE, where, { room: width }))}
    </g>`
        : nothing
    }
    ${
      delta
        ? svg`<g class="label delta" opacity=${delta.strength}>
      <rect class=${delta.value < 0 ? 'negative' : 'positive'} x=${left} y=${at.y - r - 25} width=${width} height="21" rx="10" />
      ${numberLine({ ...delta, strength: 1, glyph: 'δ' }, at.x, at.y - r - 10.5, where, { room: width })}
    </g>`
        : nothing
    }`;
}

/** What an output neuron should have given. @param {NodeScene} node @param {Layout} shape @param {PageState} state @param {Dispatch} dispatch */
function targetMark({ at, target }, shape, state, dispatch) {
  const box = shape.targets.find(({ y, height }) => y + height / 2 === at.y);
  if (!box || !target) return nothing;
  /** @type {Selection} */
  const aim = { kind: 'target', neuron: at.neuron };
  const on = handlers(aim, state, dispatch);
  const shown = shape.compact ? { ...target, glyph: '' } : target;
  return svg`<g class="label target ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''}" role="button" tabindex="0"
    aria-label="target ${symbol(aim)}${spoken([shown])}" aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="6" />
    ${numberLine(shown, box.x + box.width / 2, box.y + 15.5, { neuron: at.neuron }, { room: box.width })}
  </g>`;
}

/** @param {Scene} scene @param {Layout} shape @param {PageState} state @param {Dispatch} dispatch */
function costMark(scene, shape, state, dispatch) {
  const { cost: box } = shape;
  const on = handlers({ kind: 'cost' }, state, dispatch);
  const mean = scene.cost ? undefined : scene.miniBatchCost;
  const shown = scene.cost ?? mean;
  const middle = box.x + box.width / 2;
  return svg`<g class="cost ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''}" role="button" tabindex="0" aria-label="${mean ? 'mean C' : 'cost C'}${spoken([shown && { ...shown, glyph: '' }])}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    ${scene.nodes.filter(({ at }) => at.layer === shape.columns.length).map(({ at }) => svg`<line class="wire" x1=${at.x + shape.radius} y1=${at.y} x2=${box.x} y2=${box.y + box.height / 2} />`)}
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="9" />
    <text class="caption" x=${middle} y=${box.y + (shape.compact ? 17 : 21)}>${mean ? 'mean C' : 'cost C'}</text>
    ${shown ? numberLine({ ...shown, glyph: '' }, middle, box.y + box.height - (shape.compact ? 9 : 14), {}, { size: 'big', room: box.width }) : nothing}
  </g>`;
}

/** @param {PageState} state @param {Dispatch} dispatch */
export function stage(state, dispatch) {
  const { view, t, room } = state;
  if (!view) return nothing;
  const { position } = view.after;
  const shape = layout(view.after.sizes, room);
  const scene = sceneOf(view, t, shape);
  return html`
    <svg
      class="network ${shape.compact ? 'compact' : ''}"
      width=${room.width}
      height=${room.height}
      viewBox="0 0 ${room.width} ${room.height}"
      role="group"
      data-position=${`${position.epoch}.${position.miniBatch}.${position.sample}.${position.step}`}
      data-t=${t}
      aria-label="Network ${view.after.sizes.join('-')}"
    >
      ${svg`
        <g>${scene.edges.map((edge) => edgeMark(edge, state, dispatch))}</g>
        ${costMark(scene, shape, state, dispatch)}
        <g aria-hidden="true">${scene.edges.map((edge) => edgeLabel(edge, shape, state))}</g>
        <g aria-hidden="true">${scene.packets.map((packet) => svg`<circle class="packet ${packet.scale} ${packet.value < 0 ? 'negative' : 'positive'}" cx=${packet.x} cy=${packet.y} r=${packet.radius} opacity=${packet.strength}><title>${short(packet.value)}</title></circle>`)}</g>
        <g>${scene.nodes.map((node) => nodeMark(node, shape, state, dispatch))}</g>
        <g>${scene.nodes.map((node) => [chips(node, shape, state, dispatch), targetMark(node, shape, state, dispatch)])}</g>
        ${shape.gaps.map(({ x, y, count }) => svg`<text class="gap" x=${x} y=${y + 4}>⋮ ${count} more</text>`)}
        ${legend(room.height, edgeWidth)}
      `}
    </svg>
    ${columnControls(shape, state, dispatch)}
  `;
}
