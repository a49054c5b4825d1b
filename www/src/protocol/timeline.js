/**
 * The costs and evaluations of everything that has been run: types only.
 *
 * @module
 */

/** @import { EditKind } from './edit.js' */

/**
 * The session up to its last completed mini-batch, for the timeline. `mean`, `low` and `high` have one entry
 * per `span` mini-batches (the last may cover fewer): the mean, least and greatest cost in it.
 *
 * @typedef {object} Timeline
 * @property {number} completed  mini-batches completed so far
 * @property {number} span
 * @property {Float64Array} mean
 * @property {Float64Array} low
 * @property {Float64Array} high
 * @property {Float64Array} running  mean, at the end of each entry, over the entries that hold the last
 *   `window` mini-batches
 * @property {number} window  mini-batches in an epoch, but 50 at least
 * @property {Evaluated[]} evaluations  after each epoch; after every second, fourth … once there are many
 * @property {{ index: number, kind: EditKind }[]} edits  changes in the journal; `index` of the first
 *   mini-batch that each acts on
 */

/**
 * Correct answers at the end of an epoch, whose last mini-batch is `index`.
 *
 * @typedef {object} Evaluated
 * @property {number} epoch
 * @property {number} index
 * @property {number} correct
 * @property {number} total
 * @property {number} neverPredicted  a bit for each of the first 32 classes: it has samples but is never
 *   predicted
 */

export {};
