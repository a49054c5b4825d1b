/**
 * Packets: the products of a step on their way to where they are added up. Each carries its number, and
 * stays at the neuron it is added to until the step ends.
 *
 * @module
 */
import { pointAt } from './turned-boxes.js';
import { heightOf } from './gauge.js';
import { ramp } from './ramp.js';

/** @import { State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Point } from './turned-boxes.js' */
/** @import { Bias, Edge, Layout, Node } from './layout.js' */

/**
 * A number on its way; its area is in proportion to its size.
 * @typedef {Point & { r: number, value: number, tone: 'value' | 'gradient', strength: number }} Packet
 */

/** Radius in px of the largest packet of a step; in dense pictures. */
const LARGEST = 11;
const LARGEST_DENSE = 7;
const LARGEST_PHONE = 6;
const LEAST = 2.5;
/** A product of the forward pass is drawn against 1 at least, so that small sums have small packets. */
const LEAST_SCALE = 1;
/** Where packets stay: px between their rim and the end of their line. */
const DOCK = 2;
/** When packets leave and arrive, in shares of the step. */
const LEAVE = 0.2;
const ARRIVE = 0.72;

/**
 * Returns the packets at a moment of a step.
 *
 * @param {View} view
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 * @returns {Packet[]}
 */
export function packetsAt({ before, after }, t, layout, beats) {
  if (before === after || t <= 0) return [];
  const { kind, layer = 0 } = after.step;
  const L = after.sizes.length;
  switch (kind) {
    case 'z':
      return [...forward(after, layer, t, layout, beats), ...biases(after, layer, t, layout, beats)];
    case 'delta':
      return layer === L ? fromGauge(after, t, layout, beats) : backward(after, layer, t, layout, beats);
    case 'nabla':
      return meeting(after, layer, t, layout, beats);
    default:
      return [];
  }
}

/**
 * Returns the share of its own way that a packet has gone.
 *
 * @param {Beat[]} beats
 * @param {number} t
 * @param {(mark: Beat['selection']) => boolean} isIts
 */
function ownTime(beats, t, isIts) {
  if (beats.length === 0) return t;
  const at = beats.findIndex(({ selection, rest }) => rest === undefined && isIts(selection));
  return at < 0 ? 0 : Math.min(1, Math.max(0, t * beats.length - at));
}

/**
 * Whether in detail the packet's neuron is still adding up, so that what has arrived stays in sight.
 *
 * @param {Beat[]} beats
 * @param {number} t
 * @param {number} layer
 * @param {number} neuron
 */
function isAdding(beats, t, layer, neuron) {
  if (beats.length === 0 || t >= 1) return true;
  const now = beats[Math.min(beats.length - 1, Math.max(0, Math.ceil(t * beats.length - 1e-9) - 1))];
  return now?.into.kind === 'neuron' && now.into.layer === layer && now.into.neuron === neuron;
}

/** @param {number} value @param {number} scale @param {Pick<Layout, 'dense' | 'form'>} layout */
function radius(value, scale, { dense, form }) {
  const largest = form === 'phone' ? LARGEST_PHONE : dense ? LARGEST_DENSE : LARGEST;
  return Math.max(LEAST, largest * Math.sqrt(Math.min(1, Math.abs(value) / scale)));
}

/**
 * @param {number} value
 * @param {number} r
 * @param {Packet['tone']} tone
 * @param {{ x1: number, y1: number, x2: number, y2: number }} line  from where it leaves to where it stays
 * @param {number} own
 * @returns {Packet[]}
 */
function travel(value, r, tone, line, own) {
  const strength = ramp(own, LEAVE - 0.06, LEAVE);
  if (value === 0 || strength === 0) return [];
  return [{ ...pointAt(line, ramp(own, LEAVE, ARRIVE)), r, value, tone, strength }];
}

/**
 * Returns the way of a packet along an edge, which ends where it stays.
 *
 * @param {Edge} edge
 * @param {number} r
 * @param {boolean} back
 */
function way({ x1, y1, x2, y2 }, r, back) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const stop = 1 - (r + DOCK) / length;
  return back
    ? { x1: x2, y1: y2, x2: x2 + (x1 - x2) * stop, y2: y2 + (y1 - y2) * stop }
    : { x1, y1, x2: x1 + (x2 - x1) * stop, y2: y1 + (y2 - y1) * stop };
}

/**
 * @param {State} state
 * @param {number} layer
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 */
function forward({ terms, biases }, layer, t, layout, beats) {
  if (!terms) return [];
  const scale = Math.max(LEAST_SCALE, largest(terms.products), largest(biases[layer - 1]));
  return layout.edges
    .filter((edge) => edge.layer === layer && isAdding(beats, t, layer, edge.to))
    .flatMap((edge) => {
      const value = Number(terms.products[edge.to * terms.count + edge.from]);
      const r = radius(value, scale, layout);
      const own = ownTime(beats, t, (mark) => isEdge(mark, edge));
      return travel(value, r, 'value', way(edge, r, false), own);
    });
}

