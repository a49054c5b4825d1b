/**
 * What a step reads and writes, layer by layer: only that is lit on the stage.
 *
 * @module
 */

/** @import { Step } from '../protocol/position.js' */
/** @import { State } from '../protocol/state.js' */

/**
 * The number below a line, besides the value above it.
 * @typedef {'product' | 'nabla' | 'sum' | 'mean' | 'step'} Below
 */

/**
 * What the gauge shows: the targets alone, the answer on its way to them, the miss and its cost, or every
 * sample of the mini-batch.
 * @typedef {'target' | 'cost' | 'miss' | 'samples'} GaugeShows
 */

/**
 * @typedef {object} Lighting
 * @property {number[]} nodes    layers of which the neurons are lit
 * @property {number[]} written  layers of which the neurons are written
 * @property {number[]} weights  layers of which the weights are lit
 * @property {number[]} biases   layers of which the biases are lit
 * @property {number[]} deltas   layers of which δ is lit
 * @property {Below | undefined} below
 * @property {boolean} gaugeLit
 * @property {GaugeShows} gauge
 */

/** @type {Lighting} */
const DARK = {
  nodes: [],
  written: [],
  weights: [],
  biases: [],
  deltas: [],
  below: undefined,
  gaugeLit: false,
  gauge: 'target',
};

/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/**
 * Returns what the step that led to a state lights.
 *
 * @param {Pick<State, 'step' | 'sizes' | 'cost'>} state
 * @returns {Lighting}
 */
export function lightingOf({ step, sizes, cost }) {
  const L = sizes.length;
  const known = cost === undefined ? 'target' : 'miss';
  return { ...DARK, gauge: known, ...lit(step, L) };
}

/** @param {Step} step @param {number} L @returns {Partial<Lighting>} */
function lit({ kind, layer: l = 0 }, L) {
  const all = range(2, L);
  switch (kind) {
    case 'load':
      return { nodes: all, written: [1], weights: all, biases: all, gauge: 'target', gaugeLit: true };
    case 'z':
      return { nodes: [l - 1], written: [l], weights: [l], biases: [l] };
    case 'a':
      return { written: [l] };
    case 'cost':
      return { nodes: [L], gauge: 'cost', gaugeLit: true };
    case 'delta':
      return l === L
        ? { written: [L], deltas: [L], gaugeLit: true }
        : { nodes: [l + 1], written: [l], weights: [l + 1], deltas: [l, l + 1], below: 'product' };
    case 'nabla':
      return { nodes: [l - 1, l], weights: [l], biases: [l], deltas: [l], below: 'nabla' };
    case 'sum':
      return { weights: all, biases: all, below: 'sum' };
    case 'mean':
      return { weights: all, biases: all, below: 'mean', gauge: 'samples' };
    case 'scale':
      return { weights: all, biases: all, below: 'step', gauge: 'samples' };
    case 'update':
      return {
        ...{ nodes: [1, ...all], weights: all, biases: all },
        ...{ below: 'step', gauge: 'samples', gaugeLit: true },
      };
    default:
      return { gauge: 'samples' };
  }
}
