/**
 * What crosses between the page and the worker: types only, no code.
 *
 * All counts and indices are 0-based, except `layer`, which is the book's number (1 = input).
 * Arrays over layers have one entry per layer, index 0 = layer 1; an entry is `undefined` where the
 * value does not exist (the input has no z) or is not computed yet at this position. Matrices are
 * row-major, `[to][from]`.
 *
 * @module
 */

/** @import { Choice } from '../tables/import-options.js' */
/** @import { Dialect } from '../tables/table.js' */
/** @import { Digit, Survey, Wants } from '../worker/survey.js' */

/**
 * A place in time: this step *has been carried out*, the next one has not.
 * Steps of a sample have `sample < m`; the steps that end a mini-batch have `sample === m`.
 * @typedef {{ epoch: number, miniBatch: number, sample: number, step: number }} Position
 */

/**
 * @typedef {'load' | 'z' | 'a' | 'cost' | 'delta' | 'nabla' | 'sum' | 'mean' | 'scale' | 'update' | 'evaluate' | 'shuffle'} StepKind
 *   In the order of one mini-batch. For each sample: load x; for l = 2…L: z, a; cost; for l = L…2:
 *   delta, nabla; sum (add to Σ∇). Then mean (Σ∇ ÷ m), scale (× eta), update. After the last
 *   mini-batch of an epoch also evaluate (if the example has something to evaluate on) and shuffle.
 */

/** @typedef {{ kind: StepKind, layer?: number }} Step  `layer` for z, a, delta and nabla. */

/** @typedef {(Float64Array | undefined)[]} ByLayer */

/**
 * Choices in which worked examples differ; all true is the book. `trainBiases`: whether an update changes the biases;
 * `halveCost`: C = ½ Σ (a − y)² and ∂C/∂a = a − y, or else without the half and with a 2; `averageGradients`: Σ∇ is divided by m, or else
 * by 1.
 * @typedef {{ trainBiases: boolean, halveCost: boolean, averageGradients: boolean }} Conventions
 */

/**
 * One sample of the present mini-batch. `output` is a^L, `cost` its C; both absent until computed.
 * @typedef {{ sample: number, x: Float64Array, y: Float64Array, output?: Float64Array, cost?: number }} SampleRow
 */

/**
 * Sums term by term, `count` terms to a row. At step z of layer l, row j: products w_jk·a_k in the order
 * of k, and the running sums before the bias. At delta of hidden layer l, row k: products w_jk·delta_j of
 * layer l+1 in the order of j, and the running sums; the last is `carried`. At cost one row: (a_j − y_j)²,
 * and the running sums before they are halved.
 * @typedef {{ count: number, products: Float64Array, running: Float64Array }} Terms
 */

/**
 * Everything that is known at a position, and nothing that is not. Frozen; made by the core.
 *
 * @typedef {object} State
 * @property {Position} position
 * @property {Step} step          the step that has been carried out
 * @property {number} index       number of this mini-batch counted from the start of the session
 * @property {number[]} sizes
 * @property {number} eta         the setting now
 * @property {number} miniBatchSize  the setting now
 * @property {Conventions} conventions  with which this mini-batch is computed
 * @property {Conventions} conventionsSet  for what is computed next
 * @property {number} seed
 * @property {string | undefined} example  its name, as in `ExampleName`; absent with other data
 * @property {boolean} evaluates  whether right answers are counted after each epoch
 * @property {number} m           samples really in this mini-batch
 * @property {number} sampleCount samples in the data
 * @property {number} miniBatchCount  mini-batches in this epoch
 * @property {Step[]} sampleSteps the steps of one sample, in order
 * @property {Step[]} tailSteps   the steps that end this mini-batch, in order
 * @property {SampleRow[]} rows         the samples of this mini-batch, in order; of a big one the first 100
 * @property {number | undefined} row  which sample of the mini-batch is on the stage; absent in the tail
 * @property {number | undefined} sample  its number in the training data
 * @property {Float64Array | undefined} x
 * @property {Float64Array | undefined} y
 * @property {ByLayer} weights    w^l, n_l × n_(l−1)
 * @property {ByLayer} biases     b^l, n_l
 * @property {ByLayer} z          n_l
 * @property {ByLayer} a          n_l; a[0] is x
 * @property {(boolean[] | undefined)[]} saturated  whether σ'(z) is below 0.01; known with z
 * @property {number | undefined} cost  C of the sample on the stage
 * @property {Float64Array | undefined} costDerivative  a^L − y, twice that without the half; known with delta^L
 * @property {ByLayer} carried    (w^(l+1))ᵀ delta^(l+1), n_l; hidden layers, known with delta
 * @property {ByLayer} slope      σ'(z^l), n_l; known with delta
 * @property {ByLayer} delta      n_l
 * @property {ByLayer} nablaW     ∂C/∂w^l of the sample on the stage
 * @property {ByLayer} nablaB     ∂C/∂b^l of the sample on the stage
 * @property {Terms | undefined} terms  at the steps z, cost and hidden delta: their sums term by term
 * @property {ByLayer} sumNablaW  Σ ∂C/∂w^l over the samples added so far
 * @property {ByLayer} sumNablaB
 * @property {number} summed      how many samples have been added to the sums
 * @property {ByLayer} meanNablaW Σ ÷ m, or ÷ 1 without the mean
 * @property {ByLayer} meanNablaB
 * @property {ByLayer} changeW    eta · Σ ÷ m, what the update subtracts
 * @property {ByLayer} changeB  absent if biases are not trained
 * @property {number | undefined} changeEta  the eta that made `changeW`, when it is known
 * @property {number | undefined} miniBatchCost  mean of C over the mini-batch, before its update
 * @property {{ correct: number, total: number } | undefined} evaluation
 */

