/**
 * Questions about a network's answers over many inputs: types only.
 *
 * @module
 */

/** @import { SampleList } from './data.js' */
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
 * @typedef {object} DecisionMap
 * @property {number} side
 * @property {number[]} from  least x1 and x2
 * @property {number[]} to  greatest x1 and x2
 * @property {number[]} starts  index of the first picture of each layer that has pictures
 * @property {Float64Array} a  a picture for each neuron, `[neuron][row][column]`, rows from the greatest x2
 *   down
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
 * @property {DecisionMap | undefined} map  a picture for each output
 * @property {SampleList | undefined} points  samples on the map
 * @property {DecisionMap | undefined} neurons  a picture for each neuron from layer 2 on
 * @property {Confusion | undefined} confusion
 * @property {Norms[] | undefined} norms  of mini-batches of the run, evenly spaced;
 *   empty if they would take too long
 */

export {};
