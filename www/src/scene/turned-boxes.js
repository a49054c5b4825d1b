/**
 * Points, boxes and turned boxes in px, and whether they touch. The origin is at the upper left.
 *
 * @module
 */

/** @typedef {{ x: number, y: number }} Point */

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** @typedef {{ x1: number, y1: number, x2: number, y2: number }} Segment */

/**
 * A box turned about its centre by `angle` (radians).
 * @typedef {Point & { width: number, height: number, angle: number }} TurnedBox
 */

/** Returns whether two upright boxes share a point. @param {Box} one @param {Box} other */
export const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Returns an upright box as a turned one. @param {Box} box @returns {TurnedBox} */
export const turned = ({ x, y, width, height }) => ({
  x: x + width / 2,
  y: y + height / 2,
  width,
  height,
  angle: 0,
});

/** Returns the four corners of a turned box. @param {TurnedBox} box @returns {Point[]} */
export function corners({ x, y, width, height, angle }) {
  const [cos, sin] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
  const [wx, wy, hx, hy] = [width * cos, width * sin, -height * sin, height * cos];
  return [
    { x: x - wx - hx, y: y - wy - hy },
    { x: x + wx - hx, y: y + wy - hy },
    { x: x + wx + hx, y: y + wy + hy },
    { x: x - wx + hx, y: y - wy + hy },
  ];
}

/**
 * Returns whether one of two convex outlines has a side that separates them.
 *
 * @param {Point[]} one
 * @param {Point[]} other
 */
function separated(one, other) {
  return [one, other].some((shape) =>
    shape.some((from, at) => {
      const to = shape[(at + 1) % shape.length] ?? from;
      const [nx, ny] = [to.y - from.y, from.x - to.x];
      if (nx === 0 && ny === 0) return false;
      const side = (/** @type {Point} */ point) => point.x * nx + point.y * ny;
      const [a, b] = [one.map(side), other.map(side)];
      return Math.max(...a) <= Math.min(...b) || Math.max(...b) <= Math.min(...a);
    }),
  );
}

/** Returns whether two turned boxes share a point. @param {TurnedBox} one @param {TurnedBox} other */
export function touch(one, other) {
  const reach = Math.hypot(one.width, one.height) + Math.hypot(other.width, other.height);
  if (Math.hypot(one.x - other.x, one.y - other.y) * 2 >= reach) return false;
  return !separated(corners(one), corners(other));
}

/** Returns whether a turned box lies on a line. @param {TurnedBox} box @param {Segment} line */
export const liesOn = (box, { x1, y1, x2, y2 }) =>
  distance(box, { x1, y1, x2, y2 }) < Math.hypot(box.width, box.height) / 2 &&
  !separated(corners(box), [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]);

/** Returns whether a turned box touches a disc. @param {TurnedBox} box @param {Point & { r: number }} disc */
export function touchesDisc({ x, y, width, height, angle }, disc) {
  const [dx, dy] = [disc.x - x, disc.y - y];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [along, across] = [Math.abs(dx * cos + dy * sin), Math.abs(dy * cos - dx * sin)];
  return Math.hypot(Math.max(0, along - width / 2), Math.max(0, across - height / 2)) < disc.r;
}

/** Returns the distance from a point to a line. @param {Point} point @param {Segment} line */
export function distance({ x, y }, { x1, y1, x2, y2 }) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}

/**
 * Returns the point at a share of a line.
 *
 * @param {Segment} line
 * @param {number} share  0 at its start, 1 at its end
 * @returns {Point}
 */
export const pointAt = ({ x1, y1, x2, y2 }, share) => ({
  x: x1 + (x2 - x1) * share,
  y: y1 + (y2 - y1) * share,
});
