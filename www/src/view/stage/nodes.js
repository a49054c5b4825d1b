/**
 * Neurons with their chips, targets and the cost.
 *
 * @module
 */
import { nothing, svg } from '../../../vendor/lit-html/lit-html.js';
import { isKept } from '../../scene/resized.js';
import { LINE_HEIGHT } from '../../scene/labels.js';
import { chipWidth } from '../../scene/layout.js';
import { symbol } from '../../notation/names.js';
import { sameSelection } from '../../notation/selection.js';
import { ownMap } from './maps.js';
import { handlersFor, spoken } from './handlers.js';
import { arc, numberLine, textOf } from './shapes.js';

/** @import { Layout } from '../../scene/layout.js' */
/** @import { Line, NodeScene, Scene } from '../../scene/scene.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @import { Fit } from './shapes.js' */

/**
 * Lines as texts, as they are drawn.
 *
 * @param {Line[]} lines
 * @param {Fit} fit
 */
const texts = (lines, fit) => lines.map((line) => ({ glyph: line.glyph, text: textOf(line, fit) }));

/** From this radius in px on there is room for a third number in a node. */
const THREE_LINES = 24;

/**
 * The delta line with its sign.
 *
 * @param {Line} delta
 * @returns {Line}
 */
const deltaLine = (delta) => ({ ...delta, glyph: delta.quantity === 'running' ? 'Σ' : 'δ' });

/**
 * Where chips have no room, δ stands in the node: below z, or in a small node in the place of z.
 *
 * @param {NodeScene} node
 * @param {Layout} layout
 * @param {PageState['settings']} style
 * @returns {{ line: Line, y: number, fit: Fit }[]}
 */
function inside({ at, a, z, delta }, { radius: r, chips: hasChips }, style) {
  const within = hasChips || !delta ? undefined : deltaLine(delta);
  const three = within && r >= THREE_LINES;
  const second = three || !within ? z : within;
  const big = r >= 30 && !three;
  /** @type {{ line: Line, y: number, fit: Fit }[]} */
  const numbers = [];
  if (r < 15) return numbers;
  if (a) {
    const y = at.y + (three ? -r * 0.22 : second ? (big ? 0 : -2) : 4);
    numbers.push({ line: { ...a, glyph: '' }, y, fit: { size: big ? 'big' : '', room: 1.8 * r, style } });
  }
  if (second) {
    const y = at.y + (three ? r * 0.2 : a ? r * 0.47 : 4);
    const line = big || second !== z || z.quantity === 'running' ? second : { ...second, glyph: '' };
    numbers.push({ line, y, fit: { size: big ? 'small' : 'tiny', room: 1.6 * r, style } });
  }
  if (three) numbers.push({ line: within, y: at.y + r * 0.62, fit: { size: 'tiny', room: 1.5 * r, style } });
  return numbers;
}

/**
 * @param {NodeScene} node
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function drawNode(node, layout, scene, state, dispatch) {
  const { at, fill, hasArc, saturated, delta } = node;
  /** @type {Selection} */
  const selection = { kind: 'neuron', layer: at.layer, neuron: at.neuron };
  const on = handlersFor(selection, state, dispatch);
  const r = layout.radius;
  const where = { layer: at.layer, neuron: at.neuron };
  const numbers = inside(node, layout, state.settings);
  const rim = Math.max(2, r * 0.15);
  const share = Math.min(3, Math.max(1, r * 0.1));
  const ring = layout.chips || delta?.quantity !== 'delta' ? undefined : delta;
  const said = spoken(numbers.flatMap(({ line, fit }) => texts([line], fit)));
  const active = sameSelection(scene.beat?.into, selection) ? 'active' : '';
  return svg`<g class="node ${saturated ? 'saturated' : ''} ${active} ${on.classes}"
    role="button" tabindex="0"
    aria-label="neuron ${at.neuron + 1} of layer ${at.layer}${said}${saturated ? ', saturated' : ''}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    <circle class="disc" cx=${at.x} cy=${at.y} r=${r} />
    ${ownMap(at, r, state)}
    ${
      hasArc
        ? svg`<path class="arc ${fill < 0 ? 'negative' : ''}"
          d=${arc(at.x, at.y, r, fill)} stroke-width=${rim} />`
        : nothing
    }
    ${
      ring && scene.greatestDelta > 0
        ? svg`<path class="share ${ring.value < 0 ? 'negative' : 'positive'}"
          stroke-opacity=${ring.opacity === 1 ? nothing : ring.opacity}
          d=${arc(at.x, at.y, r + rim / 2 + 0.5 + share / 2, ring.value / scene.greatestDelta)}
          stroke-width=${share} />`
        : nothing
    }
    ${
      saturated
        ? svg`<circle class="flat" cx=${at.x} cy=${at.y}
          r=${layout.chips ? r + 4 : r - rim / 2 - 2} />`
        : nothing
    }
    ${numbers.map(({ line, y, fit }) => numberLine(line, at.x, y, where, fit))}
  </g>`;
}

