/**
 * Boxes, nodes and edges of the stage, in px from its upper left corner.
 *
 * @module
 */

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/**
 * A neuron that is drawn, by its centre.
 * @typedef {{ layer: number, neuron: number, x: number, y: number }} Node
 */

/**
 * A weight between two neurons that are drawn.
 *
 * @typedef {object} Edge
 * @property {number} layer  of the neuron that it leads to
 * @property {number} to
 * @property {number} from
 * @property {number} x1  on the rim of the neuron that it comes from
 * @property {number} y1
 * @property {number} x2  on the rim of the neuron that it leads to
 * @property {number} y2
 * @property {Box | undefined} label  where its numbers stand; none if there is no room
 */

/**
 * Returns whether two boxes share any point.
 * @param {Box} one
 * @param {Box} other
 */
export const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