/**
 * The run so far, for the timeline. `mean`, `low` and `high` have one entry per `span` mini-batches
 * (the last may cover fewer): the mean, least and greatest cost in it.
 * @typedef {object} Timeline
 * @property {number} completed   mini-batches completed so far
 * @property {number} span
 * @property {Float64Array} mean
 * @property {Float64Array} low
 * @property {Float64Array} high
 * @property {Float64Array} running  running mean at the end of each entry: over the entries that hold the last `window` mini-batches
 * @property {number} window      those of an epoch, but 50 at least
 * @property {Evaluated[]} evaluations  the right answers after each epoch; after every second, fourth … once there are many
 * @property {{ index: number, kind: EditKind }[]} edits  where the journal changed something; `index` of the first mini-batch it acts on
 */

/**
 * Right answers at the end of an epoch, whose last mini-batch is `index`. `neverPredicted` has a bit for each class, of the first 32,
 * of which there are samples but that is never predicted.
 * @typedef {{ epoch: number, index: number, correct: number, total: number, neverPredicted: number }} Evaluated
 */

/**
 * When a run ends: after so many mini-batches or epochs, at the end of an epoch with so many percent of right answers or
 * with so small a mean cost, or only when it is stopped.
 * @typedef {{ kind: 'miniBatches' | 'epochs' | 'accuracy' | 'cost' | 'stop', value: number }} Goal
 */

/**
 * How a run stands.
 * @typedef {object} Running
 * @property {number} completed   mini-batches completed so far
 * @property {Position} position  the end of the last
 * @property {number} eta         the setting now
 * @property {number} miniBatchSize  the setting now
 * @property {number | undefined} cost  mean cost of the last mini-batches, as many as the running mean goes back
 * @property {Pick<Evaluated, 'epoch' | 'correct' | 'total'> | undefined} evaluated  the newest right answers
 * @property {number | undefined} rate  samples a second
 * @property {number | undefined} left  seconds, if the end is known
 * @property {Timeline} timeline
 * @property {Survey | undefined} survey  what is wanted of it while it runs
 */

/** What is asked about a mini-batch. @typedef {import('../worker/inspect.js').Inspection} Inspection */

/** @typedef {'step' | 'sample' | 'miniBatch' | 'epoch'} StepUnit */
/** @typedef {'majority' | 'parity' | 'xor' | 'mazur' | 'textbook'} ExampleName */
/** @typedef {'eta' | 'miniBatchSize' | 'sizes' | 'weight' | 'bias' | 'parameters' | 'input' | 'target' | 'conventions'} EditKind */

/**
 * A change to the session. `eta`, `miniBatchSize`, `sizes`, `weight`, `bias`, `parameters`, `input`,
 * `target` and `conventions` are journalled at the position they are made at; `seed` and `example` start again.
 * `continues` marks the later events of one gesture (a slider being dragged): one undo takes all back.
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
 *   `keptLayers`, for each new layer, the index of the old layer it continues, or -1 for an added layer.
 *   `to`, `from`, `neuron`, `index`, `sample` are 0-based; `layer` is the book's number.
 */

/** @typedef {import('./data.js').Source} Source */
/** @typedef {import('./data.js').DataSettings} DataSettings */
/** @typedef {import('./data.js').TrainTestSplit} TrainTestSplit */
/** @typedef {import('./data.js').Preview} Preview */
/** @typedef {import('./data.js').DataAt} DataAt */
/** @typedef {import('./data.js').Rows} Rows */

/**
 * A network with its samples as somebody gives them: parameters in the order of the flat list, samples one after the
 * other. All of them are one mini-batch.
 * @typedef {{ sizes: number[], parameters: Float64Array, xs: Float64Array, ys: Float64Array, count: number, eta: number, conventions: Conventions }} Given
 */

