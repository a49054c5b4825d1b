/**
 * What travels in a step: one packet for each product that is being added up somewhere, as big as the product.
 *
 * @module
 */
import { ramp } from './shown.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Edge, Layout } from './layout.js' */

/**
 * A number on its way. `scale` says which of the two colour scales is meant.
 * @typedef {{ x: number, y: number, radius: number, value: number, scale: 'value' | 'gradient', strength: number }} Packet
 */

/** Radius in px of a packet of this size: an area that grows with the number, between a dot and a marble. @param {number} value */
const packetRadius = (value) => Math.min(12, 3 + 8 * Math.sqrt(Math.abs(value)));

/**
 * @param {number} value
 * @param {Packet['scale']} scale
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 * @param {number} t
 * @returns {Packet[]}  none before it leaves and after it has arrived
 */
export function travel(value, scale, from, to, t) {
  const part = ramp(t, 0.05, 0.75);
  const strength = ramp(t, 0, 0.08) * (1 - ramp(t, 0.72, 0.84));
  if (strength === 0) return [];
  const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
  return [{ x, y, radius: packetRadius(value), value, scale, strength }];
}

/** @param {Edge} edge */
export const start = ({ x1, y1 }) => ({ x: x1, y: y1 });
/** @param {Edge} edge */
export const end = ({ x2, y2 }) => ({ x: x2, y: y2 });

/** The two factors of ∂C/∂w, a and δ, meet on the edge. @param {State} state @param {Edge} edge @param {number} layer @param {number} t */
export function factors(state, edge, layer, t) {
  const middle = edge.label
    ? { x: edge.label.x + edge.label.width / 2, y: edge.label.y + edge.label.height / 2 }
    : { x: (edge.x1 + edge.x2) / 2, y: (edge.y1 + edge.y2) / 2 };
  const [a, delta] = [state.a[layer - 2]?.[edge.from], state.delta[layer - 1]?.[edge.to]];
  return [
    ...travel(Number(a), 'value', start(edge), middle, t),
    ...travel(Number(delta), 'gradient', end(edge), middle, t),
  ];
}

/**
 * @param {State} state  after the step
 * @param {number} t
 * @param {Layout} layout
 * @returns {Packet[]}
 */
export function packets(state, t, layout) {
  const { kind, layer } = state.step;
  if (t <= 0 || t >= 1) return [];
  const { terms } = state;
  const last = state.sizes.length;
  const { cost } = layout;
  const box = { x: cost.x, y: cost.y + cost.height / 2 };
  if (kind === 'z' && terms) {
    // Products w·a go to the neuron that adds them up.
    return layout.edges
      .filter((edge) => edge.layer === layer)
      .flatMap((edge) => {
        const value = Number(terms.products[edge.to * terms.count + edge.from]);
        return travel(value, 'value', start(edge), end(edge), t);
      });
  }
  if (kind === 'delta' && terms && layer !== undefined) {
    // Products w·δ go back, against the direction of the edges.
    return layout.edges
      .filter((edge) => edge.layer === layer + 1)
      .flatMap((edge) => {
        const value = Number(terms.products[edge.from * terms.count + edge.to]);
        return travel(value, 'gradient', end(edge), start(edge), t);
      });
  }
  if (kind === 'delta' && layer === last) {
    return layout.nodes
      .filter((node) => node.layer === last)
      .flatMap((node) => travel(Number(state.costDerivative?.[node.neuron]), 'gradient', box, node, t));
  }
  if (kind === 'cost') {
    return layout.nodes
      .filter((node) => node.layer === last)
      .flatMap((node) => travel(Number(state.a[last - 1]?.[node.neuron]), 'value', node, box, t));
  }
  if (kind === 'nabla' && layer !== undefined) {
    return layout.edges
      .filter((edge) => edge.layer === layer)
      .flatMap((edge) => factors(state, edge, layer, t));
  }
  return [];
}
