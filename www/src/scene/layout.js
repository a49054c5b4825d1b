/**
 * Where everything is: a pure function of layer sizes and room. All in px, origin at the upper left.
 *
 * @module
 */
import { LINE, placeLabels } from './labels.js';

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** @typedef {{ layer: number, neuron: number, x: number, y: number }} Node */

/**
 * From the rim of one node to the rim of the other; `label` is where its numbers stand, if there is room.
 * @typedef {{ layer: number, to: number, from: number, x1: number, y1: number, x2: number, y2: number, label: Box | undefined }} Edge
 */

/** A folded part of a layer: so many neurons that are not drawn. @typedef {{ layer: number, x: number, y: number, count: number }} Gap */

/** @typedef {{ layer: number, x: number, size: number }} Column */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {boolean} compact  small type, for a phone
 * @property {number} radius  of a node
 * @property {boolean} details  room for chips at the nodes
 * @property {0 | 1 | 3} lines  lines of numbers on every edge
 * @property {Column[]} columns
 * @property {Node[]} nodes
 * @property {Gap[]} gaps
 * @property {Edge[]} edges
 * @property {Box[]} targets  where y stands, one for each drawn output neuron; empty without room
 * @property {Box} cost
 * @property {{ layer: number, neuron: number, weights: Box, gradient: Box }[]} pictures  of the weights into a neuron, where
 *   they come from a folded layer
 * @property {Box | undefined} input  where a folded input is shown as a picture
 * @property {Box} workings  free of numbers: for the step in detail
 */

/** Height kept for the controls above the columns; on a phone, where they stand in two rows, more. */
const HEADER = 64;
const HEADER_COMPACT = 88;
/** Height kept below on a phone, where the cost does not fit beside the output. */
const COST_COMPACT = 54;
/** Height kept for the legend below. */
const FOOTER = 26;
/** Height of the chip above a node. */
const CHIP = 22;
/** Width of a digit on an edge. */
const DIGIT = 7.6;
/** Sides in px between which pictures of weights are drawn. */
const LEAST_PICTURE = 20;
const MOST_PICTURE = 56;
/** More decimals than these are left to the cards. */
const MOST_DIGITS = 10;
/** Share of the radius by which the arc of δ reaches beyond a node. */
const ARC = 0.175;
/** The most neurons of a layer that are drawn one by one. */
export const MOST_DRAWN = 12;

/**
 * Which neurons of a layer are drawn: all, or the first and the last of a big one with a gap between.
 *
 * @param {number} size
 * @param {number} slots  that there is height for
 * @returns {{ first: number, last: number }}  how many from each end
 */
export function fold(size, slots) {
  if (size <= Math.min(MOST_DRAWN, slots)) return { first: size, last: 0 };
  const drawn = Math.max(2, Math.min(MOST_DRAWN, slots) - 3);
  const last = Math.floor(drawn / 3);
  return { first: drawn - last, last };
}

/** Width of the chips above and below a node. @param {boolean} compact */
export const chipWidth = (compact) => (compact ? 66 : 84);

/**
 * All that a node and what belongs to it take up.
 * @param {Pick<Layout, 'radius' | 'details' | 'compact'>} layout
 * @param {{ x: number, y: number }} node
 * @returns {Box}
 */
export function nodeBox({ radius, details, compact }, { x, y }) {
  const half = details ? Math.max(radius, chipWidth(compact) / 2) + 2 : radius + 2;
  const above = radius + (details ? CHIP + 3 : 2);
  const below = radius + (details ? 3 * LINE + 4 : 2);
  return { x: x - half, y: y - above, width: 2 * half, height: above + below };
}

/** @type {{ key: string, layout: Layout } | undefined} */
let last;

/**
 * The layout, and the same object again as long as nothing it depends on has changed: it is asked for in every frame.
 *
 * @param {readonly number[]} sizes
 * @param {{ width: number, height: number }} room
 * @param {number} [digits]  decimals to make room for, where there is any
 * @returns {Layout}
 */
export function layoutFor(sizes, room, digits = 3) {
  const key = [...sizes, 'in', room.width, room.height, digits].join(' ');
  if (last?.key !== key) last = { key, layout: create(sizes, room, digits) };
  return last.layout;
}

