/**
 * What crosses between the page and the worker about data: types only, no code.
 *
 * @module
 */

/** A set the core computes; `kind` is its number there. @typedef {{ kind: number, rule: number, count: number, noise: number, seed: number }} Generated */

/**
 * Where data comes from. `scalings` of x and y: 0 none, 1 to 0 … 1, 2 standardised, done by the core; by the rows trained
 * with, once a split is chosen. `evaluates`: y stands for a class.
 * @typedef {(
 *   | { kind: 'generated', title: string, set: Generated }
 *   | { kind: 'shipped', title: string, name: 'digits' | 'mnist' }
 *   | { kind: 'table', title: string, inputs: number, outputs: number, xs: Float64Array, ys: Float64Array, scalings: number[], evaluates: boolean, classes?: string[], split?: TrainTestSplit }
 *   | { kind: 'images', title: string, images: Blob, labels: Blob }
 * )} Source
 */

/**
 * How data is divided. Test data is a share drawn with a seed of its own, or the last `test` samples with the first `train`
 * to train with, or there is none.
 * @typedef {{ share?: number, splitSeed?: number, train?: number, test?: number }} TrainTestSplit
 */

/** How a session begins with data. @typedef {{ sizes: number[], eta: number, miniBatchSize: number, seed: number } & TrainTestSplit} DataSettings */

/** Data before it is opened; of the first samples x, then y. @typedef {{ inputs: number, outputs: number, count: number, evaluates: boolean, rows: Float64Array, classes: Uint32Array | undefined }} Preview */

/**
 * The data of a session: `count` samples to train with and `test` kept apart. `numbers` is how many it was given as,
 * Infinity for images. `title` is known of what was opened by name, `classes` are the names of those it had in a table.
 * @typedef {{ fingerprint: number, numbers: number, count: number, test: number, evaluates: boolean, example?: string, generated?: Float64Array, title?: string, classes?: string[] }} DataAt
 */

/** Samples number `first` and on, x then y of each. @typedef {{ first: number, test: boolean, values: Float64Array }} Rows */

export {};
