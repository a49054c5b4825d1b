/**
 * Where everything is: pure geometry from layer sizes and the room there is. Nothing here knows a value.
 *
 * Plain data, in CSS pixels, origin at the top left of the stage. Arrays over layers have index 0 = layer 1.
 *
 * @module
 */
import { form } from './columns.js';
import { gapPlaces } from './labels.js';
import { boxHeight, metrics, textWidth, unitFor } from './metrics.js';

/** @import { CapsuleKind, Form } from './columns.js' */
/** @import { LabelPlaces } from './labels.js' */
/** @import { Metrics, Viewport } from './metrics.js' */
/** @import { Quantity } from './quantity.js' */

/** @typedef {{ x: number, y: number, width: number, height: number }} Rect */

/**
 * Room for one number. `x` is its start, middle or end as `anchor` says; `y` its baseline.
 * @typedef {{ x: number, y: number, size: number, width: number, anchor: 'start' | 'middle' | 'end' }} Slot
 */

/**
 * @typedef {object} NodePlace
 * @property {number} layer
 * @property {number} neuron
 * @property {'disc' | 'capsule'} shape
 * @property {number} x       middle of the body
 * @property {number} y
 * @property {number} gaugeX  middle of the arc
 * @property {number} r       of the arc
 * @property {Rect} body
 * @property {Partial<Record<Quantity, Slot>>} slots  numbers inside
 * @property {Rect | undefined} bias   the chip above, with all lines it can have; it grows upwards
 * @property {number} biasLines
 * @property {Rect | undefined} delta  the chip below
 * @property {Slot | undefined} name   x_k beside an input
 */

/** @typedef {{ to: number, from: number, x1: number, y1: number, x2: number, y2: number }} EdgePlace */

/**
 * The edges that lead to `layer`, and where their numbers stand; absent if there is no room for all.
 * @typedef {{ layer: number, edges: EdgePlace[], labels: LabelPlaces | undefined }} Gap
 */

/**
 * @typedef {object} Column
 * @property {number} layer
 * @property {number} neurons
 * @property {number} x
 * @property {{ x: number, y: number, hidden: number } | undefined} fold  the gap of a folded layer
 * @property {NodePlace[]} nodes
 */

/**
 * @typedef {object} Layout
 * @property {number} width   can be more than the viewport's: then the stage scrolls
 * @property {number} height
 * @property {Metrics} metrics
 * @property {Column[]} columns
 * @property {(Gap | undefined)[]} gaps  index 0 is absent: nothing leads to the input
 * @property {Rect[]} targets  y, one for each output neuron drawn
 * @property {Rect} cost
 * @property {Rect | undefined} sums   what has been added to Σ∇; absent where there is no room
 */

/** Forms to try, from the largest: radius of a disc, kind of capsule, least run of an edge; in units. */
const TRIES = /** @type {[number, CapsuleKind, number][]} */ (
  ['wide', 'narrow', 'tiny'].flatMap((kind, index) =>
    [40, 36, 32, 28, 25, 22].map((r) => [r, kind, [120, 66, 40][index]]),
  )
);
/** How far the unit may shrink before the stage scrolls instead. */
const SHRINK = [1, 0.94, 0.88, 0.82];

/**
 * @param {number[]} sizes
 * @param {Viewport} viewport
 * @param {boolean} compact  a phone: bigger buttons, the cost under the target
 * @returns {Layout}
 */
export function layout(sizes, viewport, compact) {
  const unit = unitFor(viewport, compact);
  const units = compact ? [unit] : SHRINK.map((shrink) => unit * shrink);
  for (const tried of units) {
    const m = metrics(tried, compact);
    for (const [largest, kind, run] of TRIES) {
      const plan = planned(sizes, viewport, largest * tried, kind, m);
      if (plan.run >= run * tried && plan.pitch >= leastPitch(m)) return placed(sizes, plan, viewport, m);
    }
  }
  const m = metrics(units.at(-1) ?? unit, compact);
  const plan = planned(sizes, viewport, 25 * m.unit, 'tiny', m);
  const run = Math.max(40 * m.unit, plan.run, plan.run + leastPitch(m) - plan.pitch);
  return placed(sizes, { ...plan, run }, viewport, m);
}

/** The controls of a layer and the button between two layers need their room. @param {Metrics} m */
const leastPitch = (m) => 3 * m.button + 22 * m.unit;

/**
 * @typedef {object} Plan
 * @property {Form[]} forms
 * @property {number} left   of the first body
 * @property {number} right  of the last body
 * @property {number} run    free width between two bodies
 * @property {number} pitch  least distance between the middles of two columns
 */

/**
 * @param {number[]} sizes
 * @param {Viewport} viewport
 * @param {number} largest
 * @param {CapsuleKind} kind
 * @param {Metrics} m
 * @returns {Plan}
 */
