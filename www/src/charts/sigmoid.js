/**
 * The sigmoid as a drawing: curve, point and slope are the core's.
 *
 * @module
 */

/** The drawing reaches from −REACH to REACH. */
const REACH = 6;
const MARGIN = 4;

/** @typedef {{ width: number, height: number }} Size */

/**
 * Where a point with this z and a is. Beyond the drawing it stands at its edge.
 *
 * @param {Size} size
 * @param {number} z
 * @param {number} a
 */
export function pointOf({ width, height }, z, a) {
  const part = (Math.min(REACH, Math.max(-REACH, z)) + REACH) / (2 * REACH);
  return { x: MARGIN + part * (width - 2 * MARGIN), y: height - MARGIN - a * (height - 2 * MARGIN) };
}

/**
 * The curve as points of a polyline.
 * @param {Size} size
 * @param {Float64Array} heights  σ at equal distances from −REACH to REACH, from the core
 */
export const curvePoints = (size, heights) =>
  Array.from(heights, (a, at) => pointOf(size, -REACH + (2 * REACH * at) / (heights.length - 1), a))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');

/**
 * The tangent at a point, two units of z to either side.
 *
 * @param {Size} size
 * @param {number} z
 * @param {number} a
 * @param {number} slope  σ'(z), from the core
 */
export function tangent(size, z, a, slope) {
  const held = Math.min(REACH, Math.max(-REACH, z));
  const from = pointOf(size, held - 2, a - 2 * slope);
  const to = pointOf(size, held + 2, a + 2 * slope);
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}
