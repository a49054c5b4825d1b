/**
 * The quantities of the picture: what each is called, on which colour scale it is drawn, and where in a
 * `State` it stands. The stage, its table, the formulas and the sentences all read values through here.
 *
 * @module
 */

/** @import { State } from '../engine/protocol.js' */

/**
 * `wa` is one product w·a of the sum z, `wDelta` one product w·δ of the sum that is carried back.
 * @typedef {'x' | 'y' | 'w' | 'b' | 'z' | 'a' | 'wa' | 'wDelta' | 'cost' | 'miniBatchCost'
 *   | 'costDerivative' | 'slope' | 'carried' | 'delta' | 'nablaW' | 'nablaB' | 'sumNablaW' | 'sumNablaB'
 *   | 'meanNablaW' | 'meanNablaB' | 'changeW' | 'changeB'} Quantity
 */

/**
 * The two colour scales that never mix, and `plain` for what has no sign to show.
 * @typedef {'value' | 'gradient' | 'plain'} Scale
 */

/**
 * Where a quantity stands: a neuron's by `neuron`, a weight's by `to` and `from`; all 0-based but `layer`.
 * @typedef {{ layer?: number, neuron?: number, to?: number, from?: number }} Place
 */

/** @typedef {{ scale: Scale, prefix: string, name: string }} Kind */

/** @type {Record<Quantity, Kind>} `prefix` stands before the number on the stage, `name` is for sentences. */
export const KINDS = {
  x: { scale: 'value', prefix: '', name: 'x' },
  y: { scale: 'plain', prefix: '', name: 'target y' },
  w: { scale: 'value', prefix: '', name: 'weight' },
  b: { scale: 'value', prefix: 'b', name: 'bias' },
  z: { scale: 'plain', prefix: 'z', name: 'z' },
  a: { scale: 'plain', prefix: '', name: 'a' },
  wa: { scale: 'value', prefix: '·a', name: 'w·a' },
  wDelta: { scale: 'gradient', prefix: '·δ', name: 'w·δ' },
  cost: { scale: 'plain', prefix: '', name: 'cost C' },
  miniBatchCost: { scale: 'plain', prefix: '', name: 'mean cost' },
  costDerivative: { scale: 'gradient', prefix: 'a−y', name: 'a − y' },
  slope: { scale: 'plain', prefix: 'σ′', name: 'σ′(z)' },
  carried: { scale: 'gradient', prefix: 'Σwδ', name: 'Σ w·δ' },
  delta: { scale: 'gradient', prefix: 'δ', name: 'δ' },
  nablaW: { scale: 'gradient', prefix: '∂', name: '∂C/∂w' },
  nablaB: { scale: 'gradient', prefix: '∂', name: '∂C/∂b' },
  sumNablaW: { scale: 'gradient', prefix: 'Σ', name: 'Σ ∂C/∂w' },
  sumNablaB: { scale: 'gradient', prefix: 'Σ', name: 'Σ ∂C/∂b' },
  meanNablaW: { scale: 'gradient', prefix: '÷m', name: 'mean ∂C/∂w' },
  meanNablaB: { scale: 'gradient', prefix: '÷m', name: 'mean ∂C/∂b' },
  changeW: { scale: 'gradient', prefix: '×η', name: 'η · mean ∂C/∂w' },
  changeB: { scale: 'gradient', prefix: '×η', name: 'η · mean ∂C/∂b' },
};

/** Of a weight, in the order in which they become known. @type {Quantity[]} */
export const OF_WEIGHT = ['w', 'wa', 'wDelta', 'nablaW', 'sumNablaW', 'meanNablaW', 'changeW'];
/** Of a bias. @type {Quantity[]} */
export const OF_BIAS = ['b', 'nablaB', 'sumNablaB', 'meanNablaB', 'changeB'];
/** Of a neuron. @type {Quantity[]} */
export const OF_NEURON = ['z', 'a', 'y', 'costDerivative', 'carried', 'slope', 'delta'];

/** @typedef {'weights' | 'biases' | 'z' | 'a' | 'carried' | 'slope' | 'delta' | 'nablaW' | 'nablaB' | 'sumNablaW' | 'sumNablaB' | 'meanNablaW' | 'meanNablaB' | 'changeW' | 'changeB'} Field */

/** Those that `State` keeps by layer. @type {Partial<Record<Quantity, Field>>} */
const FIELDS = {
  w: 'weights',
  b: 'biases',
  z: 'z',
  a: 'a',
  carried: 'carried',
  slope: 'slope',
  delta: 'delta',
  nablaW: 'nablaW',
  nablaB: 'nablaB',
  sumNablaW: 'sumNablaW',
  sumNablaB: 'sumNablaB',
  meanNablaW: 'meanNablaW',
  meanNablaB: 'meanNablaB',
  changeW: 'changeW',
  changeB: 'changeB',
};

/**
 * A number of a state, or `undefined` where it does not exist or is not known yet.
 *
 * @param {State} state
 * @param {Quantity} quantity
 * @param {Place} [place]
 * @returns {number | undefined}
 */
export function read(state, quantity, place = {}) {
  const { layer = 0, neuron = 0, to = 0, from = 0 } = place;
  switch (quantity) {
    case 'cost':
      return state.cost;
    case 'miniBatchCost':
      return state.miniBatchCost;
    case 'x':
      return state.x?.[neuron];
    case 'y':
      return layer === state.sizes.length ? state.y?.[neuron] : undefined;
    case 'costDerivative':
      return layer === state.sizes.length ? state.costDerivative?.[neuron] : undefined;
    case 'wa':
    case 'wDelta':
      return product(state, quantity, layer, to, from);
  }
  const field = FIELDS[quantity];
  const values = field && state[field][layer - 1];
  const width = state.sizes[layer - 2] ?? 0;
  return values?.[place.to === undefined ? neuron : to * width + from];
}

/**
 * @param {State} state
 * @param {'wa' | 'wDelta'} quantity
 * @param {number} layer  that the weight leads to
 * @param {number} to
 * @param {number} from
 */
function product(state, quantity, layer, to, from) {
  const { step, terms } = state;
  if (!terms || step.layer === undefined) return undefined;
  if (quantity === 'wa') {
    return step.kind === 'z' && step.layer === layer ? terms.products[to * terms.count + from] : undefined;
  }
  const carries = step.kind === 'delta' && step.layer === layer - 1;
  return carries ? terms.products[from * terms.count + to] : undefined;
}

/**
 * @param {number} value
 * @returns {1 | 0 | -1}
 */
export function signOf(value) {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}
