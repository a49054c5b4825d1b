/**
 * Places for the numbers of the edges, so that none overlaps another, a node or a chip.
 *
 * All places are tried in the same order, so the same sizes always give the same picture.
 *
 * @module
 */
import { boxHeight, textWidth } from './metrics.js';

/** @import { EdgePlace, Rect } from './layout.js' */
/** @import { Metrics } from './metrics.js' */

/**
 * @typedef {object} LabelPlaces
 * @property {number} width   reserved for each
 * @property {number} lines   of numbers there is room for
 * @property {boolean} wide   there is room for "old → new" on one line
 * @property {Record<string, { x: number, y: number }>} at  middle of each box, by "to from"
 */

/** More boxes than this are no longer read. */
const MOST = 20;
/** Tried along an edge, from one end to the other. */
const PLACES = 33;

/** Characters and lines to reserve, from the best. "0.420 → 0.431" has 13 (with two minus signs it is
 * set smaller), "÷m −0.026" has 9, "−0.810" has 6. */
const SHAPES = [
  { characters: 13, lines: 3 },
  { characters: 9, lines: 3 },
  { characters: 9, lines: 2 },
  { characters: 6, lines: 1 },
];

/**
 * Places for the numbers of all edges between two layers.
 *
 * @param {EdgePlace[]} edges
 * @param {'from' | 'to'} side  the end where the edges are less crowded
 * @param {Rect[]} taken  by chips
 * @param {Metrics} m
 * @returns {LabelPlaces | undefined}
 */
export function gapPlaces(edges, side, taken, m) {
  return edges.length <= MOST ? places(edges, side, taken, m) : undefined;
}

/**
 * Places for the numbers of the edges of one neuron, near their other ends, where there is no room for all.
 *
 * @param {EdgePlace[]} edges
 * @param {'from' | 'to'} side  where the neuron is not
 * @param {Rect[]} taken
 * @param {Metrics} m
 * @returns {LabelPlaces | undefined}
 */
export function fanPlaces(edges, side, taken, m) {
  return places(edges, side, taken, m);
}

/**
 * @param {EdgePlace[]} edges
 * @param {'from' | 'to'} side
 * @param {Rect[]} taken
 * @param {Metrics} m
 * @returns {LabelPlaces | undefined}
 */
function places(edges, side, taken, m) {
  for (const { characters, lines } of SHAPES) {
    const width = textWidth(characters, m.font) + 2 * m.pad;
    const size = { width, height: boxHeight(lines, m) };
    const at = inLine(edges, side, taken, size, m) ?? inLanes(edges, side, taken, size, m);
    if (at) return { width, lines, wide: characters === 13, at };
  }
  return undefined;
}

/** @typedef {{ width: number, height: number }} Size */

/**
 * How far along its edge the middle of a box can be: from 0 to 1, seen from the less crowded end.
 *
 * @param {EdgePlace | undefined} edge
 * @param {Size} size
 * @param {Metrics} m
 */
function alongs(edge, { width }, m) {
  const run = edge ? edge.x2 - edge.x1 : 0;
  const least = (width / 2 + m.gap / 2) / run;
  if (!(least <= 0.5)) return [];
  return Array.from({ length: PLACES }, (_, index) => least + ((1 - 2 * least) * index) / (PLACES - 1));
}

/**
 * @param {EdgePlace} edge
 * @param {number} along
 * @param {'from' | 'to'} side
 * @param {Size} size
 * @returns {Rect}
 */
function box({ x1, y1, x2, y2 }, along, side, { width, height }) {
  const t = side === 'from' ? along : 1 - along;
  return { x: x1 + (x2 - x1) * t - width / 2, y: y1 + (y2 - y1) * t - height / 2, width, height };
}

/**
 * Whether two boxes come nearer than the least distance.
 *
 * @param {Rect} one
 * @param {Rect} other
 * @param {number} distance
 */
export function meet(one, other, distance) {
  return (
    one.x < other.x + other.width + distance &&
    other.x < one.x + one.width + distance &&
    one.y < other.y + other.height + distance &&
    other.y < one.y + one.height + distance
  );
}

/**
 * All boxes at the same height along their edges: calm, and best where the edges are furthest apart.
 *
 * @param {EdgePlace[]} edges
 * @param {'from' | 'to'} side
 * @param {Rect[]} taken
 * @param {Size} size
 * @param {Metrics} m
 */
function inLine(edges, side, taken, size, m) {
  let best = { distance: -1, along: 0 };
  for (const along of alongs(edges[0], size, m)) {
    const boxes = edges.map((edge) => box(edge, along, side, size)).sort((one, other) => one.y - other.y);
    if (boxes.some((one) => taken.some((other) => meet(one, other, m.gap)))) continue;
    const distances = boxes.slice(1).map((one, index) => one.y - (boxes[index]?.y ?? 0) - size.height);
    // A single edge has its number in the middle.
    const distance = distances.length ? Math.min(...distances) : 1 - Math.abs(along - 0.5);
    if (distance > best.distance + 0.01) best = { distance, along };
  }
  const fits = edges.length === 1 ? best.distance > 0 : best.distance >= m.gap;
  return fits ? record(edges, () => best.along, side, size) : undefined;
}

/**
 * Boxes one by one, each in the first lane that is still free there.
 *
 * @param {EdgePlace[]} edges
 * @param {'from' | 'to'} side
 * @param {Rect[]} taken
 * @param {Size} size
 * @param {Metrics} m
 */
function inLanes(edges, side, taken, size, m) {
  const lanes = alongs(edges[0], size, m);
  const used = [...taken];
  /** @type {number[]} */
  const chosen = [];
  for (const edge of edges) {
    const along = lanes.find((lane) => !used.some((other) => meet(box(edge, lane, side, size), other, m.gap)));
    if (along === undefined) return undefined;
    used.push(box(edge, along, side, size));
    chosen.push(along);
  }
  return record(edges, (index) => chosen[index] ?? 0.5, side, size);
}

/**
 * @param {EdgePlace[]} edges
 * @param {(index: number) => number} along
 * @param {'from' | 'to'} side
 * @param {Size} size
 */
function record(edges, along, side, size) {
  /** @type {LabelPlaces['at']} */
  const at = {};
  edges.forEach((edge, index) => {
    const { x, y } = box(edge, along(index), side, size);
    at[`${edge.to} ${edge.from}`] = { x: x + size.width / 2, y: y + size.height / 2 };
  });
  return at;
}
