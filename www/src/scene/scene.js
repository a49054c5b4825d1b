/**
 * The scene: everything that is drawn of a step at t, as plain data. It is a pure function of the view, t
 * and the layout. At t = 0 it shows the state before the step, at t = 1 the state after it, and no number
 * that neither has.
 *
 * @module
 */
import { beatPackets } from './beats/packets.js';
import { packets } from './packets.js';
import { interpolate, shownAt, smoothstep } from './shown.js';
import { timingOf } from './timing.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { Edge, Node } from './geometry.js' */
/** @import { Layout } from './layout.js' */
/** @import { Packet } from './packets.js' */
/** @import { Shown } from './shown.js' */
/** @import { Timing } from './timing.js' */

/**
 * A number with its quantity and the sign that stands before it.
 * @typedef {Shown & { quantity: string, glyph: string }} Line
 */

/**
 * @typedef {object} EdgeScene
 * @property {Edge} at
 * @property {number} weight  for width and colour; moves between two computed values in an update
 * @property {number} glow  0 to 1, of a weight that the update has changed
 * @property {Line[]} lines  w, then gradient, then sum or change
 */

/**
 * @typedef {object} NodeScene
 * @property {Node} at
 * @property {boolean} hasArc  whether a is computed before or after the step
 * @property {number} fill  of the arc: a, or a value on its way to it
 * @property {boolean} saturated
 * @property {Line | undefined} a
 * @property {Line | undefined} z  in detail, the running sum until z is computed
 * @property {Line | undefined} delta
 * @property {Line | undefined} target  y, at the output
 * @property {Line[]} lines  b, then gradient, then sum or change
 */

/**
 * @typedef {object} Scene
 * @property {EdgeScene[]} edges
 * @property {NodeScene[]} nodes
 * @property {Packet[]} packets
 * @property {Beat | undefined} beat  the one shown, in detail
 * @property {Line | undefined} cost
 * @property {Line | undefined} miniBatchCost
 * @property {number} greatestDelta  the greatest |δ| after the step, for the scale of its arcs; 0 if
 *   there is none
 */

/** @typedef {keyof State} Quantity */

/**
 * Returns one number of a quantity.
 * @param {State} state
 * @param {Quantity} quantity
 * @param {number} layer
 * @param {number} index
 */
function pick(state, quantity, layer, index) {
  const layers = /** @type {ByLayer} */ (state[quantity]);
  return layers[layer - 1]?.[index];
}

/** The gradients of weights and of biases, as they follow one another in a mini-batch. */
const GRADIENTS = /** @type {const} */ ({
  w: { sample: 'nablaW', sum: 'sumNablaW', mean: 'meanNablaW', change: 'changeW' },
  b: { sample: 'nablaB', sum: 'sumNablaB', mean: 'meanNablaB', change: 'changeB' },
});

/** The sign before a number, by its quantity. */
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

/** When the result of a beat appears, as a part of the beat. */
const RESULT = 0.75;

/**
 * Returns the running sum at the neuron that it is computed for, until its result is there.
 *
 * @param {Timing} timing
 * @param {Node} node
 * @returns {Line | undefined}
 */
function runningSum({ beat, previous, part }, node) {
  const shown = part < RESULT ? previous : beat;
  if (!beat || shown?.running === undefined) return undefined;
  for (const { into } of [beat, shown]) {
    if (into.kind !== 'neuron' || into.layer !== node.layer || into.neuron !== node.neuron) return undefined;
  }
  return { value: shown.running, opacity: 1, changing: true, quantity: 'running', glyph: 'Σ' };
}

/**
 * Returns a function that gives the line of one number at t.
 *
 * @param {View} view
 * @param {Timing} timing
 * @param {boolean} detail
 */
function linesOf({ before, after }, timing, detail) {
  const { kind } = after.step;
  const usual = ['update', 'sum', 'mean', 'scale'].includes(kind) ? 0.5 : 0.7;
  const undivided = !after.conventions.averageGradients;

  /**
   * @param {Quantity} quantity
   * @param {number} layer
   * @param {number} index
   * @param {number} [turn]  when the new number replaces the old one, without detail
   * @returns {Line | undefined}
   */
  return (quantity, layer, index, turn = usual) => {
    const shown = shownAt(
      pick(before, quantity, layer, index),
      pick(after, quantity, layer, index),
      timing.progress(quantity, layer, index),
      detail ? RESULT : turn,
    );
    const glyph = GLYPHS[quantity] ?? '';
    return shown && { ...shown, quantity, glyph: undivided && glyph === 'Σ/m' ? 'Σ/1' : glyph };
  };
}