/**
 * @typedef {(
 *   | { kind: 'open', example: ExampleName }
 *   | { kind: 'restore', journal: Float64Array, position: Position, source?: Source }
 *   | { kind: 'table', title: string, text: Blob | string, dialect: Dialect, choice?: Choice }
 *   | { kind: 'preview', source: Source }
 *   | { kind: 'openData', source: Source, settings: DataSettings }
 *   | { kind: 'rows', position: Position, test: boolean, first: number, count: number }
 *   | { kind: 'changeSamples', remove?: number, add?: Float64Array }
 *   | { kind: 'cancel' }
 *   | { kind: 'show', position: Position }
 *   | { kind: 'move', position: Position, unit: StepUnit, by: 1 | -1 }
 *   | { kind: 'visit', index: number }
 *   | { kind: 'edit', position: Position | undefined, edit: Edit, continues: boolean }
 *   | { kind: 'openNetwork', position: Position, given: Given }
 *   | { kind: 'undo' } | { kind: 'redo' }
 *   | { kind: 'run', goal: Goal, wants: Wants }
 *   | { kind: 'watch', wants: Wants }
 *   | { kind: 'stop' }
 *   | { kind: 'tune', edit: Edit, continues: boolean }
 *   | { kind: 'hold', on: boolean }
 *   | { kind: 'inspect', position: Position, points: number, parameter?: number, h: number, all: boolean, norms: boolean, first: boolean, sheet: boolean }
 *   | { kind: 'survey', position: Position, sizes: number[], wants: Wants }
 *   | { kind: 'digit', position: Position, ink: Float64Array, side: number, inputs: number }
 *   | { kind: 'openSample', position: Position, x: Float64Array, y: Float64Array }
 *   | { kind: 'openEvaluationSample', position: Position, number: number }
 *   | { kind: 'closeSample' }
 *   | { kind: 'proposeSeed' }
 *   | { kind: 'fail', how: 'panic' | 'hang' | 'memory' }
 * )} Request
 *   `visit` shows the end of mini-batch `index` (its update); `run` completes mini-batches
 *   after the last completed one until its goal is reached and shows the end of the last. `stop` ends it, and so does
 *   every request but these: `tune` is an edit that acts from the next mini-batch while it goes on, `hold` lets it wait
 *   and go on, `watch` says what of a survey its reports should have. `openSample` opens a single-sample session with the network of a
 *   position, `openEvaluationSample` one of the evaluation samples, by its number from 1, `closeSample` goes back to where that was.
 *   `table` reads a table, and makes a source of it as it is chosen or proposed; another worker does it, which has no
 *   session. `preview` says what there is in a source, and changes nothing; `cancel` stops its loading, or a table's
 *   reading, at once, and is not answered. `changeSamples` begins anew without a sample of the training data, or with one more, and the same network. An edit without a position is made at the end of what has been run. `fail` is the test hook.
 */

/** @typedef {Extract<Request, { kind: 'table' }>} TableRequest */
/** What is told how far it is. @typedef {TableRequest | Extract<Request, { kind: 'preview' | 'openData' }>} LoadRequest */

/** @typedef {Request & { id: number }} Message */

/**
 * What the page draws: the state at a position and the one a step before it (the same one at the
 * very start), which is all the scene of this step needs.
 *
 * @typedef {object} View
 * @property {State} after
 * @property {State} before
 * @property {Timeline} timeline
 * @property {Float64Array} journal  the whole session, for replay: its format, how many mini-batches are completed, then how it began and every change
 * @property {Float64Array} curve  σ at equal distances from −6 to 6, to be drawn
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {DataAt} data
 * @property {boolean} singleSample  whether it is a single-sample session
 */

/**
 * `message` beside a view: how far it went and why no further. `progress` says
 * that a long computation is alive, in mini-batches completed, or that something is loaded, in bytes of it, as far as they are known. `running` answers what is asked of a run; absent if none is on. `diverged`: an update would have left a number that is not finite. `dead`: the module is broken and the worker must be replaced.
 *
 * @typedef {(
 *   | { id: number, ok: true, view: View, message?: string, diverged?: boolean }
 *   | { id: number, ok: true, seed: number }
 *   | { id: number, ok: true, inspection: Inspection }
 *   | { id: number, ok: true, survey: Survey }
 *   | { id: number, ok: true, digit: Digit }
 *   | { id: number, ok: true, preview: Preview }
 *   | { id: number, ok: true, rows: Rows }
 *   | { id: number, ok: false, message: string, dead?: boolean, diverged?: boolean }
 *   | { id: number, ok: true, running: Running | undefined }
 *   | { id: number, progress: number, running?: Running, total?: number }
 * )} Answer
 */

export {};
