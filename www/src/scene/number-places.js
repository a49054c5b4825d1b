/**
 * Where numbers stand in the picture, and what they must not touch.
 *
 * @module
 */
import { labelBox, placeLabels } from './edge-labels.js';
import { liesOn, touch, touchesDisc, turned } from './turned-boxes.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Line, Obstacles } from './edge-labels.js' */
/** @import { Box } from './turned-boxes.js' */
/** @import { Bias, Edge, Form, Layout, Node } from './layout.js' */

/** Px between the rim of a neuron and the ends of its lines. */
export const GAP = 8;

/**
 * The size of a label, a number above a line and one below it, and what is kept free at the ends of the line.
 */
export const LABELS = {
  desk: { width: 72, height: 44, ends: 22 },
  phone: { width: 42, height: 38, ends: 13 },
};
/** The same for an old number and a new one beside one another; below them the step has less width. */
const CHANGE = { width: 104, height: 28, ends: 6 };
/** The step of a bias beside its line, in px. */
const STEP = { width: 60, height: 16 };

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
  // Its name is left of the middle and its number, which is never long, right of it.
  const [left, right] = form === 'desk' ? [42, 36] : [36, 30];
  return [{ x: x - left, y: y + r + GAP + 2, width: left + right, height: form === 'desk' ? 32 : 28 }];
}

/**
 * Returns where a bias and its number stand.
 *
 * @param {Node} node
 * @param {Bias[]} biases
 * @param {{ width: number, height: number }} [size]  of the number, if it is less than two lines
 * @returns {Box[]}
 */
export function biasBoxes({ layer, neuron }, biases, size) {
  const bias = biases.find((one) => one.layer === layer && one.neuron === neuron);
  if (!bias || bias.length === 0) return [];
  const { x, y, length, one } = bias;
  const line = { x: x - 8, y: y - length - (one ? 19 : 0), width: 16, height: length + (one ? 19 : 0) };
  const text = size
    ? { x: x + 8, y: y - length / 2 - size.height, ...size }
    : { x: x + 8, y: y - length - 2, width: 66, height: Math.max(18, length) };
  return bias.text ? [line, text] : [line];
}

/**
 * Returns the share of each line at which its numbers stand; none if some have no room.
 *
 * @param {Line[]} lines
 * @param {Obstacles} obstacles
 * @param {Form} form
 * @param {Line[]} [drawn]  also lines without numbers
 */
export function labelsOf(lines, obstacles, form, drawn = lines) {
  const { width, height, ends } = LABELS[form];
  for (const size of [
    { width, height, ends },
    // The text is as long as before, so that more is kept free for the packets beside it.
    { width: width * 0.8, height, ends: ends + 4 },
    { width: width * 0.8, height, ends: ends / 2 },
  ]) {
    const shares = placeLabels(lines, obstacles, size, { drawn });
    if (shares) return shares;
  }
  return undefined;
}

/** Whether each layer has room for old and new numbers. @type {WeakMap<Layout, Map<number, boolean>>} */
const changes = new WeakMap();

/**
 * Returns whether the lines into a layer have room for old and new numbers beside one another, where their
 * numbers stand.
 *
 * @param {Layout} layout
 * @param {number} layer
 */
export function showsChange(layout, layer) {
  const made = changes.get(layout) ?? new Map();
  changes.set(layout, made);
  const found = made.get(layer) ?? hasRoomForChange(layout, layer);
  made.set(layer, found);
  return found;
}

/** @param {Layout} layout @param {number} layer */
function hasRoomForChange({ form, labels, edges, nodes, biases }, layer) {
  if (form === 'phone' || labels !== 'all') return false;
  const discs = nodes.map(({ x, y, r }) => ({ x, y, r: r + GAP }));
  // The biases of other layers tell their steps alone then, and no δ is shown.
  const boxes = nodes
    .flatMap((node) => biasBoxes(node, biases, node.layer === layer ? undefined : STEP))
    .map(turned);
  const lines = edges.filter((edge) => edge.layer === layer);
  const placed = lines.map((line) => labelBox(line, line.share ?? 0.5, CHANGE));
  return placed.every((box, at) => {
    const line = lines[at];
    return (
      !discs.some((disc) => touchesDisc(box, disc)) &&
      !boxes.some((other) => touch(box, other)) &&
      !placed.some((other, index) => index !== at && touch(box, other)) &&
      !lines.some((other) => other !== line && liesOn(box, other))
    );
  });
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
  const shares = labelsOf(own, obstaclesOf(nodes, biases, form), form, edges);
  return edges.map((edge) => {
    const at = own.indexOf(edge);
    return at < 0 ? undefined : shares?.[at];
  });
}
