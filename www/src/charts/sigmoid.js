/**
 * Geometry of the sigmoid's plot: curve, point and tangent in px. Their values come from the core.
 *
 * @module
 */

/** The plot shows z from −REACH to REACH. */
const REACH = 6;
/** px around the plot. */
const MARGIN = 4;

/** @typedef {{ width: number, height: number }} Size */

/**
 * Returns where the point (z, a) is. A z outside the plot is at its edge.
 *
 * @param {Size} size
 * @param {number} z
 * @param {number} a
 */
export function pointOf({ width, height }, z, a) {
  const share = (Math.min(REACH, Math.max(-REACH, z)) + REACH) / (2 * REACH);
  return { x: MARGIN + share * (width - 2 * MARGIN), y: height - MARGIN - a * (height - 2 * MARGIN) };
}

/**
 * Returns the curve as the `points` of an SVG polyline.
 *
 * @param {Size} size
 * @param {Float64Array} heights  σ at equal distances from −REACH to REACH, from the core
 */
export const curvePoints = (size, heights) =>
  Array.from(heights, (a, at) => pointOf(size, -REACH + (2 * REACH * at) / (heights.length - 1), a))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');

/**
 * Returns the tangent at a point, two units of z to either side.
 *
 * @param {Size} size
 * @param {number} z
 * @param {number} a
 * @param {number} slope  σ'(z), from the core
 */
export function tangent(size, z, a, slope) {
  const clamped = Math.min(REACH, Math.max(-REACH, z));
  const from = pointOf(size, clamped - 2, a - 2 * slope);
  const to = pointOf(size, clamped + 2, a + 2 * slope);
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}
