/**
 * The picture of a moment as plain data: a pure function of the view, t and the layout. At t = 1 it is the
 * picture of the step's end; before, what it no longer reads dims, packets run, and what it writes appears
 * last.
 *
 * @module
 */
import { gaugesAt } from './gauge.js';
import { lightingOf } from './lighting.js';
import { packetsAt } from './packets.js';
import { sharesOf, showsChange } from './number-places.js';
import { DIM, READ, WRITE, ramp } from './ramp.js';
import { inBeat, runningAt, same } from './in-beat.js';
import { timingOf } from './timing.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Beat } from './beats/beat.js' */
/** @import { GaugePicture } from './gauge.js' */
/** @import { Below, Lighting } from './lighting.js' */
/** @import { Bias, Edge, Layout, Node } from './layout.js' */
/** @import { Packet } from './packets.js' */
/** @import { Timing } from './timing.js' */

/**
 * `value`: weights, biases, activations; `gradient`: δ, ∂C/∂w; `step`: what an update adds; `ink`: the rest.
 * @typedef {'value' | 'gradient' | 'step' | 'ink'} Tone
 */

/**
 * A number on the stage. `strength` is its opacity, 0 to 1; `old` is the value it replaces in this step,
 * written before an arrow; `label` says which number below a line it is.
 * @typedef {{ quantity: string, value: number, old?: number, strength: number, tone: Tone, label?: Below }}
 *   Shown
 */

/**
 * A weight or a bias. `lit` is 0 (dim) to 1; `weight` is drawn as its width; `sleeve` is 0 to 1 in the
 * update, how far it is marked as changed; `focus`: the equation is about it.
 * @typedef {{ at: T, weight: number, lit: number, above: Shown | undefined, below: Shown | undefined,
 *   sleeve: number, change: number, focus: boolean, share: number | undefined }} Parameter
 * @template T
 */

/**
 * A neuron. `fill` is a, for the ring; `main` and `minor` are written inside; `delta` below. `ring` is thin
 * around what is written and thick around the one of the equation; `tint` is the colour of what is written.
 * @typedef {object} Neuron
 * @property {Node} at
 * @property {number} lit
 * @property {number} written  0 to 1
 * @property {boolean} focus
 * @property {'value' | 'positive' | 'negative'} tint
 * @property {number | undefined} fill
 * @property {Shown | undefined} main
 * @property {Shown | undefined} minor
 * @property {Shown | undefined} delta
 * @property {Shown | undefined} running  the sum so far, in detail
 * @property {boolean} saturated
 */

/**
 * @typedef {object} Picture
 * @property {Parameter<Edge>[]} edges
 * @property {Parameter<Bias>[]} biases
 * @property {Neuron[]} neurons
 * @property {GaugePicture} gauge
 * @property {Packet[]} packets
 * @property {number} deltaScale  px for a δ of 1
 * @property {Beat | undefined} beat
 * @property {Lighting} lighting
 */

/**
 * Which numbers stand on the stage: those of this step, all that are known, or none.
 * @typedef {'step' | 'all' | 'none'} Numbers
 */

/** Px of the bar of the largest δ, and px for a δ of 1 as long as that is not longer. */
const LONGEST_BAR = 60;
const BAR_SCALE = 600;

/** Quantities of a weight and of a bias by what stands below the line. */
const BELOW = {
  nabla: /** @type {const} */ (['nablaW', 'nablaB']),
  sum: /** @type {const} */ (['sumNablaW', 'sumNablaB']),
  mean: /** @type {const} */ (['meanNablaW', 'meanNablaB']),
  step: /** @type {const} */ (['stepW', 'stepB']),
};

/** @param {Below | undefined} below @returns {Tone} */
const toneOf = (below) => (below === 'step' ? 'step' : 'gradient');

/**
 * @param {State} state
 * @param {keyof State} quantity
 * @param {number} layer
 * @param {number} index
 * @returns {number | undefined}
 */
const pick = (state, quantity, layer, index) => /** @type {ByLayer} */ (state[quantity])[layer - 1]?.[index];

/**
 * Returns the picture.
 *
 * @param {View} view
 * @param {number} t  0 to 1
 * @param {Layout} layout
 * @param {{ focus?: Selection, beats?: Beat[], numbers?: Numbers }} [of]
 * @returns {Picture}
 */
