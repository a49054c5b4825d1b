/**
 * Geometry of the decision map: what the network predicts over a plane of two inputs, as a grid of squares.
 *
 * Squares are numbered row by row from the top left.
 *
 * @module
 */

/** @import { SampleList } from '../protocol/data.js' */
/** @import { DecisionMap } from '../protocol/survey.js' */

/**
 * Returns the square at a point of the picture.
 *
 * @param {Pick<DecisionMap, 'side'>} plane
 * @param {number} x  0 left to 1 right
 * @param {number} y  0 top to 1 bottom
 */
export function squareAt({ side }, x, y) {
  const cell = (/** @type {number} */ share) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  return cell(y) * side + cell(x);
}

/**
 * Returns the inputs x1, x2 at the middle of a square.
 *
 * @param {Pick<DecisionMap, 'side' | 'from' | 'to'>} plane
 * @param {number} square
 */
export function middleOf({ side, from, to }, square) {
  const [column, row] = [square % side, Math.floor(square / side)];
  const input = (/** @type {0 | 1} */ i, /** @type {number} */ cell) =>
    Number(from[i]) + ((Number(to[i]) - Number(from[i])) * (cell + 0.5)) / side;
  return [input(0, column), input(1, side - 1 - row)];
}

/**
 * Returns the square that an arrow key moves to.
 *
 * @param {Pick<DecisionMap, 'side'>} plane
 * @param {number} square
 * @param {string} key
 * @returns {number | undefined}  `undefined` for any other key
 */
export function squareBeside({ side }, square, key) {
  const [column, row] = [square % side, Math.floor(square / side)];
  /** @type {Record<string, [number, number]>} */
  const targets = {
    ArrowLeft: [column - 1, row],
    ArrowRight: [column + 1, row],
    ArrowUp: [column, row - 1],
    ArrowDown: [column, row + 1],
  };
  const [x, y] = targets[key] ?? [];
  if (x === undefined || y === undefined) return undefined;
  const clamp = (/** @type {number} */ cell) => Math.min(side - 1, Math.max(0, cell));
  return clamp(y) * side + clamp(x);
}

/**
 * Returns where samples are on the picture, with x and y from 0 to 1, and their targets.
 *
 * @param {Pick<DecisionMap, 'from' | 'to'>} plane
 * @param {SampleList} samples
 * @param {number} outputs
 */
export function samplePoints({ from, to }, { xs, ys }, outputs) {
  const share = (/** @type {0 | 1} */ i, /** @type {number | undefined} */ x) =>
    (Number(x) - Number(from[i])) / (Number(to[i]) - Number(from[i]));
  return Array.from({ length: xs.length / 2 }, (_, at) => ({
    x: share(0, xs[2 * at]),
    y: 1 - share(1, xs[2 * at + 1]),
    target: [...ys.subarray(at * outputs, (at + 1) * outputs)],
  }));
}

/**
 * Returns picture number `index` of a map, as it is painted.
 *
 * @param {Pick<DecisionMap, 'side' | 'a'>} map
 * @param {number} index
 */
export const pictureOf = ({ side, a }, index) => ({ values: a, start: index * side ** 2, count: side ** 2 });
