/**
 * Where numbers stand in the picture, and what they must not touch.
 *
 * @module
 */
import { placeLabels } from './edge-labels.js';
import { turned } from './turned-boxes.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Line, Obstacles } from './edge-labels.js' */
/** @import { Box } from './turned-boxes.js' */
/** @import { Bias, Edge, Form, Layout, Node } from './net-layout.js' */

/** Px between the rim of a neuron and the ends of its lines. */
export const GAP = 8;

/**
 * The size of a label, a number above a line and one below it, and what is kept free at the ends of the line.
 */
export const LABELS = {
  desk: { width: 76, height: 46, ends: 22 },
  phone: { width: 48, height: 38, ends: 8 },
};

/** @param {Node[]} nodes @param {Bias[]} biases @param {Form} form @returns {Obstacles} */
export function obstaclesOf(nodes, biases, form) {
  const discs = nodes.map(({ x, y, r }) => ({ x, y, r: r + GAP }));
  const boxes = nodes.flatMap((node) => [...deltaBoxes(node, form), ...biasBoxes(node, biases)]);
  return { discs, boxes: boxes.map(turned) };
}

/**
 * Returns where δ stands below a neuron: its number with the bar.
 *
 * @param {Node} node
 * @param {Form} form
 * @returns {Box[]}
 */
export function deltaBoxes({ x, y, r, delta }, form) {
  if (!delta) return [];
  const half = form === 'desk' ? 42 : 38;
  return [{ x: x - half, y: y + r + GAP + 2, width: 2 * half, height: form === 'desk' ? 32 : 28 }];
}

/** Returns where a bias and its number stand. @param {Node} node @param {Bias[]} biases @returns {Box[]} */
export function biasBoxes({ layer, neuron }, biases) {
  const bias = biases.find((one) => one.layer === layer && one.neuron === neuron);
  if (!bias || bias.length === 0) return [];
  const { x, y, length, one } = bias;
  const line = { x: x - 8, y: y - length - (one ? 19 : 0), width: 16, height: length + (one ? 19 : 0) };
  const text = { x: x + 8, y: y - length - 2, width: 66, height: Math.max(18, length) };
  return bias.text ? [line, text] : [line];
}

/**
 * Returns the share of each line at which its numbers stand; none if some have no room.
 *
 * @param {Line[]} lines
 * @param {Obstacles} obstacles
 * @param {Form} form
 */
export function labelsOf(lines, obstacles, form) {
  const { width, height, ends } = LABELS[form];
  for (const size of [
    { width, height, ends },
    { width: width * 0.8, height, ends: ends / 2 },
  ]) {
    const shares = placeLabels(lines, obstacles, size);
    if (shares) return shares;
  }
  return undefined;
}

/** @type {WeakMap<Layout, Map<string, (number | undefined)[]>>} */
const subsets = new WeakMap();

/**
 * Returns the share of each line at which its numbers stand, in the order of the lines. Where not all lines
 * have room, it is those of one neuron: the lines into it, or out of it in a backward step.
 *
 * @param {Layout} layout
 * @param {'into' | 'out'} direction
 * @param {Selection | undefined} focus
 * @returns {(number | undefined)[]}
 */
export function sharesOf(layout, direction, focus) {
  if (layout.labels === 'all') return layout.edges.map(({ share }) => share);
  const made = subsets.get(layout) ?? new Map();
  subsets.set(layout, made);
  const key = `${direction} ${focus ? Object.values(focus).join(' ') : ''}`;
  const shares = made.get(key) ?? sharesOfOne(layout, direction, focus);
  made.set(key, shares);
  return shares;
}

/** @param {Layout} layout @param {'into' | 'out'} direction @param {Selection | undefined} focus */
function sharesOfOne(layout, direction, focus) {
  const { edges, nodes, biases, form } = layout;
  /** @param {Edge} edge */
  const belongs = (edge) => {
    if (!focus) return false;
    if (focus.kind === 'weight')
      return (
        focus.layer === edge.layer &&
        focus.to === edge.to &&
        (direction === 'into' || focus.from === edge.from)
      );
    if (focus.kind === 'bias') return focus.layer === edge.layer && focus.neuron === edge.to;
    if (focus.kind !== 'neuron') return false;
    return direction === 'into'
      ? focus.layer === edge.layer && focus.neuron === edge.to
      : focus.layer === edge.layer - 1 && focus.neuron === edge.from;
  };
  const own = edges.filter(belongs);
  const shares = labelsOf(own, obstaclesOf(nodes, biases, form), form);
  return edges.map((edge) => {
    const at = own.indexOf(edge);
    return at < 0 ? undefined : shares?.[at];
  });
}
