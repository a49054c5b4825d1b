/**
 * Where a network stands whose input is an image: the image itself in place of its neurons, and beside each
 * neuron the picture of its weights. Of a big layer behind it the first, the chosen and the last neurons are
 * drawn, the others as small pictures in one grid.
 *
 * @module
 */
import { MOST_DRAWN } from './folds.js';

/** @import { Box } from './turned-boxes.js' */
/** @import { Column, Gap, Node } from './layout.js' */

/** Across the picture's width: the image, the first layer behind it, the output. */
const IMAGE = 0.124;
const FIRST = 0.45;
const FIRST_OF_MORE = 0.4;
const OUTPUT = 0.706;
/** The side of the image, as a share of the height and in px at most. */
const SIDE = 0.43;
const MOST_SIDE = 230;
/** Neurons of a big layer that are drawn before and after its grid. */
const BEFORE = 3;
const AFTER = 2;
/** Heights in a column: the grid, and what stands below it, in px between two neurons. */
const GRID = 1.45;
const BELOW = 0.4;
/** Width of the grid, in px between two neurons; part of a cell that is picture. */
const WIDE = 4;

/** Whether so many inputs are a square image. @param {number} inputs */
export const isImage = (inputs) => inputs > MOST_DRAWN && Number.isInteger(Math.sqrt(inputs));

/** Returns where across the width a column stands. @param {number} l  from 0 @param {number} layers */
export function acrossOf(l, layers) {
  if (l === 0) return IMAGE;
  const first = layers > 3 ? FIRST_OF_MORE : layers === 3 ? FIRST : OUTPUT;
  return first + ((OUTPUT - first) * (l - 1)) / Math.max(1, layers - 2);
}

/** Returns the place of the image. @param {number} x @param {number} height @returns {Box} */
export function imageBox(x, height) {
  const side = Math.round(Math.min(MOST_SIDE, height * SIDE));
  return { x: x - side / 2, y: height / 2 - side / 2, width: side, height: side };
}

/** Px between two neurons beside a grid. @param {number} height */
const unitOf = (height) => (height - 10) / (BEFORE + AFTER + GRID + BELOW);

/** How a big layer stands beside an image. @param {number} height */
export const besideGrid = (height) => ({
  drawn: BEFORE + AFTER,
  r: Math.min(29, unitOf(height) * 0.4),
});

/**
 * Returns the neurons of a big layer and its grid.
 *
 * @param {Column} column
 * @param {number} height
 * @param {number | undefined} brought  the neuron that is chosen
 * @returns {{ nodes: Node[], gap: Gap }}
 */
export function gridOf({ layer, x, size, r }, height, brought = 0) {
  const unit = unitOf(height);
  const chosen = brought >= BEFORE && brought < size - AFTER ? brought : BEFORE - 1;
  const own = [0, 1, chosen, size - 2, size - 1];
  const nodes = own.map((neuron, at) => {
    const y = 5 + unit * (at + 0.5 + (at < BEFORE ? 0 : GRID + BELOW));
    return { layer, neuron, x, y, r, delta: false, beside: true };
  });
  const neurons = Array.from({ length: size }, (_, j) => j).filter((j) => !own.includes(j));
  const [wide, tall] = [unit * WIDE, unit * GRID];
  let cell = Math.min(26, tall);
  while (Math.floor(wide / cell) * Math.floor(tall / cell) < neurons.length) cell -= 0.5;
  const across = Math.min(neurons.length, Math.floor(wide / cell));
  const grid = { x: x - wide * 0.62, y: 5 + unit * BEFORE + 2, cell, across, neurons };
  return { nodes, gap: { layer, x, y: grid.y + tall / 2, count: neurons.length, grid } };
}

/** Returns the pictures of the weights into the neurons behind an image. @param {Node[]} nodes */
export const picturesBehind = (nodes) =>
  nodes
    .filter(({ layer }) => layer === 2)
    .map(({ layer, neuron, x, y, r }) => {
      const side = Math.round(1.86 * r);
      const weights = { x: x - r - 0.55 * side - side, y: y - side / 2, width: side, height: side };
      return { layer, neuron, weights, gradient: { ...weights, x: weights.x - 1.3 * side } };
    });
