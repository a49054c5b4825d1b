/**
 * What travels in one beat of a step in detail.
 *
 * @module
 */
import { LINE } from '../labels.js';
import { chipWidth } from '../layout.js';
import { end, factors, start, travel } from '../packets.js';

/** @import { State } from '../../protocol/state.js' */
/** @import { Selection } from '../../notation/selection.js' */
/** @import { Box, Layout } from '../layout.js' */
/** @import { Packet } from '../packets.js' */
/** @import { Beat } from './beat.js' */

/** A share goes from the second line of numbers down into the third. @param {number} value @param {Box | undefined} box @param {number} part */
function intoSum(value, box, part) {
  if (!box || box.height < 3 * LINE) return [];
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  return travel(value, 'gradient', { x, y }, { x, y: y + LINE }, part);
}

/** @param {Layout} layout @param {Selection} selection */
const nodeOf = ({ nodes }, selection) =>
  nodes.find(
    ({ layer, neuron }) =>
      (selection.kind === 'neuron' || selection.kind === 'bias') &&
      layer === selection.layer &&
      neuron === selection.neuron,
  );

/** @param {State} state @param {Beat} beat @param {number} part @param {Layout} layout @returns {Packet[]} */
function onEdge({ step }, { selection, product }, part, layout) {
  const edge = layout.edges.find(
    ({ layer, to, from }) =>
      selection.kind === 'weight' &&
      layer === selection.layer &&
      to === selection.to &&
      from === selection.from,
  );
  if (!edge || product === undefined) return [];
  if (step.kind === 'sum') return intoSum(product, edge.label, part);
  // Forwards a product runs with the edge, backwards against it.
  return step.kind === 'z'
    ? travel(product, 'value', start(edge), end(edge), part)
    : travel(product, 'gradient', end(edge), start(edge), part);
}

/**
 * @param {State} state  after the step
 * @param {Beat} beat
 * @param {number} part  of the beat, 0 to 1
 * @param {Layout} layout
 * @returns {Packet[]}
 */
export function beatPackets(state, beat, part, layout) {
  const { selection, into, product, running } = beat;
  const { cost, targets } = layout;
  const { kind, layer = 0 } = state.step;
  if (beat.rest !== undefined) return [];
  if (selection.kind === 'weight' && kind === 'nabla') {
    const edge = layout.edges.find(
      (each) => each.to === selection.to && each.from === selection.from && each.layer === layer,
    );
    return edge ? factors(state, edge, layer, part) : [];
  }
  if (selection.kind === 'weight') return onEdge(state, beat, part, layout);
  const node = nodeOf(layout, selection);
  if (selection.kind === 'bias' && kind === 'sum' && product !== undefined && node && layout.details) {
    const width = chipWidth(layout.compact);
    const chip = { x: node.x - width / 2, y: node.y + layout.radius + 4, width, height: 3 * LINE };
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
