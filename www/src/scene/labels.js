/**
 * Where the numbers on the edges stand: on their edge, and on nothing else.
 *
 * @module
 */

/** @import { Box, Edge } from './layout.js' */

/** Height of a line of numbers. */
export const LINE = 15;

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
 * Gives every edge a place for its numbers, three lines if they fit everywhere, one line if that does, else none.
 *
 * @param {Edge[]} edges  gets the labels
 * @param {Box[]} obstacles
 * @param {boolean} compact
 * @param {number} extra  px for more digits than usual, if there is room for them
 * @returns {0 | 1 | 3}
 */
export function placeLabels(edges, obstacles, compact, extra) {
  for (const count of /** @type {const} */ ([3, 1])) {
    const usual = compact ? (count === 3 ? 66 : 44) : count === 3 ? 84 : 66;
    const more = extra > 0 ? [usual + extra, usual + extra / 2] : [];
    // A single line may give up a digit before it is given up itself.
    const less = count === 1 && !compact ? [58] : [];
    for (const width of [...more, usual, ...less]) {
      const boxes = fit(edges, obstacles, { width, height: count * LINE + 2 });
      if (boxes) {
        edges.forEach((edge, at) => (edge.label = boxes[at]));
        return count;
      }
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
