/**
 * Packets: numbers that travel along edges in a step. There is one for each product that is added up
 * somewhere, with an area that grows with the product.
 *
 * @module
 */
import { smoothstep } from './shown.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Edge } from './geometry.js' */
/** @import { Layout } from './layout.js' */

/** @typedef {{ x: number, y: number }} Point */

/**
 * A number on its way.
 *
 * @typedef {object} Packet
 * @property {number} x
 * @property {number} y
 * @property {number} radius  in px
 * @property {number} value
 * @property {'value' | 'gradient'} scale  which of the two colour scales it is drawn in
 * @property {number} opacity
 */

/**
 * Returns the radius in px of a packet, 3 to 12. It grows with the square root of the number, so its area
 * with the number.
 * @param {number} value
 */
const packetRadius = (value) => Math.min(12, 3 + 8 * Math.sqrt(Math.abs(value)));

/**
 * Returns a number on its way between two points at t.
 *
 * @param {number} value
 * @param {Packet['scale']} scale
 * @param {Point} from
 * @param {Point} to
 * @param {number} t
 * @returns {Packet[]}  none before it leaves and after it has arrived
 */
export function travel(value, scale, from, to, t) {
  const part = smoothstep(t, 0.05, 0.75);
  const opacity = smoothstep(t, 0, 0.08) * (1 - smoothstep(t, 0.72, 0.84));
  if (opacity === 0) return [];
  const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
  return [{ x, y, radius: packetRadius(value), value, scale, opacity }];
}

/** @param {Edge} edge */
export const start = ({ x1, y1 }) => ({ x: x1, y: y1 });
/** @param {Edge} edge */
export const end = ({ x2, y2 }) => ({ x: x2, y: y2 });

/**
 * Returns the two factors of ∂C/∂w, a and δ, on their way to the middle of the edge.
 * @param {State} state
 * @param {Edge} edge
 * @param {number} t
 */
export function factors(state, edge, t) {
  const { layer, label } = edge;
  const middle = label
    ? { x: label.x + label.width / 2, y: label.y + label.height / 2 }
    : { x: (edge.x1 + edge.x2) / 2, y: (edge.y1 + edge.y2) / 2 };
  const [a, delta] = [state.a[layer - 2]?.[edge.from], state.delta[layer - 1]?.[edge.to]];
  return [
    ...travel(Number(a), 'value', start(edge), middle, t),
    ...travel(Number(delta), 'gradient', end(edge), middle, t),
  ];
}

/**
 * Returns the packets of a step that is not shown in detail.
 *
 * @param {State} state  after the step
 * @param {number} t
 * @param {Layout} layout
 * @returns {Packet[]}
 */
export function packets(state, t, layout) {
  const { kind, layer } = state.step;
  if (t <= 0 || t >= 1) return [];
  const { terms } = state;
  const L = state.sizes.length;
  const { cost } = layout;
  const costEdge = { x: cost.x, y: cost.y + cost.height / 2 };
  /** @param {number} l */
  const nodesOf = (l) => layout.nodes.filter((node) => node.layer === l);
  /** @param {number} l */
  const edgesInto = (l) => layout.edges.filter((edge) => edge.layer === l);
  if (kind === 'z' && terms && layer !== undefined) {
    // Products w·a travel to the neuron that adds them up.
    return edgesInto(layer).flatMap((edge) => {
      const value = Number(terms.products[edge.to * terms.count + edge.from]);
      return travel(value, 'value', start(edge), end(edge), t);
    });
  }
  if (kind === 'delta' && terms && layer !== undefined) {
    // Products w·δ travel back, against the direction of the edges.
    return edgesInto(layer + 1).flatMap((edge) => {
      const value = Number(terms.products[edge.from * terms.count + edge.to]);
      return travel(value, 'gradient', end(edge), start(edge), t);
    });
  }
  if (kind === 'delta' && layer === L) {
    return nodesOf(L).flatMap((node) =>
      travel(Number(state.costDerivative?.[node.neuron]), 'gradient', costEdge, node, t),
    );
  }
  if (kind === 'cost') {
    return nodesOf(L).flatMap((node) =>
      travel(Number(state.a[L - 1]?.[node.neuron]), 'value', node, costEdge, t),
    );
  }
  if (kind === 'nabla' && layer !== undefined)
    return edgesInto(layer).flatMap((edge) => factors(state, edge, t));
  return [];
}
