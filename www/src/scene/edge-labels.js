/**
 * Places the numbers on the lines: along their line, above and below it, and on nothing else.
 *
 * @module
 */
import { distance, liesOn, pointAt, touch, touchesDisc } from './turned-boxes.js';

/** @import { Point, Segment, TurnedBox } from './turned-boxes.js' */

/**
 * A line between two neurons, with its layer and what it connects.
 * @typedef {Segment & { layer: number, to: number, from: number }} Line
 */

/** What no label may touch. @typedef {{ discs: (Point & { r: number })[], boxes: TurnedBox[] }} Obstacles */

/**
 * The size of a label in px; `height` is above and below the line together, `ends` is kept free at both ends
 * of the line, where packets stay.
 * @typedef {{ width: number, height: number, ends: number }} Size
 */

/** Shares of the way that are tried. */
const SHARES = Array.from({ length: 45 }, (_, at) => 0.06 + at * 0.02);
/** Obstacles further than this from the columns of the lines, in px, are out of the way. */
const REACH = 120;
/** Distance in px beyond which a label gains nothing from being further from other lines. */
const FAR = 60;

/**
 * Returns a line's angle in radians, between −π/2 and π/2, so that text on it is never upside down.
 *
 * @param {Segment} line
 */
export function angleOf({ x1, y1, x2, y2 }) {
  return Math.atan((y2 - y1) / (x2 - x1 || 1e-9));
}

/**
 * Returns the box of a label at a share of its line.
 *
 * @param {Line} line
 * @param {number} share
 * @param {Size} size
 * @returns {TurnedBox}
 */
export const labelBox = (line, share, { width, height }) => ({
  ...pointAt(line, share),
  width,
  height,
  angle: angleOf(line),
});

/**
 * Returns where the label of each line stands, in the order of the lines, or nothing if there is no room for
 * one of them. A label is put where its line is furthest from the others, and as near its source as that
 * allows.
 *
 * @param {Line[]} lines  of all layers
 * @param {Obstacles} obstacles
 * @param {Size} size
 * @param {{ crossing?: boolean, drawn?: Line[] }} [allow]  `crossing`: a label may stand on another line;
 *   `drawn`: also lines without labels, on which a label stands only where there is no other room
 * @returns {number[] | undefined}  the share of the way
 */
export function placeLabels(lines, obstacles, size, { crossing = false, drawn = lines } = {}) {
  const near = nearby(lines, obstacles);
  const candidates = lines.map((line) => candidatesOf(line, lines, drawn, near, size, crossing));
  // Lines with the fewest places choose first.
  const order = lines
    .map((_, at) => at)
    .sort((one, other) => length(candidates, one) - length(candidates, other));
  /** @type {TurnedBox[]} */
  const placed = [];
  /** @type {number[]} */
  const shares = new Array(lines.length);
  for (const at of order) {
    const found = candidates[at]?.find(({ box }) => !placed.some((other) => touch(box, other)));
    if (!found) return undefined;
    placed.push(found.box);
    shares[at] = found.share;
  }
  return shares;
}

/**
 * Returns the obstacles between the columns of some lines.
 *
 * @param {Line[]} lines
 * @param {Obstacles} obstacles
 * @returns {Obstacles}
 */
function nearby(lines, { discs, boxes }) {
  const [left, right] = [
    Math.min(...lines.map(({ x1 }) => x1)) - REACH,
    Math.max(...lines.map(({ x2 }) => x2)) + REACH,
  ];
  /** @param {Point} point */
  const isNear = ({ x }) => x > left && x < right;
  return { discs: discs.filter(isNear), boxes: boxes.filter(isNear) };
}

/** @param {unknown[][]} lists @param {number} at */
const length = (lists, at) => lists[at]?.length ?? 0;

/**
 * Returns the places a line's label may have, the best first.
 *
 * @param {Line} line
 * @param {Line[]} lines
 * @param {Line[]} drawn
 * @param {Obstacles} obstacles
 * @param {Size} size
 * @param {boolean} crossing
 */
function candidatesOf(line, lines, drawn, { discs, boxes }, size, crossing) {
  /** @param {Line} other */
  const beside = (other) => other !== line && other.layer === line.layer;
  const [others, all] = [lines.filter(beside), drawn.filter(beside)];
  const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
  const free = Math.min(0.5, (size.width / 2 + size.ends) / length);
  return SHARES.filter((share) => share >= free && share <= 1 - free)
    .map((share) => ({ share, box: labelBox(line, share, size) }))
    .filter(
      ({ box }) =>
        !discs.some((disc) => touchesDisc(box, disc)) &&
        !boxes.some((other) => touch(box, other)) &&
        (crossing || !others.some((other) => liesOn(box, other))),
    )
    .map(({ share, box }) => {
      const clearance = Math.min(FAR, ...all.map((other) => distance(box, other)));
      const on = !crossing && all.some((other) => liesOn(box, other)) ? FAR : 0;
      return { share, box, score: clearance - share * FAR - on };
    })
    .sort((one, other) => other.score - one.score);
}
