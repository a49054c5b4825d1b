/**
 * Data sets, where they come from, and what is shown of them: types only.
 *
 * @module
 */

/**
 * A data set that the core computes; `kind` is its number there.
 *
 * @typedef {{ kind: number, rule: number, count: number, noise: number, seed: number }} Generated
 */

/**
 * Where data comes from.
 *
 * @typedef {(
 *   | { kind: 'generated', title: string, set: Generated }
 *   | { kind: 'shipped', title: string, name: 'digits' | 'mnist' }
 *   | { kind: 'table' } & TableSource
 *   | { kind: 'images', title: string, images: Blob, labels: Blob }
 * )} Source
 */

/**
 * The samples of a table.
 *
 * @typedef {object} TableSource
 * @property {string} title
 * @property {number} inputs
 * @property {number} outputs
 * @property {Float64Array} xs  one sample after the other
 * @property {Float64Array} ys
 * @property {number[]} scalings  of x and of y: 0 none, 1 to 0 … 1, 2 standardised. The core does it, by the
 *   training samples if there is a split
 * @property {boolean} evaluates  whether y stands for a class
 * @property {string[]} [classes]  their names
 * @property {string[]} [inputNames]  of the columns that are inputs
 * @property {TrainTestSplit} [split]
 */

/**
 * How data is split into training and test samples: either a share drawn with a seed of its own, or the first
 * `train` samples to train with and the last `test` to test. Without any of these there are no test samples.
 *
 * @typedef {{ share?: number, splitSeed?: number, train?: number, test?: number }} TrainTestSplit
 */

/**
 * How a session begins with data.
 *
 * @typedef {{ sizes: number[], eta: number, miniBatchSize: number, seed: number } & TrainTestSplit}
 *   DataSettings
 */

/**
 * Samples: x of each one after the other, and y of each.
 *
 * @typedef {{ xs: Float64Array, ys: Float64Array }} SampleList
 */

/**
 * Data that is not opened yet.
 *
 * @typedef {object} Preview
 * @property {number} inputs
 * @property {number} outputs
 * @property {number} count  samples
 * @property {boolean} evaluates  whether y stands for a class
 * @property {SampleList} rows  the first samples
 * @property {Uint32Array | undefined} classes  samples of each class
 */

/**
 * The data of a session.
 *
 * @typedef {object} DataAt
 * @property {number} fingerprint
 * @property {number} numbers  how many it was given as; Infinity for images
 * @property {number} count  training samples
 * @property {number} test  test samples
 * @property {boolean} evaluates  whether y stands for a class
 * @property {string} [example]
 * @property {Generated} [generated]
 * @property {string} [title]  of data that has a name
 * @property {string[]} [classes]  their names in a table
 * @property {string[]} [inputNames]  of the columns of a table that are inputs
 */

/**
 * Samples from number `first` on, of the training or of the test samples.
 *
 * @typedef {{ first: number, test: boolean } & SampleList} Rows
 */

export {};
