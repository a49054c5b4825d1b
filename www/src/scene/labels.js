/**
 * Label placement: finds room for the numbers on edges, where they touch no other, neuron or picture.
 *
 * @module
 */
import { overlap } from './geometry.js';

/** @import { Box, Edge } from './geometry.js' */

/** @typedef {{ width: number, height: number }} Size */

/** Height in px of a line of numbers. */
export const LINE_HEIGHT = 15;

/** Width in px of labels of one line and of three, on a phone and elsewhere. */
const WIDTHS = { compact: { 1: 44, 3: 66 }, wide: { 1: 66, 3: 84 } };
/** Width in px of a single line with one decimal less than usual. */
const NARROW = 58;

/**
 * Gives every edge a box for its numbers: three lines if they fit on all edges, else one line, else none.
 *
 * @param {Edge[]} edges  layer by layer; their `label` is set
 * @param {Box[]} obstacles
 * @param {boolean} compact
 * @param {number} extra  px of width for more digits than usual, used if there is room
 * @returns {0 | 1 | 3}  lines on every edge
 */
export function placeLabels(edges, obstacles, compact, extra) {
  for (const lines of /** @type {const} */ ([3, 1])) {
    const usual = WIDTHS[compact ? 'compact' : 'wide'][lines];
    const more = extra > 0 ? [usual + extra, usual + extra / 2] : [];
    // A single line gives up a digit rather than disappear.
    const less = lines === 1 && !compact ? [NARROW] : [];
    for (const width of [...more, usual, ...less]) {
      const boxes = boxesFor(edges, obstacles, { width, height: lines * LINE_HEIGHT + 2 });
      if (boxes) {
        edges.forEach((edge, index) => (edge.label = boxes[index]));
        return lines;
      }
    }
  }
  return 0;
}

/**
 * Returns a box for every edge, in their order. In each layer, labels in line are tried first because
 * they are easier to read; then each edge gets a position of its own.
 *
 * @param {Edge[]} edges  layer by layer
 * @param {Box[]} obstacles
 * @param {Size} size
 * @returns {Box[] | undefined}  none if there is no room
 */
function boxesFor(edges, obstacles, size) {
  /** @type {Box[]} */
  const all = [];
  const layers = [...new Set(edges.map((edge) => edge.layer))];
  for (const layer of layers) {
    const own = edges.filter((edge) => edge.layer === layer);
    const boxes = inLine(own, obstacles, size) ?? oneByOne(own, obstacles, size);
    if (!boxes) return undefined;
    all.push(...boxes);
  }
  return all;
}

/**
 * Returns positions along the edges of a layer to try, as fractions of their length. They start near the
 * side with more neurons, where edges lie further apart.
 *
 * @param {Edge[]} edges
 */
function fractionsFor(edges) {
  const targets = new Set(edges.map((edge) => edge.to)).size;
  const sources = new Set(edges.map((edge) => edge.from)).size;
  const steps = [0.3, 0.34, 0.26, 0.38, 0.42, 0.22, 0.46, 0.5, 0.18, 0.54, 0.6, 0.66, 0.14, 0.72, 0.78, 0.84];
  return sources >= targets ? steps : steps.map((step) => 1 - step);
}

/**
 * Returns a box around a point of an edge.
 * @param {Edge} edge
 * @param {number} fraction  of its length
 * @param {Size} size
 * @returns {Box}
 */
const boxAt = ({ x1, y1, x2, y2 }, fraction, { width, height }) => ({
  x: x1 + (x2 - x1) * fraction - width / 2,
  y: y1 + (y2 - y1) * fraction - height / 2,
  width,
  height,
});

/**
 * Returns boxes at the same fraction of every edge of a layer.
 * @param {Edge[]} edges
 * @param {Box[]} obstacles
 * @param {Size} size
 */
function inLine(edges, obstacles, size) {
  for (const fraction of fractionsFor(edges)) {
    const boxes = edges.map((edge) => boxAt(edge, fraction, size));
    const free = boxes.every(
      (box, index) =>
        !obstacles.some((other) => overlap(box, other)) &&
        !boxes.slice(0, index).some((other) => overlap(box, other)),
    );
    if (free) return boxes;
  }
  return undefined;
}

/**
 * Returns boxes at the first free fraction of each edge of a layer.
 * @param {Edge[]} edges
 * @param {Box[]} obstacles
 * @param {Size} size
 */
function oneByOne(edges, obstacles, size) {
  /** @type {Box[]} */
  const boxes = [];
  const fractions = fractionsFor(edges);
  for (const edge of edges) {
    const box = fractions
      .map((fraction) => boxAt(edge, fraction, size))
      .find((each) => ![...obstacles, ...boxes].some((other) => overlap(each, other)));
    if (!box) return undefined;
    boxes.push(box);
  }
  return boxes;
}
