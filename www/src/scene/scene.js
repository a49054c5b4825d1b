/**
 * The picture of a moment: plain data, a pure function of the view, t and the layout. At t = 0 it is the picture of
 * the state before the step, at t = 1 that of the state after it. Nothing is in it that its states do not have.
 *
 * @module
 */
import { beatPackets } from './beats/packets.js';
import { between, shownAt, ramp } from './shown.js';
import { packets } from './packets.js';
import { timingOf } from './timing.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Edge, Layout, Node } from './layout.js' */
/** @import { Shown } from './shown.js' */
/** @import { Packet } from './packets.js' */
/** @import { Timing } from './timing.js' */

/** A number with the name of its quantity. @typedef {Shown & { quantity: string, glyph: string }} Line */

/**
 * @typedef {object} EdgeScene
 * @property {Edge} at
 * @property {number} weight  for width and colour; moves between two computed values in an update
 * @property {number} changed  0 to 1, how far it is marked as changed by the update
 * @property {Line[]} lines  w, then gradient, then sum or change
 */

/**
 * @typedef {object} NodeScene
 * @property {Node} at
 * @property {number} fill  a, for the arc; 0 where it is not known, with no arc drawn
 * @property {boolean} known
 * @property {boolean} saturated
 * @property {Line | undefined} a
 * @property {Line | undefined} z  or, in detail, the sum on its way to it
 * @property {Line | undefined} delta
 * @property {Line | undefined} target  y, at the output
 * @property {Line[]} lines  b, then gradient, then sum or change
 */

/**
 * @typedef {object} Scene
 * @property {EdgeScene[]} edges
 * @property {NodeScene[]} nodes
 * @property {Packet[]} packets
 * @property {Beat | undefined} beat  what happens now, in detail
 * @property {Line | undefined} cost
 * @property {Line | undefined} miniBatchCost
 * @property {number} mostDelta  the greatest |δ| known after the step, against which the arcs of δ are drawn; 0 if none is
 */

/** @param {State} state @param {keyof State} quantity @param {number} layer @param {number} index */
function pick(state, quantity, layer, index) {
  const layers = /** @type {ByLayer} */ (state[quantity]);
  return layers[layer - 1]?.[index];
}

/** What replaces Σ∇ in the picture as the end of a mini-batch goes on: quantities for weights and biases. */
const GRADIENTS = /** @type {const} */ ({
  w: { sample: 'nablaW', sum: 'sumNablaW', mean: 'meanNablaW', change: 'changeW' },
  b: { sample: 'nablaB', sum: 'sumNablaB', mean: 'meanNablaB', change: 'changeB' },
});

const GLYPHS = /** @type {Record<string, string>} */ ({
  weights: 'w',
  biases: 'b',
  nablaW: '∂',
  nablaB: '∂',
  sumNablaW: 'Σ',
  sumNablaB: 'Σ',
  meanNablaW: 'Σ/m',
  meanNablaB: 'Σ/m',
  changeW: 'η·',
  changeB: 'η·',
  z: 'z',
});

/** The part of a beat at which its result is there. */
const IN_BEAT = 0.75;

/**
 * The sum so far, at the neuron that adds up, until what it is added up for is there.
 *
 * @param {Timing} timing
 * @param {boolean} here  whether this place is where the step's sums stand
 * @param {Node} node
 * @returns {Line | undefined}
 */
function running({ beat, previous, part }, here, node) {
  const shown = part < IN_BEAT ? previous : beat;
  if (!here || !beat || shown?.running === undefined) return undefined;
  for (const { into } of [beat, shown]) {
    if (into.kind !== 'neuron' || into.layer !== node.layer || into.neuron !== node.neuron) return undefined;
  }
  return { value: shown.running, strength: 1, changing: true, quantity: 'running', glyph: 'Σ' };
}

/**
 * @param {View} view
 * @param {number} t  0 to 1
 * @param {Layout} layout
 * @param {Beat[]} [beats]  the step in detail; without them all of it happens at once
 * @returns {Scene}
 */
