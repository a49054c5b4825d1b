/**
 * The layout of the stage: where neurons, edges, numbers and pictures are. A pure function of the sizes
 * of the network and the room there is; all in px from the upper left corner.
 *
 * @module
 */
import { LINE_HEIGHT, placeLabels } from './labels.js';

/** @import { Box, Edge, Node } from './geometry.js' */

/** @typedef {{ width: number, height: number }} Size */

/**
 * The neurons of a layer that are not drawn.
 * @typedef {{ layer: number, x: number, y: number, count: number }} Gap
 */

/** @typedef {{ layer: number, x: number, size: number }} Column */

/**
 * The weights into a neuron as a picture, and their gradient beside it.
 * @typedef {{ layer: number, neuron: number, weights: Box, gradient: Box }} WeightPicture
 */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {boolean} compact  small type, for a phone
 * @property {number} radius  of a node
 * @property {boolean} chips  whether there is room for δ above each node, and for bias and gradient below
 * @property {0 | 1 | 3} edgeLines  lines of numbers on every edge
 * @property {Column[]} columns
 * @property {Node[]} nodes
 * @property {Gap[]} gaps
 * @property {Edge[]} edges
 * @property {Box[]} targets  where y stands, one for each drawn output neuron; empty without room
 * @property {Box} cost
 * @property {WeightPicture[]} pictures  for neurons whose inputs are a folded layer
 * @property {Box | undefined} input  the picture of the input, if its layer is folded
 * @property {Box} workings  room for the formula of a step in detail; no number of the stage stands there
 */

/** Height for the controls above the columns; on a phone they stand in two rows. */
const HEADER = 64;
const HEADER_COMPACT = 88;
/** Height for the cost below the network on a phone, where there is no room beside the output. */
const COST_COMPACT = 54;
/** Height for the legend below. */
const FOOTER = 26;
/** Height of the chip above a node. */
const CHIP = 22;
/** Width of a digit on an edge. */
const DIGIT = 7.6;
/** The least and the greatest side of a picture of weights. */
const LEAST_PICTURE = 20;
const MOST_PICTURE = 56;
/** Decimals that labels make room for, if no number is given, and at most. */
const USUAL_DIGITS = 3;
const MOST_DIGITS = 10;
/** How far the arc of δ reaches beyond a node, as a part of the radius. */
const ARC = 0.175;
/** A layer with more neurons is folded. */
export const MOST_DRAWN = 12;

/**
 * Returns how many neurons of a layer are drawn from its start and from its end: all, or a few of a
 * folded layer with a gap between them.
 *
 * @param {number} size
 * @param {number} slots  how many there is height for
 */
export function fold(size, slots) {
  if (size <= Math.min(MOST_DRAWN, slots)) return { first: size, last: 0 };
  const drawn = Math.max(2, Math.min(MOST_DRAWN, slots) - 3);
  const last = Math.floor(drawn / 3);
  return { first: drawn - last, last };
}

/**
 * Returns the width of the chips above and below a node.
 * @param {boolean} compact
 */
export const chipWidth = (compact) => (compact ? 66 : 84);

/**
 * Returns the box of a node with its chips.
 * @param {Pick<Layout, 'radius' | 'chips' | 'compact'>} layout
 * @param {{ x: number, y: number }} node
 * @returns {Box}
 */
export function nodeBox({ radius, chips, compact }, { x, y }) {
  const half = chips ? Math.max(radius, chipWidth(compact) / 2) + 2 : radius + 2;
  const above = radius + (chips ? CHIP + 3 : 2);
  const below = radius + (chips ? 3 * LINE_HEIGHT + 4 : 2);
  return { x: x - half, y: y - above, width: 2 * half, height: above + below };
}

/**
 * The layout made last: it is asked for in every frame.
 * @type {{ key: string, layout: Layout } | undefined}
 */
let last;

/**
 * Returns the layout of a network; the same object as before if nothing has changed.
 *
 * @param {readonly number[]} sizes
 * @param {Size} room
 * @param {number} [digits]  decimals that labels make room for, if there is any
 */
export function layoutFor(sizes, room, digits = USUAL_DIGITS) {
  const key = [...sizes, 'in', room.width, room.height, digits].join(' ');
  if (last?.key !== key) last = { key, layout: create(sizes, room, digits) };
  return last.layout;
}

/**
 * @param {readonly number[]} sizes
 * @param {Size} room
 * @param {number} digits
 * @returns {Layout}
 */
