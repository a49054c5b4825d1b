/**
 * Changes to a session: types only.
 *
 * @module
 */

/** @import { Conventions } from './state.js' */

/**
 * The examples that come with the page.
 *
 * @typedef {'majority' | 'parity' | 'xor' | 'mazur' | 'textbook'} ExampleName
 */

/**
 * The changes that the journal records.
 *
 * @typedef {(
 *   | 'eta' | 'miniBatchSize' | 'sizes' | 'weight' | 'bias'
 *   | 'parameters' | 'input' | 'target' | 'conventions'
 * )} EditKind
 */

/**
 * A change to the session. `seed` and `example` start again; the journal records all others at the position
 * they are made at.
 *
 * `keptLayers` has, for each new layer, the index of the old layer it continues, or −1 for an added layer.
 * `to`, `from`, `neuron`, `index` and `sample` start at 0; `layer` is the book's number.
 *
 * @typedef {(
 *   | { kind: 'eta', value: number }
 *   | { kind: 'miniBatchSize', value: number }
 *   | { kind: 'sizes', sizes: number[], keptLayers: number[] }
 *   | { kind: 'weight', layer: number, to: number, from: number, value: number }
 *   | { kind: 'bias', layer: number, neuron: number, value: number }
 *   | { kind: 'parameters', values: Float64Array }
 *   | { kind: 'input', sample: number, index: number, value: number }
 *   | { kind: 'target', sample: number, index: number, value: number }
 *   | { kind: 'conventions' } & Conventions
 *   | { kind: 'seed', value: number }
 *   | { kind: 'example', name: ExampleName }
 * )} Edit
 */

/**
 * A network with its samples, as somebody typed them. All samples are one mini-batch.
 *
 * @typedef {object} Given
 * @property {number[]} sizes
 * @property {Float64Array} parameters  layer by layer: weights row-major, then biases
 * @property {Float64Array} xs  one sample after the other
 * @property {Float64Array} ys
 * @property {number} count  samples
 * @property {number} eta
 * @property {Conventions} conventions
 */

export {};
