/**
 * Where everything is: a pure function of layer sizes and room. All in px, origin at the upper left.
 *
 * @module
 */

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * `details` says whether there is room for chips above and below the node.
 * @typedef {{ layer: number, neuron: number, x: number, y: number }} Node
 */

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
 * @property {Box} cost
 */

/** Height kept for the controls above the columns. */
export const HEADER = 64;
/** Height kept for the legend below. */
export const FOOTER = 26;
/** Height of a line of numbers. */
export const LINE = 15;
/** Height of the chip above a node. */
export const CHIP = 22;
/** The most neurons of a layer that are drawn one by one. */
export const MOST_DRAWN = 12;

/**
 * Whether two boxes share any point.
 * @param {Box} one
 * @param {Box} other
 */
export const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

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

/**
 * All that a node and what belongs to it take up.
 * @param {Pick<Layout, 'radius' | 'details' | 'compact'>} layout
 * @param {{ x: number, y: number }} node
 * @returns {Box}
 */
export function nodeBox({ radius, details, compact }, { x, y }) {
  const half = details ? Math.max(radius, compact ? 32 : 42) + 2 : radius + 2;
  const above = radius + (details ? CHIP + 3 : 2);
  const below = radius + (details ? 3 * LINE + 4 : 2);
  return { x: x - half, y: y - above, width: 2 * half, height: above + below };
}

/**
 * @param {readonly number[]} sizes
 * @param {{ width: number, height: number }} room
 * @returns {Layout}
 */
export function layout(sizes, { width, height }) {
  const compact = width < 620;
  const cost = { width: compact ? 62 : 104, height: 58 };
  const left = compact ? 42 : 70;
  // Between the output and the cost stands the target.
  const right = cost.width + (compact ? 76 : 140);
  const inner = Math.max(1, height - HEADER - FOOTER);
  const slots = Math.max(3, Math.floor(inner / 22));
  const folds = sizes.map((size) => fold(size, slots));
  const most = Math.max(
    ...folds.map(({ first, last }, l) => first + last + (first + last < (sizes[l] ?? 0) ? 1 : 0)),
  );
  const spacing = inner / most;
  const between = (width - left - right) / (sizes.length - 1);
  // Chips above and below have a fixed height; what is left goes to the circle.
  const roomy = (spacing - CHIP - 3 * LINE - 12) / 2;
  const details = roomy >= 18 && between >= 120;
  const radius = Math.max(5, Math.min(40, details ? roomy : spacing * 0.4, between * 0.24));

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
    const top = HEADER + inner / 2 - lift - ((count - 1) * step) / 2;
    for (let at = 0; at < count; at += 1) {
      const y = top + at * step;
      if (folded && at === first) gaps.push({ layer, x, y, count: size - first - last });
      else nodes.push({ layer, neuron: at < first ? at : size - count + at, x, y });
    }
  });

  const edges = lines(nodes, radius);
  const placed = place(edges, nodes, { radius, details, compact });
  const output = nodes.filter((node) => node.layer === sizes.length);
  const middle = ((output[0]?.y ?? 0) + (output.at(-1)?.y ?? 0)) / 2;
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
    cost: { ...cost, x: width - cost.width - (compact ? 4 : 14), y: middle - cost.height / 2 },
  };
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

/**
 * Gives every edge a place for its numbers, three lines if they fit everywhere, one line if that does, else none.
 *
 * @param {Edge[]} edges  gets the labels
 * @param {Node[]} nodes
 * @param {Pick<Layout, 'radius' | 'details' | 'compact'>} shape
 * @returns {0 | 1 | 3}
 */
function place(edges, nodes, shape) {
  const obstacles = nodes.map((node) => nodeBox(shape, node));
  for (const count of /** @type {const} */ ([3, 1])) {
    const width = shape.compact ? (count === 3 ? 64 : 44) : count === 3 ? 84 : 58;
    const boxes = fit(edges, obstacles, { width, height: count * LINE + 2 });
    if (boxes) {
      edges.forEach((edge, at) => (edge.label = boxes[at]));
      return count;
    }
  }
  return 0;
}

/**
 * Boxes on the edges that touch neither one another nor a node; `undefined` if there is no room. One common
 * fraction of the way is tried first, because labels in line are easier to read; then each edge for itself.
 *
 * @param {Edge[]} edges
 * @param {Box[]} obstacles
 * @param {{ width: number, height: number }} size
 * @returns {Box[] | undefined}
 */
function fit(edges, obstacles, size) {
  /** @type {Box[]} */
  const all = [];
  const layers = [...new Set(edges.map((edge) => edge.layer))];
  for (const layer of layers) {
    const own = edges.filter((edge) => edge.layer === layer);
    const boxes = common(own, obstacles, size) ?? staggered(own, obstacles, size);
    if (!boxes) return undefined;
    all.push(...boxes);
  }
  // Edges come layer by layer, and so do their boxes.
  return all;
}

/** Fractions of the way to try, from the end with more neurons, where edges lie further apart. @param {Edge[]} edges */
function fractions(edges) {
  const targets = new Set(edges.map((edge) => edge.to)).size;
  const sources = new Set(edges.map((edge) => edge.from)).size;
  const steps = [0.3, 0.34, 0.26, 0.38, 0.42, 0.22, 0.46, 0.5, 0.18, 0.54, 0.6, 0.66, 0.14, 0.72, 0.78, 0.84];
  return sources >= targets ? steps : steps.map((step) => 1 - step);
}

/** @param {Edge} edge @param {number} at @param {{ width: number, height: number }} size @returns {Box} */
const boxAt = ({ x1, y1, x2, y2 }, at, { width, height }) => ({
  x: x1 + (x2 - x1) * at - width / 2,
  y: y1 + (y2 - y1) * at - height / 2,
  width,
  height,
});

/** @param {Edge[]} edges @param {Box[]} obstacles @param {{ width: number, height: number }} size */
function common(edges, obstacles, size) {
  for (const fraction of fractions(edges)) {
    const boxes = edges.map((edge) => boxAt(edge, fraction, size));
    const free = boxes.every(
      (box, at) =>
        !obstacles.some((other) => overlap(box, other)) &&
        !boxes.some((other, place) => place < at && overlap(box, other)),
    );
    if (free) return boxes;
  }
  return undefined;
}

/** @param {Edge[]} edges @param {Box[]} obstacles @param {{ width: number, height: number }} size */
function staggered(edges, obstacles, size) {
  /** @type {Box[]} */
  const boxes = [];
  const tries = fractions(edges);
  for (const edge of edges) {
    const box = tries
      .map((fraction) => boxAt(edge, fraction, size))
      .find((each) => ![...obstacles, ...boxes].some((other) => overlap(each, other)));
    if (!box) return undefined;
    boxes.push(box);
  }
  return boxes;
}
