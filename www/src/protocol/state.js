/**
 * Everything the core knows at a position: types only.
 *
 * Arrays over layers have one entry per layer, index 0 = layer 1. An entry is `undefined` where the value
 * does not exist
 * (the input has no z) or is not computed yet at this position. Matrices are row-major, `[to][from]`.
 *
 * @module
 */

/** @import { Position, Step } from './position.js' */

/**
 * Numbers of each layer, if they are there.
 *
 * @typedef {(Float64Array | undefined)[]} ByLayer
 */

/**
 * Choices in which worked examples differ; all true is the book.
 *
 * @typedef {object} Conventions
 * @property {boolean} trainBiases  whether an update changes the biases
 * @property {boolean} halveCost  C = ½ Σ (a − y)² and ∂C/∂a = a − y; otherwise C = Σ (a − y)² and ∂C/∂a = 2
 *   (a − y)
 * @property {boolean} averageGradients  whether Σ∇ is divided by m; otherwise by 1
 */

/**
 * One sample of the mini-batch. `output` is a^L and `cost` its C; both are absent until they are computed.
 *
 * @typedef {object} SampleRow
 * @property {number} sample  its number in the training data
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {Float64Array} [output]
 * @property {number} [cost]
 */

/**
 * Sums term by term, `count` terms to a row. At step z of layer l, row j: the products w_jk·a_k in the order
 * of k, and the running sums before the bias. At delta of hidden layer l, row k: the products w_jk·delta_j of
 * layer l+1 in the order of j, and the running sums; the last is `carried`. At cost one row: (a_j − y_j)²,
 * and the running sums before they are halved.
 *
 * @typedef {{ count: number, products: Float64Array, running: Float64Array }} Terms
 */

/**
 * What the mini-batch answers after its update, with the weights shown: a^L and C of each of the `rows`, and
 * the mean of C over the whole mini-batch.
 *
 * @typedef {{ outputs: Float64Array[], costs: Float64Array, cost: number }} Answered
 */

/**
 * Everything that is known at a position, and nothing else. Frozen; made by the core.
 *
 * @typedef {object} State
 * @property {Position} position
 * @property {Step} step  the step that has been carried out
 * @property {number} index  number of this mini-batch, counted from the start of the session
 * @property {number[]} sizes
 * @property {number} eta  the setting now
 * @property {number} miniBatchSize  the setting now
 * @property {Conventions} conventions  with which this mini-batch is computed
 * @property {Conventions} conventionsSet  for what is computed next
 * @property {number} seed
 * @property {string | undefined} example  its name, as in `ExampleName`; absent with other data
 * @property {boolean} evaluates  whether correct answers are counted after each epoch
 * @property {number} m  samples in this mini-batch; the last of an epoch may have fewer than `miniBatchSize`
 * @property {number} sampleCount  samples in the training data
 * @property {number} miniBatchCount  mini-batches in this epoch
 * @property {Step[]} sampleSteps  the steps of one sample, in order
 * @property {Step[]} tailSteps  the steps that end this mini-batch, in order
 * @property {SampleRow[]} rows  the samples of this mini-batch, in order; of a big one the first 100
 * @property {number | undefined} row  which sample of the mini-batch is on the stage; absent in the tail
 * @property {number | undefined} sample  its number in the training data
 * @property {Float64Array | undefined} x
 * @property {Float64Array | undefined} y
 * @property {ByLayer} weights  w^l, n_l × n_(l−1)
 * @property {ByLayer} biases  b^l, n_l
 * @property {ByLayer} z  n_l
 * @property {ByLayer} a  n_l; a[0] is x
 * @property {(boolean[] | undefined)[]} saturated  whether σ'(z) is below 0.01; known with z
 * @property {number | undefined} cost  C of the sample on the stage
 * @property {Float64Array | undefined} miss  a^L − y; known with the cost
 * @property {Float64Array | undefined} costDerivative  a^L − y, twice that without the half; known with
 *   delta^L
 * @property {ByLayer} carried  (w^(l+1))ᵀ delta^(l+1), n_l; hidden layers, known with delta
 * @property {ByLayer} slope  σ'(z^l), n_l; known with delta
 * @property {ByLayer} delta  n_l
 * @property {ByLayer} nablaW  ∂C/∂w^l of the sample on the stage
 * @property {ByLayer} nablaB  ∂C/∂b^l of the sample on the stage
 * @property {Terms | undefined} terms  at the steps z, cost and hidden delta: their sums term by term
 * @property {ByLayer} sumNablaW  Σ ∂C/∂w^l over the samples added so far
 * @property {ByLayer} sumNablaB
 * @property {number} summed  how many samples have been added to the sums
 * @property {ByLayer} meanNablaW  Σ ÷ m, or Σ ÷ 1 if gradients are not averaged
 * @property {ByLayer} meanNablaB
 * @property {ByLayer} stepW  the step of each weight, −eta · Σ ÷ m, which the update adds
 * @property {ByLayer} stepB  absent if biases are not trained
 * @property {number | undefined} stepEta  the eta that made `stepW`, when it is known
 * @property {number | undefined} miniBatchCost  mean of C over the mini-batch, before its update
 * @property {Answered | undefined} answered  from the update on; absent if it is more than 300 million
 *   multiplications, or if an edit gave the network other sizes
 * @property {{ correct: number, total: number } | undefined} evaluation
 */

export {};