function create(sizes, { width, height }, digits) {
  const compact = width < 620;
  const costSize = compact ? { width: 72, height: 46 } : { width: 104, height: 58 };
  const left = compact ? 38 : 70;
  // The targets stand between the output and the cost.
  const right = compact ? 76 : costSize.width + 156;
  const header = compact ? HEADER_COMPACT : HEADER;
  const inner = Math.max(1, height - header - FOOTER - (compact ? COST_COMPACT : 0));
  const slots = Math.max(3, Math.floor(inner / 22));
  const between = (width - left - right) / (sizes.length - 1);
  const columns = sizes.map((size, l) => ({ layer: l + 1, x: left + l * between, size }));
  const spacing = inner / Math.max(...sizes.map((size) => slotsOf(size, fold(size, slots))));
  // The radius that is left if there are chips, which have a fixed height.
  const roomy = (spacing - CHIP - 3 * LINE_HEIGHT - 12) / 2;
  const chips = roomy >= (compact ? 16 : 18) && between >= chipWidth(compact) + 36;
  const radius = Math.max(5, Math.min(compact ? 26 : 40, chips ? roomy : spacing * 0.4, between * 0.24));

  // The chips below are taller than the one above: columns are moved up by half the difference.
  const lift = chips ? (3 * LINE_HEIGHT - CHIP) / 2 : 0;
  const { nodes, gaps } = neuronsIn(columns, slots, inner, spacing, header + inner / 2 - lift);
  const side = Math.min(MOST_PICTURE, spacing - 8);
  const pictures = side < LEAST_PICTURE ? [] : picturesBeside(nodes, gaps, radius, side);
  const edges = edgesBetween(nodes, radius);
  const nodeBoxes = nodes.map((node) => nodeBox({ radius, chips, compact }, node));
  const obstacles = [...nodeBoxes, ...pictures.flatMap(({ weights, gradient }) => [weights, gradient])];
  const extra = Math.max(0, Math.min(digits, MOST_DIGITS) - USUAL_DIGITS) * DIGIT;
  const edgeLines = placeLabels(edges, obstacles, compact, extra);

  const output = nodes.filter((node) => node.layer === sizes.length);
  const middle = ((output[0]?.y ?? 0) + (output.at(-1)?.y ?? 0)) / 2;
  const cost = compact
    ? { ...costSize, x: width - costSize.width - 4, y: height - FOOTER - costSize.height }
    : { ...costSize, x: width - costSize.width - 14, y: middle - costSize.height / 2 };
  // Beside the cost on a phone, else above it.
  const workings = compact
    ? { x: 4, y: cost.y - 4, width: width - cost.width - 14, height: cost.height + 4 }
    : {
        x: width - right + 116,
        y: HEADER + 4,
        width: right - 122,
        height: Math.max(0, cost.y - HEADER - 16),
      };
  return {
    width,
    height,
    compact,
    radius,
    chips,
    edgeLines,
    columns,
    nodes,
    gaps,
    edges,
    targets: radius < 12 ? [] : targetsBeside(output, { radius, chips, compact }),
    cost,
    pictures,
    input: inputBox(gaps, side),
    workings,
  };
}

/**
 * Returns how many slots a layer takes up: one for each neuron drawn, and one for its gap.
 * @param {number} size
 * @param {{ first: number, last: number }} folded
 */
const slotsOf = (size, { first, last }) => first + last + (first + last < size ? 1 : 0);

/**
 * Returns the neurons that are drawn, and the gaps of folded layers.
 *
 * @param {Column[]} columns
 * @param {number} slots  how many there is height for
 * @param {number} height  for all of them
 * @param {number} spacing  at most, between two slots
 * @param {number} middle  of every column
 */
function neuronsIn(columns, slots, height, spacing, middle) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Gap[]} */
  const gaps = [];
  for (const { layer, x, size } of columns) {
    const { first, last } = fold(size, slots);
    const count = slotsOf(size, { first, last });
    const hidden = size - first - last;
    const step = Math.min(spacing, height / count);
    const top = middle - ((count - 1) * step) / 2;
    for (let slot = 0; slot < count; slot += 1) {
      const y = top + slot * step;
      if (hidden > 0 && slot === first) gaps.push({ layer, x, y, count: hidden });
      else nodes.push({ layer, neuron: slot < first ? slot : size - count + slot, x, y });
    }
  }
  return { nodes, gaps };
}

/**
 * Returns room for the targets, right of the output neurons.
 * @param {Node[]} output
 * @param {Pick<Layout, 'radius' | 'chips' | 'compact'>} layout
 */
function targetsBeside(output, { radius, chips, compact }) {
  const [width, height] = [compact ? 34 : 64, 22];
  // What lies between a neuron and its target: its chips or, without them, the arc of δ.
  const reach = chips ? Math.max(radius, chipWidth(compact) / 2) : radius * (1 + ARC) + 1;
  const space = compact || !chips ? 3 : 6;
  return output.map(({ x, y }) => ({ width, height, x: x + reach + space, y: y - height / 2 }));
}

/**
 * Returns room for pictures, left of every neuron whose inputs are a folded layer.
 *
 * @param {Node[]} nodes
 * @param {Gap[]} gaps
 * @param {number} radius
 * @param {number} side
 */
function picturesBeside(nodes, gaps, radius, side) {
  const folded = new Set(gaps.map(({ layer }) => layer + 1));
  return nodes
    .filter(({ layer }) => folded.has(layer))
    .map(({ layer, neuron, x, y }) => {
      const weights = { x: x - radius - 10 - side, y: y - side / 2, width: side, height: side };
      return { layer, neuron, weights, gradient: { ...weights, x: weights.x - side - 6 } };
    });
}

/**
 * Returns room for the picture of a folded input, in its gap.
 * @param {Gap[]} gaps
 * @param {number} side
 * @returns {Box | undefined}
 */
function inputBox(gaps, side) {
  const gap = gaps.find(({ layer }) => layer === 1);
  return gap && side >= LEAST_PICTURE
    ? { x: gap.x - side / 2, y: gap.y - side / 2, width: side, height: side }
    : undefined;
}

/**
 * Returns an edge from every drawn neuron to every drawn neuron of the next layer.
 *
 * @param {Node[]} nodes
 * @param {number} radius
 * @returns {Edge[]}
 */
function edgesBetween(nodes, radius) {
  return nodes.flatMap((target) =>
    nodes
      .filter((source) => source.layer === target.layer - 1)
      .map((source) => {
        const [dx, dy] = [target.x - source.x, target.y - source.y];
        const length = Math.hypot(dx, dy);
        const [ux, uy] = [(dx / length) * radius, (dy / length) * radius];
        return {
          layer: target.layer,
          to: target.neuron,
          from: source.neuron,
          x1: source.x + ux,
          y1: source.y + uy,
          x2: target.x - ux,
          y2: target.y - uy,
          label: undefined,
        };
      }),
  );
}