export function pictureOf(view, t, layout, { focus, beats = [], numbers = 'step' } = {}) {
  const { before, after } = view;
  const { kind } = after.step;
  const sizes = after.sizes;
  const lighting = lightingOf(after);
  const earlier = before === after ? lighting : lightingOf(before);
  const timing = timingOf(view, t, beats);
  const { beat } = timing;
  // In detail there are no fixed moments but those of the part.
  const dimming = ramp(t, ...DIM);
  const reading = ramp(t, ...READ);
  /** @param {boolean} was @param {boolean} is */
  const strength = (was, is) => (was ? 1 : 0) + ((is ? 1 : 0) - (was ? 1 : 0)) * dimming;
  /**
   * How far a number that the step writes is there.
   *
   * @param {string} quantity
   * @param {number} l
   * @param {number} index
   */
  const writing = (quantity, l, index) => ramp(timing.progress(quantity, l, index), ...WRITE);
  const shares = sharesOf(layout, kind === 'delta' ? 'out' : 'into', focus);

  /**
   * @param {keyof State} quantity
   * @param {number} l
   * @param {number} index
   * @param {Tone} tone
   * @returns {Shown | undefined}
   */
  function known(quantity, l, index, tone) {
    const [old, now] = [pick(before, quantity, l, index), pick(after, quantity, l, index)];
    if (now === undefined) return undefined;
    const writes = writing(quantity, l, index);
    // A number that is replaced stays until the new one is written.
    if (old !== undefined)
      return { quantity, value: writes < 0.5 && before !== after ? old : now, strength: 1, tone };
    return writes === 0 ? undefined : { quantity, value: now, strength: writes, tone };
  }

  /**
   * The number below the line of a weight or bias.
   *
   * @param {0 | 1} which
   * @param {number} l
   * @param {number} index
   * @param {number} to
   * @param {number} from
   * @returns {Shown | undefined}
   */
  function belowOf(which, l, index, to, from) {
    const isLit = (which === 0 ? lighting.weights : lighting.biases).includes(l);
    const wanted =
      isLit && lighting.below ? lighting.below : numbers === 'all' ? latest(after, which, l) : undefined;
    if (!wanted) return undefined;
    if (wanted === 'product') {
      if (!after.terms) return undefined;
      const value = Number(after.terms.products[from * after.terms.count + to]);
      const strength = productStrength(l, to, from);
      return { quantity: 'product', value, strength, tone: 'gradient', label: wanted };
    }
    const quantity = BELOW[wanted][which];
    const now = pick(after, quantity, l, index);
    if (now === undefined) return undefined;
    const own = timing.progress(quantity, l, index);
    const isNew =
      before !== after && (pick(before, quantity, l, index) !== now || latest(before, which, l) !== wanted);
    const strength = isNew ? ramp(own, ...WRITE) : 1;
    if (isNew && strength < 1) return previousBelow(which, l, index, own) ?? fresh();
    return fresh();

    /** @returns {Shown} */
    function fresh() {
      return { quantity, strength, label: wanted, value: Number(now), tone: toneOf(wanted) };
    }
  }

  /**
   * What stood below before it is replaced.
   *
   * @param {0 | 1} which
   * @param {number} l
   * @param {number} index
   * @param {number} own
   * @returns {Shown | undefined}
   */
  function previousBelow(which, l, index, own) {
    if (own >= WRITE[0]) return undefined;
    const wanted = latest(before, which, l);
    if (!wanted || wanted === 'product') return undefined;
    const quantity = BELOW[wanted][which];
    const value = pick(before, quantity, l, index);
    if (value === undefined) return undefined;
    const shown = { quantity, strength: 1 - ramp(own, WRITE[0] - 0.16, WRITE[0]), label: wanted };
    if (shown.strength === 0) return undefined;
    return { ...shown, value, tone: toneOf(wanted) };
  }

  /** @param {number} l @param {number} to @param {number} from */
  function productStrength(l, to, from) {
    if (beats.length === 0) return ramp(t, 0.2, 0.32);
    const at = beats.findIndex(
      ({ selection: mark }) =>
        mark.kind === 'weight' && mark.layer === l && mark.to === to && mark.from === from,
    );
    return at < 0 ? 0 : ramp(t * beats.length - at, 0.1, 0.3);
  }

  /** Whether a weight or bias is part of what happens now. @param {Selection} mark @param {boolean} byStep */
  const takesPart = (mark, byStep) => (beat ? inBeat(beat, mark) : byStep);
  /** @param {Selection} mark */
  const isFocus = (mark) => focus !== undefined && same(focus, mark);

  /**
   * @template {Edge | Bias} T
   * @param {T} at
   * @param {0 | 1} which
   * @param {Selection} mark
   * @param {number} index
   * @param {number | undefined} share
   * @returns {Parameter<T>}
   */
  function parameter(at, which, mark, index, share) {
    const quantity = which === 0 ? 'weights' : 'biases';
    const lists = which === 0 ? lighting.weights : lighting.biases;
    const earlierLists = which === 0 ? earlier.weights : earlier.biases;
    const [to, from] = 'to' in at ? [at.to, at.from] : [at.neuron, 0];
    const isLit = takesPart(mark, lists.includes(at.layer));
    const [old, now] = [
      pick(before, quantity, at.layer, index) ?? 0,
      pick(after, quantity, at.layer, index) ?? 0,
    ];
    const own = timing.progress(quantity, at.layer, index);
    const updates = kind === 'update' && before !== after;
    const changed = updates && !Object.is(old, now);
    const wanted = numbers === 'all' || (numbers === 'step' && isLit);
    const visible = wanted && (which === 1 || share !== undefined);
    const appears = numbers === 'all' || earlierLists.includes(at.layer) ? 1 : reading;
    const turn = ramp(own, 0.45, 0.6);
    // In the update the layer of the equation tells what becomes of each number, the others their steps.
    const inEquation = focus !== undefined && 'layer' in focus && focus.layer === at.layer;
    const told = !updates || inEquation || numbers === 'all' ? appears : 1 - dimming;
    /** @type {Shown | undefined} */
    let above =
      visible && told > 0
        ? { quantity, value: turn < 1 && changed ? old : now, strength: told, tone: 'value' }
        : undefined;
    const below = visible ? belowOf(which, at.layer, index, to, from) : undefined;
    if (above && changed && turn === 1 && inEquation && showsChange(layout, at.layer))
      above = { ...above, old };
    return {
      at,
      weight: changed ? old + (now - old) * ramp(own, 0.3, 0.8) : now,
      lit: strength(earlierLists.includes(at.layer), isLit),
      above,
      below: below && below.strength > 0 ? below : undefined,
      sleeve: changed ? ramp(own, 0.2, 0.5) : 0,
      change: Math.abs(now - old),
      focus: isFocus(mark),
      share,
    };
  }

  const biases = layout.biases.map((at) =>
    parameter(at, 1, { kind: 'bias', layer: at.layer, neuron: at.neuron }, at.neuron, undefined),
  );
  const neurons = layout.nodes.map((at) => neuronOf(at));
  /** @type {Parameter<Edge>[] | undefined} */
  let edges;

  /** @param {Node} at @returns {Neuron} */
  function neuronOf(at) {
    const { layer: l, neuron: j } = at;
    /** @type {Selection} */
    const mark = { kind: 'neuron', layer: l, neuron: j };
    const isWritten = takesPart(mark, lighting.written.includes(l)) && lighting.written.includes(l);
    const isLit = takesPart(mark, lighting.nodes.includes(l) || lighting.written.includes(l));
    const wasLit = earlier.nodes.includes(l) || earlier.written.includes(l);
    const a = known('a', l, j, 'ink');
    const z = known('z', l, j, 'ink');
    const delta = known('delta', l, j, 'gradient');
    const slope = timing.progress('a', l, j);
    const hadA = pick(before, 'a', l, j);
    // z stands alone until a is there.
    const main = a ?? z;
    const shownDelta =
      delta && (numbers === 'all' || lighting.deltas.includes(l) || kind === 'cost') ? delta : undefined;
    const fill = pick(after, 'a', l, j);
    return {
      at,
      lit: strength(wasLit, isLit),
      written: isWritten ? (beat ? 1 : ramp(t, ...WRITE)) : 0,
      focus: isFocus(mark),
      tint: kind !== 'delta' ? 'value' : Number(pick(after, 'delta', l, j)) < 0 ? 'negative' : 'positive',
      fill: fill === undefined ? undefined : hadA === undefined ? fill * ramp(slope, 0.2, 0.8) : fill,
      main: numbers === 'none' && l > 1 ? undefined : main,
      minor: a && z ? z : undefined,
      delta: shownDelta && { ...shownDelta, strength: shownDelta.strength },
      running: runningAt(timing, mark),
      saturated: after.saturated[l - 1]?.[j] ?? false,
    };
  }

  const largest = after.delta.reduce(
    (most, list) => list?.reduce((top, value) => Math.max(top, Math.abs(value)), most) ?? most,
    0,
  );
  return {
    // In most frames nothing of the lines is drawn again, of which there are most.
    get edges() {
      return (edges ??= layout.edges.map((at, n) => {
        const index = at.to * (sizes[at.layer - 2] ?? 0) + at.from;
        const { layer, to, from } = at;
        return parameter(at, 0, { kind: 'weight', layer, to, from }, index, shares[n]);
      }));
    },
    biases,
    neurons,
    gauge: gaugesAt(view, t, layout, lighting, timing),
    packets: packetsAt(view, t, layout, beats),
    deltaScale: largest > LONGEST_BAR / BAR_SCALE ? LONGEST_BAR / largest : BAR_SCALE,
    beat,
    lighting,
  };
}

/**
 * Returns what of a weight's gradient is known last.
 *
 * @param {State} state
 * @param {0 | 1} which
 * @param {number} layer
 * @returns {Below | undefined}
 */
function latest(state, which, layer) {
  /** @type {Below[]} */
  const kinds = ['step', 'mean'];
  // A sample's own gradient stands there until it is added to the sum.
  if (state.step.kind === 'sum' || state.nablaW[layer - 1] === undefined) kinds.push('sum', 'nabla');
  else kinds.push('nabla', 'sum');
  return kinds.find((kind) => kind !== 'product' && state[BELOW[kind][which]][layer - 1] !== undefined);
}
