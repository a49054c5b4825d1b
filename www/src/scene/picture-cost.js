/**
 * What stands right of the output layer, of a state at rest: the targets, the cost, and what has been added up.
 *
 * @module
 */
import { number } from './marks.js';
import { textWidth } from './metrics.js';
import { words } from './picture-nodes.js';
import { read } from './quantity.js';
import { keyOf } from './selection.js';

/** @import { State } from '../engine/protocol.js' */
/** @import { Layout } from './layout.js' */
/** @import { Picture } from './marks.js' */

/** Up to so many samples have a dot each; more are told in words alone. */
const MOST_PIPS = 12;

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn  gets the marks
 */
export function costMarks(state, layout, drawn) {
  wires(state, layout, drawn);
  targets(state, layout, drawn);
  cost(state, layout, drawn);
  sums(state, layout, drawn);
}

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn
 */
function wires({ step, sizes }, { columns, targets: rects, cost: box, metrics: m }, drawn) {
  const strength = step.kind === 'cost' || (step.kind === 'delta' && step.layer === sizes.length) ? 1 : 0;
  const nodes = columns.at(-1)?.nodes ?? [];
  nodes.forEach((node, index) => {
    const rect = rects[index];
    if (!rect) return;
    const y = node.y;
    const key = `wire ${node.neuron}`;
    drawn.wires.push({ key, x1: node.body.x + node.body.width + 4 * m.unit, y1: y, x2: rect.x, y2: y, strength });
    if (m.compact) {
      if (index < nodes.length - 1) return;
      const x = rect.x + rect.width / 2;
      drawn.wires.push({ key: 'wire cost', x1: x, y1: rect.y + rect.height, x2: x, y2: box.y, strength });
    } else {
      const ends = { x1: rect.x + rect.width, y1: y, x2: box.x, y2: box.y + box.height / 2 };
      drawn.wires.push({ key: `${key} cost`, ...ends, strength });
    }
  });
}

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn
 */
function targets(state, { columns, targets: rects, metrics: m }, drawn) {
  const layer = columns.length;
  const nodes = columns.at(-1)?.nodes ?? [];
  const [first] = rects;
  if (first) {
    const text = m.compact ? 'y' : 'target y';
    drawn.texts.push(words('targets', text, first.x + first.width / 2, first.y - 7 * m.unit, m.small));
  }
  nodes.forEach(({ neuron }, index) => {
    const rect = rects[index];
    const place = { layer, neuron };
    const value = read(state, 'y', place);
    if (!rect || value === undefined) return;
    const mark = keyOf({ kind: 'neuron', ...place });
    const derivative = m.compact ? undefined : read(state, 'costDerivative', place);
    const known = { scale: /** @type {const} */ ('plain'), sign: /** @type {const} */ (0) };
    drawn.boxes.push({
      key: `target ${neuron}`,
      mark,
      role: 'target',
      ...rect,
      ...known,
      gold: 0,
      strength: 0,
      opacity: 1,
    });
    const x = rect.x + rect.width / 2;
    const size = Math.min(m.font, rect.height * 0.7);
    const slot = {
      x,
      y: rect.y + rect.height / 2 + size * 0.36,
      size,
      width: rect.width - m.pad,
      anchor: /** @type {const} */ ('middle'),
    };
    drawn.numbers.push(number({ mark, quantity: 'y', place, value }, slot));
    const next = rects[index + 1];
    const room = next ? next.y - rect.y - rect.height : Infinity;
    if (derivative === undefined || room < m.line + 4 * m.unit) return;
    const under = { ...slot, y: rect.y + rect.height + m.line * 0.85, size: m.small };
    const wide = { ...under, width: textWidth(11, m.small) };
    drawn.numbers.push(number({ mark, quantity: 'costDerivative', place, value: derivative }, wide));
  });
}

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn
 */
function cost(state, { cost: box, metrics: m }, drawn) {
  const quantity = state.row === undefined ? 'miniBatchCost' : 'cost';
  const value = read(state, quantity);
  const mark = keyOf({ kind: 'cost' });
  const strength = state.step.kind === 'cost' ? 1 : 0;
  const frame = { role: /** @type {const} */ ('cost'), scale: /** @type {const} */ ('plain') };
  drawn.boxes.push({ key: mark, mark, ...frame, ...box, sign: 0, gold: 0, strength, opacity: 1 });
  const x = box.x + box.width / 2;
  const plain = m.compact ? 'C' : 'cost C';
  const name = quantity === 'cost' ? plain : m.compact ? 'mean C' : 'mean cost C';
  drawn.texts.push(words(`cost ${quantity}`, name, x, box.y + box.height * 0.36, m.small));
  if (value === undefined) return;
  const slot = {
    x,
    y: box.y + box.height * 0.76,
    size: 15 * m.unit,
    width: box.width - 2 * m.pad,
    anchor: /** @type {const} */ ('middle'),
  };
  drawn.numbers.push(number({ mark, quantity, place: {}, value }, slot, { lead: true }));
}

/**
 * @param {State} state
 * @param {Layout} layout
 * @param {Picture} drawn
 */
function sums(state, { sums: box, metrics: m }, drawn) {
  if (!box) return;
  const u = m.unit;
  const { m: samples, summed } = state;
  const x = box.x + box.width / 2;
  const line = (/** @type {number} */ index) => box.y + (14 + 18 * index) * u;
  const title = { ...words('sums', 'Σ∇', x, line(0), 13 * u), tone: /** @type {const} */ ('ink') };
  drawn.texts.push(title);
  const dots = samples <= MOST_PIPS;
  if (dots) {
    const pitch = Math.min(15 * u, (box.width - 12 * u) / samples);
    for (let sample = 0; sample < samples; sample++) {
      const at = x + (sample - (samples - 1) / 2) * pitch;
      const filled = sample < summed ? 1 : 0;
      drawn.pips.push({ key: `pip ${sample}`, x: at, y: line(1) - 4 * u, r: Math.min(5 * u, pitch * 0.36), filled });
    }
  }
  const counted = words(`summed ${summed}`, `${summed} of ${samples} samples`, x, line(dots ? 2 : 1), m.small);
  drawn.texts.push(counted);
}