/**
 * Returns the scene of a step at t.
 *
 * @param {View} view
 * @param {number} t  0 to 1
 * @param {Layout} layout
 * @param {Beat[]} [beats]  of the step in detail; without them all of it happens at once
 * @returns {Scene}
 */
export function sceneOf(view, t, layout, beats = []) {
  const { before, after } = view;
  const { kind } = after.step;
  const layers = after.sizes.length;
  const detail = beats.length > 0;
  const timing = timingOf(view, t, beats);
  const line = linesOf(view, timing, detail);

  /**
   * Returns the lines at a weight or bias.
   * @param {'w' | 'b'} which
   * @param {number} layer
   * @param {number} index
   */
  function parameterLines(which, layer, index) {
    const names = GRADIENTS[which];
    const value = line(which === 'w' ? 'weights' : 'biases', layer, index, 0.5);
    const sample = line(names.sample, layer, index);
    const sum = line(names.sum, layer, index, 0.6);
    const mean = line(names.mean, layer, index);
    const change = line(names.change, layer, index);
    // The second line is the gradient of the sample, later the mean; the third is the sum, later the change.
    return [value, mean ?? sample, change ?? sum].filter((each) => each !== undefined);
  }

  const edgeScene = (/** @type {Edge} */ at) => {
    const index = at.to * (after.sizes[at.layer - 2] ?? 0) + at.from;
    const progress = timing.progress('weights', at.layer, index);
    const [old, now] = [pick(before, 'weights', at.layer, index), pick(after, 'weights', at.layer, index)];
    return {
      at,
      weight: interpolate(old, now, smoothstep(progress, 0.15, 0.85)),
      glow: kind === 'update' && !Object.is(old, now) ? smoothstep(progress, 0, 0.3) : 0,
      lines: parameterLines('w', at.layer, index),
    };
  };

  const nodeScene = (/** @type {Node} */ at) => {
    const { layer, neuron } = at;
    const [old, now] = [pick(before, 'a', layer, neuron), pick(after, 'a', layer, neuron)];
    const progress = timing.progress('a', layer, neuron);
    const target = layer === layers ? shownAt(before.y?.[neuron], after.y?.[neuron], t, 0.4) : undefined;
    const state = timing.progress('z', layer, neuron) < 1 ? before : after;
    const running = runningSum(timing, at);
    return {
      at,
      hasArc: now === undefined ? old !== undefined && progress < 1 : old !== undefined || progress > 0,
      fill: interpolate(
        old,
        now,
        now === undefined ? 1 - smoothstep(progress, 0, 0.3) : smoothstep(progress, 0.1, 0.8),
      ),
      saturated: state.saturated[layer - 1]?.[neuron] ?? false,
      a: line('a', layer, neuron, kind === 'load' ? 0.4 : 0.6),
      z: (kind === 'z' ? running : undefined) ?? line('z', layer, neuron),
      delta: (kind === 'delta' ? running : undefined) ?? line('delta', layer, neuron),
      target: target && { ...target, quantity: 'y', glyph: 'y' },
      lines: layer > 1 ? parameterLines('b', layer, neuron) : [],
    };
  };

  const cost = shownAt(before.cost, after.cost, timing.progress('cost'), detail ? RESULT : 0.7);
  const miniBatchCost = shownAt(before.miniBatchCost, after.miniBatchCost, t);
  /** @type {EdgeScene[] | undefined} */
  let edges;
  return {
    // Made only if asked for: most frames redraw no edge, and there are more edges than anything else.
    get edges() {
      return (edges ??= layout.edges.map(edgeScene));
    },
    nodes: layout.nodes.map(nodeScene),
    packets: timing.beat ? beatPackets(after, timing.beat, timing.part, layout) : packets(after, t, layout),
    beat: timing.beat,
    cost: cost && { ...cost, quantity: 'cost', glyph: 'C' },
    miniBatchCost: miniBatchCost && { ...miniBatchCost, quantity: 'miniBatchCost', glyph: 'C' },
    greatestDelta: greatestIn(after.delta),
  };
}

/**
 * Returns the greatest absolute value.
 * @param {ByLayer} layers
 */
const greatestIn = (layers) =>
  layers.reduce(
    (most, layer) => layer?.reduce((top, value) => Math.max(top, Math.abs(value)), most) ?? most,
    0,
  );