function planned(sizes, viewport, largest, kind, m) {
  const forms = sizes.map((neurons, index) =>
    form({ neurons, input: index === 0, height: columnHeight(sizes, index, viewport, m) }, largest, kind, m),
  );
  const left = 28 * m.unit;
  const right = m.compact
    ? 12 * m.unit + targetWidth(m) + 6 * m.unit
    : 26 * m.unit + targetWidth(m) + 20 * m.unit + costWidth(m) + 10 * m.unit;
  const bodies = forms.reduce((sum, { half }) => sum + 2 * half, 0);
  const run = (viewport.width - left - right - bodies) / (sizes.length - 1);
  const pitch = Math.min(...forms.slice(1).map(({ half }, index) => run + half + (forms[index]?.half ?? 0)));
  return { forms, left, right, run, pitch };
}

/** @param {Metrics} m */
const targetWidth = (m) => textWidth(6, m.font) + 2 * m.pad;
/** @param {Metrics} m */
const costWidth = (m) => 96 * m.unit;
/** @param {Metrics} m */
const costHeight = (m) => 50 * m.unit;
/** @param {Metrics} m */
const bottom = (m) => 8 * m.unit;

/**
 * On a phone the cost stands under the targets, so that the output layer has less height.
 *
 * @param {number[]} sizes
 * @param {number} index
 * @param {Viewport} viewport
 * @param {Metrics} m
 */
function columnHeight(sizes, index, viewport, m) {
  const whole = viewport.height - m.top - bottom(m);
  const crowded = m.compact && index === sizes.length - 1 && (sizes[index] ?? 0) > 2;
  return crowded ? whole - costHeight(m) - m.gap : whole;
}

/**
 * @param {number[]} sizes
 * @param {Plan} plan
 * @param {Viewport} viewport
 * @param {Metrics} m
 * @returns {Layout}
 */
function placed(sizes, { forms, left, right, run }, viewport, m) {
  let x = left;
  const columns = forms.map((shape, index) => {
    x += shape.half;
    const column = placeColumn(sizes, index, shape, x, m);
    x += shape.half + run;
    return column;
  });
  const end = x - run;
  const gaps = columns.map((column, index) => {
    const previous = columns[index - 1];
    return previous && gap(previous, column, m);
  });
  const height = viewport.height;
  const width = Math.max(viewport.width, end + right);
  return { width, height, metrics: m, columns, gaps, ...costPlaces(columns, end, height, m) };
}

/**
 * @param {number[]} sizes
 * @param {number} index
 * @param {Form} shape
 * @param {number} x
 * @param {Metrics} m
 * @returns {Column}
 */
function placeColumn(sizes, index, shape, x, m) {
  const { fold: gapRow, spacing } = shape;
  const biasHeight = shape.biasLines ? boxHeight(shape.biasLines, m) + 5 * m.unit : 0;
  const deltaHeight = shape.biasLines ? m.chip + (shape.zInside ? 5 * m.unit : m.line + 5 * m.unit) : 0;
  // The body stands in the middle of its row unless the bias above needs more than half of it.
  const need = (biasHeight + deltaHeight + shape.height + m.gap) / 2;
  const over = Math.max(0, biasHeight + shape.height / 2 + m.gap / 2 - spacing / 2);
  const shift = need > 0 ? Math.min(over, Math.max(0, (biasHeight - deltaHeight) / 2)) : 0;
  const rowY = (/** @type {number} */ row) => m.top + spacing * (row + 0.5);
  const nodes = shape.shown.map((neuron, place) => {
    const row = gapRow && place >= gapRow.row ? place + 1 : place;
    return placeNode({ layer: index + 1, neuron, inputs: sizes[0] ?? 1 }, shape, x, rowY(row) + shift, m);
  });
  const foldPlace = gapRow && { x, y: rowY(gapRow.row), hidden: gapRow.hidden };
  return { layer: index + 1, neurons: sizes[index] ?? 0, x, fold: foldPlace, nodes };
}

/**
 * @param {{ layer: number, neuron: number, inputs: number }} which
 * @param {Form} shape
 * @param {number} x
 * @param {number} y
 * @param {Metrics} m
 * @returns {NodePlace}
 */
function placeNode({ layer, neuron }, shape, x, y, m) {
  const { half, height, r, biasLines } = shape;
  const u = m.unit;
  const body = { x: x - half, y: y - height / 2, width: 2 * half, height };
  const isDisc = shape.shape === 'disc';
  const chip = textWidth(9, m.font) + 2 * m.pad;
  const biasHeight = boxHeight(biasLines, m);
  const under = y + r + 5 * u + (shape.zInside ? 0 : m.line);
  /** @type {Slot | undefined} */
  const name =
    layer === 1
      ? { x: body.x - 7 * u, y: y + m.font * 0.35, size: m.font * 1.05, width: 20 * u, anchor: 'end' }
      : undefined;
  return {
    layer,
    neuron,
    shape: shape.shape,
    x,
    y,
    gaugeX: isDisc ? x : body.x + 5 * u + r,
    r,
    body,
    slots: isDisc ? discSlots(layer, shape, x, y, m) : capsuleSlots(shape, body, m),
    bias: biasLines
      ? { x: x - chip / 2, y: body.y - 5 * u - biasHeight, width: chip, height: biasHeight }
      : undefined,
    biasLines,
    delta: biasLines ? { x: x - chip / 2, y: under, width: chip, height: m.chip } : undefined,
    name,
  };
}

