/**
 * The packet that travels in one beat of a step in detail.
 *
 * @module
 */
import { LINE_HEIGHT } from '../labels.js';
import { chipWidth } from '../layout.js';
import { end, factors, start, travel } from '../packets.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { State } from '../../protocol/state.js' */
/** @import { Box } from '../geometry.js' */
/** @import { Layout } from '../layout.js' */
/** @import { Packet } from '../packets.js' */
/** @import { Beat } from './beat.js' */

/**
 * Returns a gradient on its way from the second line of numbers down to the third, the sum.
 * @param {number} value
 * @param {Box | undefined} box  of the numbers
 * @param {number} part
 */
function intoSum(value, box, part) {
  if (!box || box.height < 3 * LINE_HEIGHT) return [];
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  return travel(value, 'gradient', { x, y }, { x, y: y + LINE_HEIGHT }, part);
}

/**
 * Returns the node of a neuron or of a bias.
 * @param {Layout} layout
 * @param {Selection} selection
 */
const nodeOf = ({ nodes }, selection) =>
  nodes.find(
    ({ layer, neuron }) =>
      (selection.kind === 'neuron' || selection.kind === 'bias') &&
      layer === selection.layer &&
      neuron === selection.neuron,
  );

/**
 * Returns the edge of a weight.
 * @param {Layout} layout
 * @param {Selection} selection
 */
const edgeOf = ({ edges }, selection) =>
  edges.find(
    ({ layer, to, from }) =>
      selection.kind === 'weight' &&
      layer === selection.layer &&
      to === selection.to &&
      from === selection.from,
  );

/**
 * Returns the packet of a beat at a weight.
 * @param {State} state
 * @param {Beat} beat
 * @param {number} part
 * @param {Layout} layout
 * @returns {Packet[]}
 */
function onEdge(state, { selection, product }, part, layout) {
  const { kind } = state.step;
  const edge = edgeOf(layout, selection);
  if (!edge) return [];
  if (kind === 'nabla') return factors(state, edge, part);
  if (product === undefined) return [];
  if (kind === 'sum') return intoSum(product, edge.label, part);
  // Forward a product travels along the edge, backward against it.
  return kind === 'z'
    ? travel(product, 'value', start(edge), end(edge), part)
    : travel(product, 'gradient', end(edge), start(edge), part);
}

/**
 * Returns what travels in a beat.
 *
 * @param {State} state  after the step
 * @param {Beat} beat
 * @param {number} part  of the beat, 0 to 1
 * @param {Layout} layout
 * @returns {Packet[]}
 */
export function beatPackets(state, beat, part, layout) {
  const { selection, into, product, running } = beat;
  const { cost, targets } = layout;
  const { kind } = state.step;
  if (beat.rest !== undefined) return [];
  if (selection.kind === 'weight') return onEdge(state, beat, part, layout);
  const node = nodeOf(layout, selection);
  if (selection.kind === 'bias' && kind === 'sum' && product !== undefined && node && layout.chips) {
    const width = chipWidth(layout.compact);
    const chip = { x: node.x - width / 2, y: node.y + layout.radius + 4, width, height: 3 * LINE_HEIGHT };
    return intoSum(product, chip, part);
  }
  const goal = nodeOf(layout, into);
  if (selection.kind === 'target' && goal && running !== undefined) {
    const box = targets.find(({ y, height }) => y + height / 2 === goal.y) ?? cost;
    return travel(running, 'gradient', { x: box.x, y: box.y + box.height / 2 }, goal, part);
  }
  if (into.kind === 'cost' && node && product !== undefined) {
    return travel(product, 'value', node, { x: cost.x, y: cost.y + cost.height / 2 }, part);
  }
  return [];
}
