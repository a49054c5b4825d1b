/**
 * Where everything of the picture is: a function of layer sizes and room, in px. It never depends on the
 * step, so that the picture stands still.
 *
 * @module
 */
import { LEAST_PICTURE, MOST_PICTURE, fold, inputBox, picturesBeside } from './folds.js';
import { gaugeAreaOf, gaugesOf } from './gauge-places.js';
import { needsOf } from './needs.js';
import { GAP, labelsOf, obstaclesOf } from './number-places.js';

/** @import { Line } from './edge-labels.js' */
/** @import { Box, Point } from './turned-boxes.js' */

/**
 * `desk` beside the side column and in presentation; `phone` under 620 px.
 * @typedef {'desk' | 'phone'} Form
 */

/**
 * A neuron that is drawn; `r` is the radius of its ring, `delta` whether δ has room for its number below,
 * `beside` whether its number stands beside the neuron.
 * @typedef {Point & { layer: number, neuron: number, r: number, delta: boolean, beside?: boolean }} Node
 */

/**
 * A line from rim to rim; `share` is where on it its numbers stand, absent without room.
 * @typedef {Line & { share: number | undefined }} Edge
 */

/** The line of a bias, from the top down to the neuron; with `one` an input of 1 is drawn above it, with
 * `text` its number has room beside it. @typedef {Point & { layer: number, neuron: number, length: number,
 * one: boolean, text: boolean }} Bias */

/**
 * `size` neurons at `x`, of radius `r`.
 * @typedef {{ layer: number, x: number, size: number, r: number, drawn: number }} Column
 */

/**
 * A folded part of a layer: `count` neurons that are not drawn, or are as small pictures in a grid.
 * @typedef {Point & { layer: number, count: number, grid?: Grid }} Gap
 */

/**
 * Small pictures of the weights into neurons: `across` in a row, each in a square cell.
 * @typedef {Point & { cell: number, across: number, neurons: number[] }} Grid
 */

/**
 * The scale on which an output meets its target: `x`, `top` (1) and `bottom` (0). `wide` is the px there are
 * for a leg of 1 to the right. Over four outputs it lies: from `x` (0) to `x + wide` (1) at the height `top`.
 * @typedef {{ neuron: number, x: number, top: number, bottom: number, wide: number, lying: boolean }} Gauge
 */

/**
 * @typedef {object} Layout
 * @property {Form} form
 * @property {number} width   of the picture's own px
 * @property {number} height
 * @property {number} scale   screen px for one of the picture's own
 * @property {Column[]} columns
 * @property {Node[]} nodes
 * @property {Gap[]} gaps
 * @property {Edge[]} edges
 * @property {Bias[]} biases
 * @property {'all' | 'some'} labels  whether every line has room for its numbers, or only some lines at a
 *   time
 * @property {boolean} dense  whether there are so many lines that they are drawn thin
 * @property {Gauge[]} gauges
 * @property {Box} gaugeArea
 * @property {{ layer: number, neuron: number, weights: Box, gradient: Box }[]} pictures  of the weights into
 *   a neuron,
 *   where they come from a folded layer
 * @property {Box | undefined} input  where a folded input is shown as a picture
 * @property {boolean} image  whether the input is an image, which stands in place of its neurons
 */

/** The picture for which the measures below are given. */
const DESK = {
  width: 1080,
  height: 412,
  left: 92,
  right: 684,
  r: 39,
  spacing: 184,
  middle: 0.524,
};
const PHONE = { width: 390, height: 352, left: 36, right: 262, r: 23, spacing: 142, middle: 0.5 };
/** The picture grows with its room up to this factor. */
const MOST_SCALE = 1.45;
/** From this width in px on there is room for the desk's picture. */
const LEAST_DESK = 620;
/** Px of a δ with its bar below a neuron, and of the line of a bias without ① above it. */
const BELOW_NEURON = 42;
const ABOVE_NEURON = 30;
/** Above the first and below the last neuron. */
const MARGINS = { desk: 68, phone: 60 };
/** More lines than these between two columns are drawn thin. */
const DENSE = 12;
/** Px kept free left of the first column. */
const LEAST_LEFT = 10;

/** @type {{ key: string, layout: Layout } | undefined} */
let last;

/** @typedef {typeof import('./image-layout.js')} ImageLayout */

/**
 * Where things stand beside an image. A first visit has none, so it is fetched later.
 *
 * @type {ImageLayout | undefined}
 */
let beside;

/** Adds what lays out networks whose input is an image. @param {ImageLayout} fetched */
export function addImageLayout(fetched) {
  beside = fetched;
  last = undefined;
}

