/**
 * Questions about a network's answers over many inputs: types only.
 *
 * @module
 */

/** @import { Norms } from './inspection.js' */

/**
 * A drawing as an input x, and the network's output a^L for it.
 *
 * @typedef {{ x: Float64Array, output: Float64Array }} Digit
 */

/**
 * Which answers are wanted.
 *
 * @typedef {{ map: boolean, neurons: boolean, confusion: boolean, norms: boolean }} Wants
 */

/**
 * Activations over the plane of two inputs, at the centres of `side` × `side` squares.
 *
 * @typedef {object} Plane
 * @property {number} side
 * @property {number[]} from  least x1 and x2
 * @property {number[]} to  greatest x1 and x2
 * @property {Float64Array[]} pictures  one for each neuron, row by row from the greatest x2 down
 */

/**
 * Predicted classes of the evaluation samples.
 *
 * @typedef {object} Confusion
 * @property {number} classes
 * @property {Float64Array} counts  `[class of y][class of a^L]`
 * @property {WrongSample[]} wrong  the first that were predicted wrongly
 */

/**
 * An evaluation sample that was predicted wrongly; `sample` is its number among them.
 *
 * @typedef {{ sample: number, x: Float64Array, y: Float64Array, output: Float64Array }} WrongSample
 */

/**
 * Answers about the network of a position, as far as they were wanted.
 *
 * @typedef {object} Survey
 * @property {Plane | undefined} map  a picture for each output
 * @property {Float64Array | undefined} points  samples on the map: x, then y of each
 * @property {Plane & { starts: number[] } | undefined} neurons  a picture for each neuron; `starts` has the
 *   index of the first neuron of each layer from 2 on
 * @property {Confusion | undefined} confusion
 * @property {(Norms & { index: number })[] | undefined} norms  of mini-batches of the run, evenly spaced;
 *   empty if they would take too long
 */

export {};