/**
 * @param {number} layer
 * @param {Form} shape
 * @param {number} x
 * @param {number} y
 * @param {Metrics} m
 * @returns {Partial<Record<Quantity, Slot>>}
 */
function discSlots(layer, { r, zInside }, x, y, m) {
  const anchor = /** @type {const} */ ('middle');
  const lead = Math.min(19 * m.unit, r * 0.48);
  const at = (/** @type {number} */ dy, /** @type {number} */ size) => {
    // The chord of the disc at the height of the text, inside the ring.
    const inner = r - 6 * m.unit;
    const away = Math.min(inner, Math.abs(dy) + size * 0.3);
    return { x, y: y + dy + size * 0.35, size, width: 2 * Math.sqrt(inner * inner - away * away), anchor };
  };
  if (layer === 1) return { a: at(0, lead) };
  if (!zInside) {
    const z = { x, y: y + r + 5 * m.unit + m.line * 0.72, size: m.small, width: textWidth(10, m.small), anchor };
    return { a: at(0, lead), z };
  }
  const size = Math.min(m.small, r * 0.29);
  return { a: at(0, lead), z: at(r * 0.47, size), slope: at(-r * 0.47, size) };
}

/**
 * @param {Form} shape
 * @param {Rect} body
 * @param {Metrics} m
 * @returns {Partial<Record<Quantity, Slot>>}
 */
function capsuleSlots({ grid, r }, body, m) {
  const u = m.unit;
  const start = body.x + 5 * u + 2 * r + 6 * u;
  const columns = Math.max(...grid.map((row) => row.length));
  const width = (body.x + body.width - 8 * u - start - (columns - 1) * 9 * u) / columns;
  const line = 14 * u;
  /** @type {Partial<Record<Quantity, Slot>>} */
  const slots = {};
  grid.forEach((row, line0) =>
    row.forEach((quantity, column) => {
      const middle = body.y + body.height / 2 + (line0 - (grid.length - 1) / 2) * line;
      const x = start + column * (width + 9 * u) + width;
      slots[quantity] = { x, y: middle + m.small * 0.35, size: m.small, width, anchor: 'end' };
    }),
  );
  return slots;
}

/**
 * @param {Column} left
 * @param {Column} right
 * @param {Metrics} m
 * @returns {Gap}
 */
function gap(left, right, m) {
  const reach = 3 * m.unit;
  const edges = right.nodes.flatMap((to) =>
    left.nodes.map((from) => ({
      to: to.neuron,
      from: from.neuron,
      x1: from.body.x + from.body.width + reach,
      y1: from.y,
      x2: to.body.x - reach,
      y2: to.y,
    })),
  );
  const obstacles = [...left.nodes, ...right.nodes].flatMap(({ bias, delta }) => [bias, delta]);
  const taken = obstacles.flatMap((rect) => (rect ? [rect] : []));
  const labels = gapPlaces(edges, left.nodes.length >= right.nodes.length ? 'from' : 'to', taken, m);
  return { layer: right.layer, edges, labels };
}

/**
 * The targets beside the outputs, the cost and the sums right of them; on a phone the cost under them.
 *
 * @param {Column[]} columns
 * @param {number} end  right side of the output layer
 * @param {number} height
 * @param {Metrics} m
 * @returns {Pick<Layout, 'targets' | 'cost' | 'sums'>}
 */
function costPlaces(columns, end, height, m) {
  const u = m.unit;
  const nodes = columns.at(-1)?.nodes ?? [];
  const width = targetWidth(m);
  const targetX = end + (m.compact ? 12 : 26) * u;
  const chip = Math.min(m.chip, (nodes[0]?.body.height ?? m.chip) - 2 * u);
  const targets = nodes.map(({ y }) => ({ x: targetX, y: y - chip / 2, width, height: chip }));
  if (m.compact) {
    const size = costHeight(m);
    const below = (targets.at(-1)?.y ?? 0) + chip + 22 * u;
    const y = Math.min(below, height - bottom(m) - size);
    return { targets, cost: { x: targetX, y, width, height: size }, sums: undefined };
  }
  const x = targetX + width + 20 * u;
  const size = costHeight(m) + 8 * u;
  const first = nodes[0]?.y ?? 0;
  const middle = (first + (nodes.at(-1)?.y ?? 0)) / 2;
  const cost = { x, y: middle - size / 2, width: costWidth(m), height: size };
  const sums = { x, y: cost.y + size + 26 * u, width: costWidth(m), height: 92 * u };
  return { targets, cost, sums };
}