/**
 * Returns the layout, and the same object again while nothing it depends on has changed: it is asked for
 * every frame.
 *
 * @param {readonly number[]} sizes
 * @param {{ width: number, height: number }} room  screen px
 * @param {number} [brought]  the neuron behind an image that is chosen
 * @returns {Layout}
 */
export function layoutOf(sizes, room, brought) {
  const key = [...sizes, 'in', room.width, room.height, brought].join(' ');
  if (last?.key !== key) last = { key, layout: create(sizes, room, brought) };
  return last.layout;
}

/**
 * @param {readonly number[]} sizes
 * @param {{ width: number, height: number }} room
 * @param {number | undefined} brought
 * @returns {Layout}
 */
function create(sizes, room, brought) {
  /** @type {Form} */
  const form = room.width < LEAST_DESK ? 'phone' : 'desk';
  const base = form === 'desk' ? DESK : PHONE;
  const fits = Math.min(room.width / base.width, room.height / base.height);
  const scale = Math.min(MOST_SCALE, Math.max(1, fits));
  const [width, height] = [room.width / scale, room.height / scale];
  const image = form === 'desk' && sizes.length > 1 && beside?.isImage(sizes[0] ?? 0) ? beside : undefined;
  const columns = columnsOf(sizes, form, width, height, image);
  const { nodes, gaps } = neuronsOf(columns, form, height, image, brought);
  const gauges = gaugesOf(nodes, columns, form, width, height);
  const biases = biasesOf(nodes, columns, form, height);
  const lines = linesOf(nodes);
  const perGap = columns.slice(1).map(({ drawn }, l) => drawn * (columns[l]?.drawn ?? 0));
  const dense = Math.max(...perGap, 0) > DENSE;
  const side = Math.min(MOST_PICTURE, ...nodes.map(({ r }) => 2 * r));
  const few = side < LEAST_PICTURE ? [] : picturesBeside(nodes, gaps, side);
  const pictures = image?.picturesBehind(nodes) ?? few;
  const obstacles = obstaclesOf(nodes, biases, form);
  const shares = dense ? undefined : labelsOf(lines, obstacles, form);
  return {
    form,
    width,
    height,
    scale,
    columns,
    nodes,
    gaps,
    edges: lines.map((line, at) => ({ ...line, share: shares?.[at] })),
    biases,
    labels: shares ? 'all' : 'some',
    dense,
    gauges,
    gaugeArea: gaugeAreaOf(gauges, width, height),
    pictures,
    input: image?.imageBox(columns[0]?.x ?? 0, height) ?? inputBox(gaps, side),
    image: image !== undefined,
  };
}

/**
 * @param {readonly number[]} sizes
 * @param {Form} form
 * @param {number} width
 * @param {number} height
 * @param {ImageLayout | undefined} image
 * @returns {Column[]}
 */
function columnsOf(sizes, form, width, height, image) {
  const base = form === 'desk' ? DESK : PHONE;
  const slots = Math.max(3, Math.floor((height - MARGINS[form]) / 26));
  const wide = width / base.width;
  // Deep networks need the width that the gauge can spare.
  const spare = form === 'desk' ? Math.min(1, Math.max(0, sizes.length - 3) / 2) : 0;
  const left = Math.max(base.r + LEAST_LEFT, (base.left - 22 * spare) * wide);
  const right = (base.right + 130 * spare) * wide;
  return sizes.map((size, l) => {
    if (image && l === 0) return { layer: 1, x: image.acrossOf(0, 0) * width, size, drawn: 0, r: 0 };
    const { first, last } = fold(size, slots);
    const drawn = first + last;
    if (image && l === 1 && drawn < size)
      return { layer: 2, x: image.acrossOf(1, sizes.length) * width, size, ...image.besideGrid(height) };
    const share = sizes.length === 1 ? 0 : l / (sizes.length - 1);
    // With one hidden layer it stands nearer the output, since more lines leave the input.
    const shift = sizes.length === 3 && l === 1 && form === 'desk' ? 32 * wide : 0;
    const x = image ? image.acrossOf(l, sizes.length) * width : left + (right - left) * share + shift;
    const between = (right - left) / Math.max(1, sizes.length - 1);
    const count = drawn + (drawn < size ? 1 : 0);
    return {
      layer: l + 1,
      x,
      size,
      drawn,
      r: Math.min(radiusOf(count, form, height, l === 0, between), between * 0.24),
    };
  });
}