/**
 * A bias is a weight whose input is always 1.
 *
 * @param {State} state
 * @param {number} layer
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 */
function biases({ biases, terms }, layer, t, layout, beats) {
  const scale = Math.max(LEAST_SCALE, largest(biases[layer - 1]), largest(terms?.products));
  return layout.biases
    .filter((bias) => bias.layer === layer && bias.length > 0 && isAdding(beats, t, layer, bias.neuron))
    .flatMap(({ x, y, length, neuron }) => {
      const value = Number(biases[layer - 1]?.[neuron]);
      const r = Math.min(radius(value, scale, layout), length / 2);
      const own = ownTime(
        beats,
        t,
        (mark) => mark.kind === 'bias' && mark.layer === layer && mark.neuron === neuron,
      );
      return travel(value, r, 'value', { x1: x, y1: y - length, x2: x, y2: y - r - DOCK }, own);
    });
}

/**
 * @param {State} state
 * @param {number} layer
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 */
function backward({ terms }, layer, t, layout, beats) {
  if (!terms) return [];
  const scale = largest(terms.products) || 1;
  return layout.edges
    .filter((edge) => edge.layer === layer + 1 && isAdding(beats, t, layer, edge.from))
    .flatMap((edge) => {
      const value = Number(terms.products[edge.from * terms.count + edge.to]);
      const r = radius(value, scale, layout);
      const own = ownTime(beats, t, (mark) => isEdge(mark, edge));
      return travel(value, r, 'gradient', way(edge, r, true), own);
    });
}

/**
 * The miss goes from the gauge back into its neuron.
 *
 * @param {State} state
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 */
function fromGauge({ costDerivative, sizes, a }, t, layout, beats) {
  const L = sizes.length;
  const scale = largest(costDerivative) || 1;
  return layout.gauges.flatMap((gauge) => {
    const node = layout.nodes.find(({ layer, neuron }) => layer === L && neuron === gauge.neuron);
    const value = Number(costDerivative?.[gauge.neuron]);
    if (!node) return [];
    const answer = Number(a[L - 1]?.[gauge.neuron]);
    const from = gauge.lying ? { x: gauge.x, y: gauge.top } : { x: gauge.x, y: heightOf(gauge, answer) };
    const r = radius(value, scale, layout);
    const own = ownTime(beats, t, (mark) => mark.kind === 'target' && mark.neuron === gauge.neuron);
    // It goes into the neuron, where its number is scaled by the slope.
    const strength = 1 - ramp(own, ARRIVE, ARRIVE + 0.1);
    const [packet] = travel(
      value,
      r,
      'gradient',
      { x1: from.x, y1: from.y, x2: node.x + node.r + r + DOCK, y2: node.y },
      own,
    );
    return packet && strength > 0 ? [{ ...packet, strength: packet.strength * strength }] : [];
  });
}

/**
 * The two factors of ∂C/∂w meet on its line: a forwards, δ backwards.
 *
 * @param {State} state
 * @param {number} layer
 * @param {number} t
 * @param {Layout} layout
 * @param {Beat[]} beats
 */
function meeting({ a, delta }, layer, t, layout, beats) {
  const [most, mostDelta] = [Math.max(LEAST_SCALE, largest(a[layer - 2])), largest(delta[layer - 1]) || 1];
  return layout.edges
    .filter((edge) => edge.layer === layer)
    .flatMap((edge) => {
      const own = ownTime(beats, t, (mark) => isEdge(mark, edge));
      const gone = 1 - ramp(own, ARRIVE, ARRIVE + 0.1);
      if (gone === 0) return [];
      const middle = pointAt(edge, edge.share ?? 0.5);
      const [up, down] = [Number(a[layer - 2]?.[edge.from]), Number(delta[layer - 1]?.[edge.to])];
      const { x1, y1, x2, y2 } = edge;
      const packets = [
        ...travel(up, radius(up, most, layout), 'value', { x1, y1, x2: middle.x, y2: middle.y }, own),
        ...travel(
          down,
          radius(down, mostDelta, layout),
          'gradient',
          { x1: x2, y1: y2, x2: middle.x, y2: middle.y },
          own,
        ),
      ];
      return packets.map((packet) => ({ ...packet, strength: packet.strength * gone }));
    });
}

/** @param {Beat['selection']} mark @param {Edge} edge */
const isEdge = (mark, { layer, to, from }) =>
  mark.kind === 'weight' && mark.layer === layer && mark.to === to && mark.from === from;

/** @param {Float64Array | undefined} values */
const largest = (values) => values?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