/** @param {readonly number[]} sizes @param {{ width: number, height: number }} room @param {number} digits @returns {Layout} */
function create(sizes, { width, height }, digits) {
  const compact = width < 620;
  const cost = compact ? { width: 72, height: 46 } : { width: 104, height: 58 };
  const target = { width: compact ? 34 : 64, height: 22 };
  const left = compact ? 38 : 70;
  // Between the output and the cost stands the target.
  const right = compact ? 76 : cost.width + 156;
  const header = compact ? HEADER_COMPACT : HEADER;
  const inner = Math.max(1, height - header - FOOTER - (compact ? COST_COMPACT : 0));
  const slots = Math.max(3, Math.floor(inner / 22));
  const folds = sizes.map((size) => fold(size, slots));
  const most = Math.max(
    ...folds.map(({ first, last }, l) => first + last + (first + last < (sizes[l] ?? 0) ? 1 : 0)),
  );
  const spacing = inner / most;
  const between = (width - left - right) / (sizes.length - 1);
  // Chips above and below have a fixed height; what is left goes to the circle.
  const roomy = (spacing - CHIP - 3 * LINE - 12) / 2;
  const details = roomy >= (compact ? 16 : 18) && between >= chipWidth(compact) + 36;
  const radius = Math.max(5, Math.min(compact ? 26 : 40, details ? roomy : spacing * 0.4, between * 0.24));

  /** @type {Column[]} */
  const columns = sizes.map((size, l) => ({ layer: l + 1, x: left + l * between, size }));
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Gap[]} */
  const gaps = [];
  columns.forEach(({ layer, x, size }, l) => {
    const { first, last } = folds[l] ?? { first: size, last: 0 };
    const folded = first + last < size;
    const count = first + last + (folded ? 1 : 0);
    const step = Math.min(spacing, inner / count);
    // The chips below are taller than the one above: the column is moved up by half the difference.
    const lift = details ? (3 * LINE - CHIP) / 2 : 0;
    const top = header + inner / 2 - lift - ((count - 1) * step) / 2;
    for (let at = 0; at < count; at += 1) {
      const y = top + at * step;
      if (folded && at === first) gaps.push({ layer, x, y, count: size - first - last });
      else nodes.push({ layer, neuron: at < first ? at : size - count + at, x, y });
    }
  });

  const side = Math.min(MOST_PICTURE, spacing - 8);
  const pictures = side < LEAST_PICTURE ? [] : beside(nodes, gaps, radius, side);
  const edges = lines(nodes, radius);
  const own = nodes.map((node) => nodeBox({ radius, details, compact }, node));
  const obstacles = [...own, ...pictures.flatMap(({ weights, gradient }) => [weights, gradient])];
  const placed = placeLabels(
    edges,
    obstacles,
    compact,
    Math.max(0, Math.min(digits, MOST_DIGITS) - 3) * DIGIT,
  );
  const output = nodes.filter((node) => node.layer === sizes.length);
  const middle = ((output[0]?.y ?? 0) + (output.at(-1)?.y ?? 0)) / 2;
  // Without chips, the arc of δ lies around the node.
  const reach = details ? Math.max(radius, chipWidth(compact) / 2) : radius * (1 + ARC) + 1;
  const targets =
    radius < 12
      ? []
      : output.map(({ x, y }) => ({
          ...target,
          x: x + reach + (compact || !details ? 3 : 6),
          y: y - target.height / 2,
        }));
  return {
    width,
    height,
    compact,
    radius,
    details,
    lines: placed,
    columns,
    nodes,
    gaps,
    edges,
    targets,
    cost: compact
      ? { ...cost, x: width - cost.width - 4, y: height - FOOTER - cost.height }
      : { ...cost, x: width - cost.width - 14, y: middle - cost.height / 2 },
    pictures,
    input: inputBox(gaps, side),
    workings: compact
      ? {
          x: 4,
          y: height - FOOTER - cost.height - 4,
          width: width - cost.width - 14,
          height: cost.height + 4,
        }
      : {
          x: width - right + 116,
          y: HEADER + 4,
          width: right - 122,
          height: Math.max(0, middle - cost.height / 2 - HEADER - 16),
        },
  };
}

/**
 * Places for pictures, left of every neuron that is fed by a folded layer.
 *
 * @param {Node[]} nodes
 * @param {Gap[]} gaps
 * @param {number} radius
 * @param {number} side
 */
function beside(nodes, gaps, radius, side) {
  const folded = new Set(gaps.map(({ layer }) => layer + 1));
  return nodes
    .filter(({ layer }) => folded.has(layer))
    .map(({ layer, neuron, x, y }) => {
      const weights = { x: x - radius - 10 - side, y: y - side / 2, width: side, height: side };
      return { layer, neuron, weights, gradient: { ...weights, x: weights.x - side - 6 } };
    });
}

/** In the gap of a folded input. @param {Gap[]} gaps @param {number} side @returns {Box | undefined} */
function inputBox(gaps, side) {
  const gap = gaps.find(({ layer }) => layer === 1);
  return gap && side >= LEAST_PICTURE
    ? { x: gap.x - side / 2, y: gap.y - side / 2, width: side, height: side }
    : undefined;
}

/**
 * An edge between every two drawn neighbours, from rim to rim.
 *
 * @param {Node[]} nodes
 * @param {number} radius
 * @returns {Edge[]}
 */
function lines(nodes, radius) {
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