/**
 * Returns the px between two neurons of a column.
 *
 * @param {number} count
 * @param {Form} form
 * @param {number} height
 */
function spacingOf(count, form, height) {
  const base = form === 'desk' ? DESK : PHONE;
  const usable = height - MARGINS[form];
  return Math.min(base.spacing * (height / base.height), usable / Math.max(1, count - 0.4));
}

/** Returns the px between two columns. @param {Column[]} columns */
const betweenOf = (columns) =>
  columns.slice(1).reduce((least, { x }, l) => Math.min(least, x - (columns[l]?.x ?? 0)), Infinity);

/**
 * @param {number} count
 * @param {Form} form
 * @param {number} height
 * @param {boolean} input
 * @param {number} between
 */
function radiusOf(count, form, height, input, between) {
  const base = form === 'desk' ? DESK : PHONE;
  const spacing = spacingOf(count, form, height);
  const { need, most } = needsOf(count, form, between, spacing);
  const room = (spacing - (input ? Math.min(need, 18) : need)) / 2;
  const largest = Math.min(base.r, input && count <= 4 ? base.r : most);
  return Math.max(5, Math.min(largest, room));
}

/**
 * @param {Column[]} columns
 * @param {Form} form
 * @param {number} height
 * @param {ImageLayout | undefined} image
 * @param {number | undefined} brought
 * @returns {{ nodes: Node[], gaps: Gap[] }}
 */
function neuronsOf(columns, form, height, image, brought) {
  const base = form === 'desk' ? DESK : PHONE;
  /** @type {Node[]} */
  const nodes = [];
  const between = betweenOf(columns);
  /** @type {Gap[]} */
  const gaps = [];
  for (const column of columns) {
    const { layer, x, size, drawn, r } = column;
    if (drawn === 0) {
      gaps.push({ layer, x, y: height / 2, count: size });
      continue;
    }
    if (image && layer === 2 && drawn < size) {
      const own = image.gridOf(column, height, brought);
      nodes.push(...own.nodes);
      gaps.push(own.gap);
      continue;
    }
    const folded = drawn < size;
    const first = folded ? drawn - Math.floor(drawn / 3) : drawn;
    const count = drawn + (folded ? 1 : 0);
    const step = spacingOf(count, form, height);
    const delta = layer > 1 && needsOf(count, form, between, step).delta;
    const centred = height * base.middle - ((count - 1) * step) / 2;
    // The column moves up where the δ below its last neuron would not be in the picture.
    const beyond = delta ? centred + (count - 1) * step + r + BELOW_NEURON - height : 0;
    const top = centred - Math.max(0, Math.min(beyond, centred - r - ABOVE_NEURON));
    for (let at = 0; at < count; at += 1) {
      const y = top + at * step;
      if (folded && at === first) gaps.push({ layer, x, y, count: size - drawn });
      else nodes.push({ layer, neuron: at < first ? at : size - count + at, x, y, r, delta });
    }
  }
  return { nodes, gaps };
}

/**
 * @param {Node[]} nodes
 * @param {Column[]} columns
 * @param {Form} form
 * @param {number} height
 * @returns {Bias[]}
 */
function biasesOf(nodes, columns, form, height) {
  const between = betweenOf(columns);
  return nodes
    .filter(({ layer }) => layer > 1)
    .map(({ layer, neuron, x, y, r }) => {
      const { drawn = 0, size = 0 } = columns[layer - 1] ?? {};
      const count = drawn + (drawn < size ? 1 : 0);
      const { bias } = needsOf(count, form, between, spacingOf(count, form, height));
      const one = bias?.one === true && r >= 30;
      const length = bias?.length ?? 0;
      const dx = Math.min(17, r * 0.44);
      const text = bias?.text === true;
      return { layer, neuron, x: x + dx, y: y - Math.sqrt(r * r - dx * dx) - GAP, length, one, text };
    });
}

/** @param {Node[]} nodes @returns {Line[]} */
function linesOf(nodes) {
  return nodes.flatMap((target) =>
    nodes
      .filter((source) => source.layer === target.layer - 1)
      .map((source) => {
        const [dx, dy] = [target.x - source.x, target.y - source.y];
        const length = Math.hypot(dx, dy);
        const [ux, uy] = [dx / length, dy / length];
        const [from, to] = [source.r + GAP, target.r + GAP];
        return {
          layer: target.layer,
          to: target.neuron,
          from: source.neuron,
          x1: source.x + ux * from,
          y1: source.y + uy * from,
          x2: target.x - ux * to,
          y2: target.y - uy * to,
        };
      }),
  );
}