export function sceneOf({ before, after }, t, layout, beats = []) {
  const { kind } = after.step;
  const layers = after.sizes.length;
  const changes = kind === 'update' || kind === 'sum' || kind === 'mean' || kind === 'scale';
  const timing = timingOf({ before, after }, t, beats);
  const undivided = !after.conventions.averageGradients;

  /** @param {keyof State} quantity @param {number} layer @param {number} index @param {number} [turn] @returns {Line | undefined} */
  function line(quantity, layer, index, turn) {
    const made = shownAt(
      pick(before, quantity, layer, index),
      pick(after, quantity, layer, index),
      timing.of(quantity, layer, index),
      beats.length > 0 ? IN_BEAT : (turn ?? (changes ? 0.5 : 0.7)),
    );
    const glyph = GLYPHS[quantity] ?? '';
    return made && { ...made, quantity, glyph: undivided && glyph === 'Σ/m' ? 'Σ/1' : glyph };
  }

  /** The lines of numbers at a weight or bias. @param {'w' | 'b'} which @param {number} layer @param {number} index */
  function lines(which, layer, index) {
    const names = GRADIENTS[which];
    const value = line(which === 'w' ? 'weights' : 'biases', layer, index, 0.5);
    const sample = line(names.sample, layer, index);
    const sum = line(names.sum, layer, index, 0.6);
    const mean = line(names.mean, layer, index);
    const change = line(names.change, layer, index);
    // Second line: this sample's gradient, at the end of the mini-batch the mean. Third: Σ, then the change.
    return [value, mean ?? sample, change ?? sum].filter((each) => each !== undefined);
  }

  const edgeOf = (/** @type {Edge} */ at) => {
    const index = at.to * (after.sizes[at.layer - 2] ?? 0) + at.from;
    const own = timing.of('weights', at.layer, index);
    const [old, now] = [pick(before, 'weights', at.layer, index), pick(after, 'weights', at.layer, index)];
    const changed = kind === 'update' && !Object.is(old, now) ? ramp(own, 0, 0.3) : 0;
    return {
      at,
      weight: between(old, now, ramp(own, 0.15, 0.85)),
      changed,
      lines: lines('w', at.layer, index),
    };
  };
  /** @type {EdgeScene[] | undefined} */
  let edges;

  const nodes = layout.nodes.map((at) => {
    const [old, now] = [pick(before, 'a', at.layer, at.neuron), pick(after, 'a', at.layer, at.neuron)];
    const target = shownAt(before.y?.[at.neuron], after.y?.[at.neuron], t, 0.4);
    const own = timing.of('a', at.layer, at.neuron);
    const state = timing.of('z', at.layer, at.neuron) < 1 ? before : after;
    return {
      at,
      fill: between(old, now, now === undefined ? 1 - ramp(own, 0, 0.3) : ramp(own, 0.1, 0.8)),
      known: now === undefined ? old !== undefined && own < 1 : old !== undefined || own > 0,
      saturated: state.saturated[at.layer - 1]?.[at.neuron] ?? false,
      a: line('a', at.layer, at.neuron, kind === 'load' ? 0.4 : 0.6),
      z: running(timing, kind === 'z', at) ?? line('z', at.layer, at.neuron),
      delta: running(timing, kind === 'delta', at) ?? line('delta', at.layer, at.neuron),
      target: at.layer === layers && target ? { ...target, quantity: 'y', glyph: 'y' } : undefined,
      lines: at.layer > 1 ? lines('b', at.layer, at.neuron) : [],
    };
  });

  const cost = shownAt(before.cost, after.cost, timing.of('cost'), beats.length > 0 ? IN_BEAT : 0.7);
  const miniBatchCost = shownAt(before.miniBatchCost, after.miniBatchCost, t);
  return {
    // In most frames nothing is drawn of the edges, of which there are most.
    get edges() {
      return (edges ??= layout.edges.map(edgeOf));
    },
    nodes,
    mostDelta: after.delta.reduce(
      (most, layer) => layer?.reduce((top, value) => Math.max(top, Math.abs(value)), most) ?? most,
      0,
    ),
    packets: timing.beat ? beatPackets(after, timing.beat, timing.part, layout) : packets(after, t, layout),
    beat: timing.beat,
    cost: cost && { ...cost, quantity: 'cost', glyph: 'C' },
    miniBatchCost: miniBatchCost && { ...miniBatchCost, quantity: 'miniBatchCost', glyph: 'C' },
  };
}
