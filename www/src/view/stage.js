/**
 * The network, as SVG. Every number carries what it is: `data-quantity`, `data-layer`, `data-neuron` or `data-to` and
 * `data-from`, and `data-value` with all digits, so that it can be read back and compared; the drawing
 * itself says which position and t it is of.
 *
 * @module
 */
import { html, nothing, svg } from '../../vendor/lit-html/lit-html.js';
import { full, short } from '../format.js';
import { LINE, layout } from '../scene/layout.js';
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
  const height = shown.length * LINE + 3;
  const top = box.y + box.height / 2 - height / 2;
  const where = { layer: at.layer, to: at.to, from: at.from };
  return svg`<g class="label ${changed > 0 ? 'changed' : ''}">
    <rect x=${box.x} y=${top} width=${box.width} height=${height} rx="6" />
    ${shown.map((line, row) => numberLine(line, box.x + box.width / 2, top + 12.5 + row * LINE, where))}
  </g>`;
}

/** @param {NodeScene} node @param {Layout} shape @param {PageState} state @param {Dispatch} dispatch */
function nodeMark({ at, fill, known, a, z }, shape, state, dispatch) {
  /** @type {Selection} */
  const selection = { kind: 'neuron', layer: at.layer, neuron: at.neuron };
  const on = handlers(selection, state, dispatch);
  const r = shape.radius;
  const inside = r >= 15;
  const where = { layer: at.layer, neuron: at.neuron };
  return svg`<g class="node ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''}" role="button" tabindex="0"
    aria-label="neuron ${at.neuron + 1} of layer ${at.layer}${spoken([a && { ...a, glyph: '' }, z])}" aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    <circle class="disc" cx=${at.x} cy=${at.y} r=${r} />
    ${known ? svg`<path class="arc ${fill < 0 ? 'negative' : ''}" d=${arc(at.x, at.y, r, fill)} stroke-width=${Math.max(2, r * 0.15)} />` : nothing}
    ${inside && a ? numberLine({ ...a, glyph: '' }, at.x, at.y + (z ? 1 : 5), where, r >= 26 ? 'big' : '') : nothing}
    ${inside && z ? numberLine(z, at.x, at.y + (a ? r * 0.45 : 5), where, r >= 26 ? 'small' : 'tiny') : nothing}
  </g>`;
}

/** The chips at a node: δ above, bias with its gradient below, y beside. @param {NodeScene} node @param {Layout} shape @param {Scene} _scene @param {PageState} state @param {Dispatch} dispatch */
function chips({ at, delta, lines, target }, shape, _scene, state, dispatch) {
  const where = { layer: at.layer, neuron: at.neuron };
  const r = shape.radius;
  /** @type {Selection} */
  const bias = { kind: 'bias', layer: at.layer, neuron: at.neuron };
  const on = handlers(bias, state, dispatch);
  /** @type {Selection} */
  const aim = { kind: 'target', neuron: at.neuron };
  const onTarget = handlers(aim, state, dispatch);
  const half = shape.compact ? 32 : 42;
  const height = lines.length * LINE + 4;
  const changed = lines.some((line) => line.quantity === 'biases' && line.changing);
  return svg`
    ${
      shape.details && lines.length > 0
        ? svg`<g class="label bias ${on.chosen ? 'chosen' : ''} ${on.lit ? 'lit' : ''} ${changed ? 'changed' : ''}" role="button" tabindex="0"
      aria-label="bias ${symbol(bias)}${spoken(lines)}" aria-pressed=${on.chosen ? 'true' : 'false'}
      @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
      <rect x=${at.x - half} y=${at.y + r + 3} width=${2 * half} height=${height} rx="7" />
      ${lines.map((line, row) => numberLine(line, at.x, at.y + r + 16 + row * LINE, where))}
    </g>`
        : nothing
    }
    ${
      shape.details && delta
        ? svg`<g class="label delta" opacity=${delta.strength}>
      <rect class=${delta.value < 0 ? 'negative' : 'positive'} x=${at.x - half} y=${at.y - r - 25} width=${2 * half} height="21" rx="10" />
      ${numberLine({ ...delta, strength: 1, glyph: 'δ' }, at.x, at.y - r - 10.5, where)}
    </g>`
        : nothing
    }
    ${
      target && r >= 12
        ? svg`<g class="label target ${onTarget.chosen ? 'chosen' : ''} ${onTarget.lit ? 'lit' : ''}" role="button" tabindex="0"
      aria-label="target ${symbol(aim)}${spoken([target])}" aria-pressed=${onTarget.chosen ? 'true' : 'false'}
      @click=${onTarget.click} @keydown=${onTarget.key} @pointerenter=${onTarget.enter} @pointerleave=${onTarget.leave}>
      <rect x=${at.x + r + 8} y=${at.y - 11} width=${shape.compact ? 34 : 56} height="22" rx="6" />
      ${numberLine(target, at.x + r + 8 + (shape.compact ? 17 : 28), at.y + 4.5, { neuron: at.neuron })}
    </g>`
        : nothing
    }`;
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
    <text class="caption" x=${middle} y=${box.y + 21}>${mean ? 'mean C' : 'cost C'}</text>
    ${shown ? numberLine({ ...shown, glyph: '' }, middle, box.y + 44, {}, 'big') : nothing}
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
        <g aria-hidden="true">${scene.packets.map((packet) => svg`<circle class="packet ${packet.scale} ${packet.value < 0 ? 'negative' : 'positive'}" cx=${packet.x} cy=${packet.y} r=${packet.radius} opacity=${packet.strength}><title>${short(packet.value)}</title></circle>`)}</g>
        <g aria-hidden="true">${scene.edges.map((edge) => edgeLabel(edge, shape, state))}</g>
        <g>${scene.nodes.map((node) => nodeMark(node, shape, state, dispatch))}</g>
        <g>${scene.nodes.map((node) => chips(node, shape, scene, state, dispatch))}</g>
        ${shape.gaps.map(({ x, y, count }) => svg`<text class="gap" x=${x} y=${y + 4}>⋮ ${count} more</text>`)}
        ${legend(room.height, edgeWidth)}
      `}
    </svg>
    ${columnControls(shape, state, dispatch)}
  `;
}
