/**
 * Places on the map of two inputs: pure.
 *
 * @module
 */

/** @import { Plane } from '../worker/survey.js' */

/**
 * The square at a place of the picture.
 *
 * @param {Pick<Plane, 'side'>} plane
 * @param {number} x  0 left to 1 right
 * @param {number} y  0 top to 1 bottom
 */
export function squareAt({ side }, x, y) {
  const on = (/** @type {number} */ part) => Math.min(side - 1, Math.max(0, Math.floor(part * side)));
  return on(y) * side + on(x);
}

/** The middle of a square as x1, x2. @param {Pick<Plane, 'side' | 'from' | 'to'>} plane @param {number} square */
export function middleOf({ side, from, to }, square) {
  const [column, row] = [square % side, Math.floor(square / side)];
  const on = (/** @type {0 | 1} */ i, /** @type {number} */ at) =>
    Number(from[i]) + ((Number(to[i]) - Number(from[i])) * (at + 0.5)) / side;
  return [on(0, column), on(1, side - 1 - row)];
}

/**
 * The square an arrow key leads to.
 *
 * @param {Pick<Plane, 'side'>} plane
 * @param {number} square
 * @param {string} key
 * @returns {number | undefined}  none for another key
 */
export function squareBeside({ side }, square, key) {
  const [column, row] = [square % side, Math.floor(square / side)];
  /** @type {Record<string, [number, number]>} */
  const to = {
    ArrowLeft: [column - 1, row],
    ArrowRight: [column + 1, row],
    ArrowUp: [column, row - 1],
    ArrowDown: [column, row + 1],
  };
  const [x, y] = to[key] ?? [];
  if (x === undefined || y === undefined) return undefined;
  const within = (/** @type {number} */ at) => Math.min(side - 1, Math.max(0, at));
  return within(y) * side + within(x);
}

/**
 * Where samples are on the picture, 0 to 1 each way, with y.
 *
 * @param {Pick<Plane, 'from' | 'to'>} plane
 * @param {Float64Array} points  x1, x2, then y of each
 * @param {number} outputs
 */
export function placesOf({ from, to }, points, outputs) {
  const places = [];
  for (let at = 0; at < points.length; at += 2 + outputs) {
    const [x1, x2, ...y] = points.subarray(at, at + 2 + outputs);
    const part = (/** @type {0 | 1} */ i, /** @type {number | undefined} */ x) =>
      (Number(x) - Number(from[i])) / (Number(to[i]) - Number(from[i]));
    places.push({ x: part(0, x1), y: 1 - part(1, x2), target: y });
  }
  return places;
}
