/**
 * Positions in a session, and the steps between them: types only.
 *
 * Counts and indices start at 0, except `layer`, which is the book's number (1 = input).
 *
 * @module
 */

/**
 * A point in time: this step *has been carried out*, the next one has not. Steps of a sample have `sample <
 * m`; the steps that end a mini-batch have `sample === m`.
 *
 * @typedef {object} Position
 * @property {number} epoch
 * @property {number} miniBatch
 * @property {number} sample
 * @property {number} step
 */

/**
 * The kinds of steps, in the order of one mini-batch. For each sample: load x; for l = 2…L: z, a; cost; for l
 * = L…2: delta, nabla; sum (add to Σ∇). Then mean (Σ∇ ÷ m), scale (× eta), update. After the last mini-batch
 * of an epoch also evaluate (if the data has evaluation samples) and shuffle.
 *
 * @typedef {(
 *   | 'load' | 'z' | 'a' | 'cost' | 'delta' | 'nabla' | 'sum'
 *   | 'mean' | 'scale' | 'update' | 'evaluate' | 'shuffle'
 * )} StepKind
 */

/**
 * A step; z, a, delta and nabla have a `layer`.
 *
 * @typedef {{ kind: StepKind, layer?: number }} Step
 */

/**
 * By how much a move goes forward or back.
 *
 * @typedef {'step' | 'sample' | 'miniBatch' | 'epoch'} StepUnit
 */

export {};
