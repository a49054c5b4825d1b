/**
 * The neurons of a state at rest: a as arc and number, z, the bias and δ.
 *
 * @module
 */
import { number } from './marks.js';
import { KINDS, OF_BIAS, read, signOf } from './quantity.js';
import { keyOf } from './selection.js';
import { stack } from './stack.js';
import { short } from '../format.js';
import { textWidth } from './metrics.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { Layout, NodePlace } from './layout.js' */
/** @import { Metrics } from './metrics.js' */
/** @import { Picture } from './marks.js' */
/** @import { Quantity } from './quantity.js' */

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn  gets the marks
 */
export function nodeMarks(state, layout, drawn) {
  const m = layout.metrics;
  for (const { layer, fold, nodes } of layout.columns) {
    if (fold) {
      const text = `⋮  ${fold.hidden} more`;
      const y = fold.y + m.small * 0.35;
      drawn.texts.push({ ...words(`fold ${layer}`, text, fold.x, y, m.small), tone: 'muted' });
    }
    for (const node of nodes) {
      body(state, node, drawn);
      inside(state, node, drawn);
      chips(state, node, m, drawn);
    }
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @returns {import('./marks.js').TextMark}
 */
export function words(key, text, x, y, size) {
  return { key, x, y, size, anchor: 'middle', text, below: '', tone: 'muted', opacity: 1 };
}

/**
 * @param {State} state
 * @param {NodePlace} node
 * @param {Picture} drawn
 */
function body(state, { layer, neuron, shape, x, y, gaugeX, r, body: rect, name }, drawn) {
  const value = read(state, 'a', { layer, neuron });
  drawn.nodes.push({
    key: keyOf({ kind: 'neuron', layer, neuron }),
    layer,
    neuron,
    shape,
    x,
    y,
    gaugeX,
    r,
    left: rect.x,
    top: rect.y,
    width: rect.width,
    height: rect.height,
    value,
    // An input can be any number; the arc is full from 1 on.
    drawn: value === undefined ? 0 : Math.min(1, Math.abs(value)),
    strength: about(state, layer) ? 1 : 0,
  });
  if (name) {
    const label = words(`name ${layer} ${neuron}`, 'x', name.x, name.y, name.size);
    drawn.texts.push({ ...label, anchor: name.anchor, below: String(neuron + 1), tone: 'math' });
  }
}

/**
 * Whether the step was about this layer.
 *
 * @param {State} state
 * @param {number} layer
 */
function about({ step, sizes }, layer) {
  if (step.kind === 'load') return layer === 1;
  if (step.kind === 'cost') return layer === sizes.length;
  return step.layer === layer && step.kind !== 'nabla';
}

/**
 * @param {State} state
 * @param {NodePlace} node
 * @param {Picture} drawn
 */
function inside(state, { layer, neuron, slots, shape }, drawn) {
  const mark = keyOf({ kind: 'neuron', layer, neuron });
  for (const [name, slot] of Object.entries(slots)) {
    const stands = /** @type {Quantity} */ (name);
    // The activation of the input is x.
    const quantity = stands === 'a' && layer === 1 ? 'x' : stands;
    const place = { layer, neuron };
    const value = read(state, quantity, place);
    if (value === undefined) continue;
    const key = quantity === 'b' ? keyOf({ kind: 'bias', layer, neuron }) : mark;
    const lead = stands === 'a';
    // In a capsule the prefix stands apart, so that decimals are in line.
    const prefixX = shape === 'capsule' && KINDS[quantity].prefix ? slot.x - slot.width : undefined;
    const gold = quantity === 'b' && state.step.kind === 'update' ? 1 : 0;
    drawn.numbers.push(number({ mark: key, quantity, place, value }, slot, { lead, prefixX, gold }));
  }
}

/**
 * @param {State} state
 * @param {NodePlace} node
 * @param {Metrics} m
 * @param {Picture} drawn
 */
function chips(state, { layer, neuron, x, bias, biasLines, delta }, m, drawn) {
  const place = { layer, neuron };
  if (bias) {
    const mark = keyOf({ kind: 'bias', ...place });
    const gold = state.step.kind === 'update' ? 1 : 0;
    const at = {
      x,
      y: bias.y + bias.height,
      limit: biasLines,
      width: bias.width,
      grows: /** @type {const} */ ('up'),
    };
    const stacked = stack({ state, mark, role: 'bias', place, quantities: OF_BIAS, gold }, at, m);
    if (stacked) {
      drawn.boxes.push(stacked.box);
      drawn.numbers.push(...stacked.numbers);
    }
  }
  const value = read(state, 'delta', place);
  if (!delta || value === undefined) return;
  const mark = keyOf({ kind: 'neuron', ...place });
  const { prefix } = KINDS.delta;
  const width = Math.min(delta.width, textWidth(short(value).length + prefix.length + 1, m.font) + 2 * m.pad);
  const { y, height } = delta;
  const strength = state.step.kind === 'delta' && state.step.layer === layer ? 1 : 0;
  drawn.boxes.push({
    key: `delta ${layer} ${neuron}`,
    mark,
    role: 'delta',
    x: x - width / 2,
    y,
    width,
    height,
    scale: 'gradient',
    sign: signOf(value),
    gold: 0,
    strength,
    opacity: 1,
  });
  const slot = {
    x,
    y: y + height / 2 + m.font * 0.36,
    size: m.font,
    width: width - 2 * m.pad,
    anchor: /** @type {const} */ ('middle'),
  };
  drawn.numbers.push(number({ mark, quantity: 'delta', place, value }, slot, { lead: true }));
}