/**
 * The chips at a node: δ above, bias with its gradient below.
 *
 * @param {NodeScene} node
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function chips({ at, delta, lines }, layout, scene, state, dispatch) {
  if (!layout.chips) return nothing;
  const where = { layer: at.layer, neuron: at.neuron };
  const r = layout.radius;
  const width = chipWidth(layout.compact);
  const left = at.x - width / 2;
  const fit = { room: width, style: state.settings };
  const chip = delta && deltaLine(delta);
  return [
    lines.length > 0 ? drawBias({ layer: at.layer, neuron: at.neuron }) : nothing,
    chip
      ? svg`<g class="label delta">
      <rect class=${chip.value < 0 ? 'negative' : 'positive'} x=${left} y=${at.y - r - 25}
        width=${width} height="21" rx="10" />
      ${numberLine(chip, at.x, at.y - r - 10.5, where, fit)}
    </g>`
      : nothing,
  ];

  /** @param {{ layer: number, neuron: number }} place */
  function drawBias(place) {
    const bias = { kind: /** @type {const} */ ('bias'), ...place };
    const on = handlersFor(bias, state, dispatch);
    const kept = state.ui.resized ? (isKept(state.ui.resized, bias) ? 'kept' : 'fresh') : '';
    const active = sameSelection(scene.beat?.selection, bias) ? 'active' : '';
    const changed = lines.some((line) => line.quantity === 'biases' && line.changing) ? 'changed' : '';
    return svg`<g class="label bias ${changed} ${kept} ${active} ${on.classes}" role="button" tabindex="0"
      aria-label="bias ${symbol(bias)}${spoken(texts(lines, fit))}"
      aria-pressed=${on.chosen ? 'true' : 'false'}
      @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
      @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
      <rect x=${left} y=${at.y + r + 3} width=${width} height=${lines.length * LINE_HEIGHT + 4} rx="7" />
      ${lines.map((line, row) => numberLine(line, at.x, at.y + r + 16 + row * LINE_HEIGHT, where, fit))}
    </g>`;
  }
}

/**
 * What an output neuron should have given.
 *
 * @param {NodeScene} node
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function drawTarget({ at, target }, layout, scene, state, dispatch) {
  const box = layout.targets.find(({ y, height }) => y + height / 2 === at.y);
  if (!box || !target) return nothing;
  /** @type {Selection} */
  const aim = { kind: 'target', neuron: at.neuron };
  const on = handlersFor(aim, state, dispatch);
  const shown = layout.compact ? { ...target, glyph: '' } : target;
  const fit = { room: box.width, style: state.settings };
  const active = sameSelection(scene.beat?.selection, aim) ? 'active' : '';
  return svg`<g class="label target ${active} ${on.classes}" role="button" tabindex="0"
    aria-label="target ${symbol(aim)}${spoken(texts([shown], fit))}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}
    @pointerdown=${on.down} @pointermove=${on.move} @pointerup=${on.up} @pointercancel=${on.up}>
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="6" />
    ${numberLine(shown, box.x + box.width / 2, box.y + 15.5, { neuron: at.neuron }, fit)}
  </g>`;
}

/**
 * @param {Scene} scene
 * @param {Layout} layout
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function drawCost(scene, layout, state, dispatch) {
  const { cost: box, compact } = layout;
  const on = handlersFor({ kind: 'cost' }, state, dispatch);
  const mean = scene.cost ? undefined : scene.miniBatchCost;
  const shown = scene.cost ?? mean;
  const middle = box.x + box.width / 2;
  /** @type {Fit} */
  const fit = { size: 'big', room: box.width, style: state.settings };
  const lines = shown ? [{ ...shown, glyph: '' }] : [];
  const outputs = scene.nodes.filter(({ at }) => at.layer === layout.columns.length);
  const active = scene.beat?.into.kind === 'cost' ? 'active' : '';
  return svg`<g class="cost ${active} ${on.classes}" role="button" tabindex="0"
    aria-label="${mean ? 'mean C' : 'cost C'}${spoken(texts(lines, fit))}"
    aria-pressed=${on.chosen ? 'true' : 'false'}
    @click=${on.click} @keydown=${on.key} @pointerenter=${on.enter} @pointerleave=${on.leave}>
    ${outputs.map(
      ({ at }) =>
        svg`<line class="wire" x1=${at.x + layout.radius} y1=${at.y}
          x2=${box.x} y2=${box.y + box.height / 2} />`,
    )}
    <rect x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="9" />
    <text class="caption" x=${middle} y=${box.y + (compact ? 17 : 21)}>${mean ? 'mean C' : 'cost C'}</text>
    ${lines.map((line) => numberLine(line, middle, box.y + box.height - (compact ? 9 : 14), {}, fit))}
  </g>`;
}
