/**
 * Big layers: which neurons are drawn, and the pictures of the weights into a neuron and of the input.
 *
 * @module
 */

/** @import { Box } from './turned-boxes.js' */
/** @import { Gap, Node } from './layout.js' */

/** The most neurons of a layer that are drawn one by one. */
export const MOST_DRAWN = 12;

/** Sides in px between which pictures of weights are drawn. */
export const LEAST_PICTURE = 20;
export const MOST_PICTURE = 56;

/**
 * Returns how many neurons of a layer are drawn from each end: all, or the first and the last of a big one.
 *
 * @param {number} size
 * @param {number} slots  that there is height for
 */
export function fold(size, slots) {
  if (size <= Math.min(MOST_DRAWN, slots)) return { first: size, last: 0 };
  const drawn = Math.max(2, Math.min(MOST_DRAWN, slots) - 3);
  const last = Math.floor(drawn / 3);
  return { first: drawn - last, last };
}

/** @param {Node[]} nodes @param {Gap[]} gaps @param {number} side */
export function picturesBeside(nodes, gaps, side) {
  const folded = new Set(gaps.map(({ layer }) => layer + 1));
  return nodes
    .filter(({ layer }) => folded.has(layer))
    .map(({ layer, neuron, x, y, r }) => {
      const weights = { x: x - r - 10 - side, y: y - side / 2, width: side, height: side };
      return { layer, neuron, weights, gradient: { ...weights, x: weights.x - side - 6 } };
    });
}

/** @param {Gap[]} gaps @param {number} side @returns {Box | undefined} */
export function inputBox(gaps, side) {
  const gap = gaps.find(({ layer }) => layer === 1);
  if (!gap || side < LEAST_PICTURE) return undefined;
  return { x: gap.x - side / 2, y: gap.y - side / 2, width: side, height: side };
}
