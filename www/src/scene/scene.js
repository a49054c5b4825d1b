/**
 * The picture of a moment: plain data, a pure function of the view, t and the layout. At t = 0 it is the picture of
 * the state before the step, at t = 1 that of the state after it. Nothing is in it that its states do not have.
 *
 * @module
 */
import { between, mark, ramp } from './marks.js';
import { packets } from './packets.js';

/** @import { ByLayer, State, View } from '../engine/protocol.js' */
/** @import { Edge, Layout, Node } from './layout.js' */
/** @import { Mark } from './marks.js' */
/** @import { Packet } from './packets.js' */

/** A number with the name of its quantity. @typedef {Mark & { quantity: string, glyph: string }} Line */

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
 * @property {Line | undefined} a
 * @property {Line | undefined} z
 * @property {Line | undefined} delta
 * @property {Line | undefined} target  y, at the output
 * @property {Line[]} lines  b, then gradient, then sum or change
 */

/**
 * @typedef {object} Scene
 * @property {EdgeScene[]} edges
 * @property {NodeScene[]} nodes
 * @property {Packet[]} packets
 * @property {Line | undefined} cost
 * @property {Line | undefined} miniBatchCost
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

/**
 * When each layer has its turn in a step that touches all of them: from the output back to the first.
 *
 * @param {number} t
 * @param {number} layer
 * @param {number} layers
 */
export function turnOf(t, layer, layers) {
  const width = 1 / (layers - 1);
  const start = (layers - Math.max(2, layer)) * width;
  return Math.min(1, Math.max(0, (t - start) / width));
}

/**
 * @param {View} view
 * @param {number} t  0 to 1
 * @param {Layout} layout
 * @returns {Scene}
 */
export function sceneOf({ before, after }, t, layout) {
  const { kind } = after.step;
  const layers = after.sizes.length;
  const backwards = kind === 'update' || kind === 'sum' || kind === 'mean' || kind === 'scale';
  /** @param {number} layer */
  const time = (layer) => (backwards && before !== after ? turnOf(t, layer, layers) : t);

  /** @param {keyof State} quantity @param {number} layer @param {number} index @param {number} [turn] @returns {Line | undefined} */
  function line(quantity, layer, index, turn) {
    const made = mark(
      pick(before, quantity, layer, index),
      pick(after, quantity, layer, index),
      time(layer),
      turn ?? (backwards ? 0.5 : 0.7),
    );
    return made && { ...made, quantity, glyph: GLYPHS[quantity] ?? '' };
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

  const edges = layout.edges.map((at) => {
    const index = at.to * (after.sizes[at.layer - 2] ?? 0) + at.from;
    const part = ramp(time(at.layer), 0.15, 0.85);
    const [old, now] = [pick(before, 'weights', at.layer, index), pick(after, 'weights', at.layer, index)];
    const changed = kind === 'update' && !Object.is(old, now) ? ramp(time(at.layer), 0, 0.3) : 0;
    return { at, weight: between(old, now, part), changed, lines: lines('w', at.layer, index) };
  });

  const nodes = layout.nodes.map((at) => {
    const [old, now] = [pick(before, 'a', at.layer, at.neuron), pick(after, 'a', at.layer, at.neuron)];
    const target = mark(before.y?.[at.neuron], after.y?.[at.neuron], t, 0.4);
    return {
      at,
      fill: between(old, now, now === undefined ? 1 - ramp(t, 0, 0.3) : ramp(t, 0.1, 0.8)),
      known: now === undefined ? old !== undefined && t < 1 : old !== undefined || t > 0,
      a: line('a', at.layer, at.neuron, kind === 'load' ? 0.4 : 0.6),
      z: line('z', at.layer, at.neuron),
      delta: line('delta', at.layer, at.neuron),
      target: at.layer === layers && target ? { ...target, quantity: 'y', glyph: 'y' } : undefined,
      lines: at.layer > 1 ? lines('b', at.layer, at.neuron) : [],
    };
  });

  const cost = mark(before.cost, after.cost, t);
  const miniBatchCost = mark(before.miniBatchCost, after.miniBatchCost, t);
  return {
    edges,
    nodes,
    packets: packets(after, t, layout),
    cost: cost && { ...cost, quantity: 'cost', glyph: 'C' },
    miniBatchCost: miniBatchCost && { ...miniBatchCost, quantity: 'miniBatchCost', glyph: 'C' },
  };
}
