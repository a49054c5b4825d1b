/**
 * The messages between the page and the worker: types only.
 *
 * @module
 */

/** @import { ImportOptions } from '../tables/import-options.js' */
/** @import { ImportRequest, ImportResult } from '../tables/importer.js' */
/** @import { Dialect } from '../tables/table.js' */
/** @import { DataAt, DataSettings, Preview, Rows, Source } from './data.js' */
/** @import { Edit, ExampleName, Given } from './edit.js' */
/** @import { Position, StepUnit } from './position.js' */
/** @import { Inspection, Questions } from './questions.js' */
/** @import { Why } from './refusal.js' */
/** @import { Goal, Running } from './run.js' */
/** @import { Digit, Survey, Wants } from './survey.js' */
/** @import { View } from './view.js' */

/**
 * A table to import, with the default options unless others are given. A worker without a session does it.
 *
 * @typedef {object} TableRequest
 * @property {'table'} kind
 * @property {string} title
 * @property {Blob | string} text
 * @property {Dialect} dialect
 * @property {ImportOptions} [options]
 */

/**
 * A session that was written down, and the position to show.
 *
 * @typedef {object} MomentRequest
 * @property {Float64Array} journal
 * @property {Position} position
 * @property {Source} [source]  its data, if that is too big for a journal
 * @property {Pick<DataAt, 'title' | 'classes'>} [names]
 * @property {Float64Array} [history]  of undo
 * @property {number} [most]  the most multiplications without asking; `MOST_WORK` if it is left out
 */

/**
 * What another worker needs to go on where the last one ended. `past` is an older session with its history of
 * undo, from which undo leads back; `sample` is a single-sample session that was shown.
 *
 * @typedef {object} RestoreRequest
 * @property {Float64Array} journal
 * @property {Position} position
 * @property {Source} [source]  its data, if that is too big for a journal
 * @property {Pick<DataAt, 'title' | 'classes'>} [names]
 * @property {{ journal: Float64Array, position: Position, history: Float64Array }} [past]
 * @property {{ journal: Float64Array, position: Position }} [sample]
 * @property {number} [most]  the most multiplications; no limit if it is left out
 */

/**
 * What the page asks of the worker.
 *
 * - `preview` looks at a source and changes nothing. `cancel` stops its loading, or the reading of a table,
 *   at once; it is the one request without an answer.
 * - `changeSamples` begins again with one training sample less or more, and the same network; `title` is
 *   what the data is called then.
 * - `visit` shows the end of mini-batch `index` (its update).
 * - An edit without a position is made at the end of what has been run. `continues` marks the later events of
 *   one gesture, such as dragging a slider: one undo takes all of them back.
 * - `run` completes mini-batches after the last completed one until its goal is reached, and shows the end of
 *   the last. `stop` ends it, and so does every request but these: `tune` is an edit that acts from the next
 *   mini-batch while the run goes on, `hold` pauses and resumes it, `watch` says which pictures its reports
 *   have.
 * - `openSample` opens a single-sample session with the network of a position, `openEvaluationSample` one of
 *   the evaluation samples, by its number from 1. `closeSample` returns to where that was.
 * - `openMoment` opens a session that was written down, in place of the one that is open; undo leads back
 *   unless it comes with its own `history`. It is refused with what it `needs` if it takes more work than is
 *   done unasked. `names` are those of its data.
 * - `restore` goes on where a worker has ended. If that takes too much work, or is cancelled, it goes only as
 *   far as was computed, and its answer says what it still `needs`.
 * - `history` returns what undo and redo lead to as numbers, to be stored.
 * - `restart` replaces a worker that could not be started. It is not sent.
 * - `fail` is for tests.
 *
 * @typedef {(
 *   | { kind: 'open', example: ExampleName }
 *   | { kind: 'restore' } & RestoreRequest
 *   | { kind: 'openMoment' } & MomentRequest
 *   | { kind: 'history' }
 *   | { kind: 'restart', most?: number }
 *   | TableRequest
 *   | { kind: 'preview', source: Source }
 *   | { kind: 'openData', source: Source, settings: DataSettings }
 *   | { kind: 'rows', position: Position, test: boolean, first: number, count: number }
 *   | { kind: 'changeSamples', remove?: number, add?: Float64Array, title: string }
 *   | { kind: 'cancel' }
 *   | { kind: 'show', position: Position }
 *   | { kind: 'move', position: Position, unit: StepUnit, by: 1 | -1 }
 *   | { kind: 'visit', index: number }
 *   | { kind: 'edit', position: Position | undefined, edit: Edit, continues: boolean }
 *   | { kind: 'openNetwork', position: Position, given: Given }
 *   | { kind: 'undo' }
 *   | { kind: 'redo' }
 *   | { kind: 'run', goal: Goal, wants: Wants }
 *   | { kind: 'watch', wants: Wants }
 *   | { kind: 'stop' }
 *   | { kind: 'tune', edit: Edit, continues: boolean }
 *   | { kind: 'hold', on: boolean }
 *   | { kind: 'inspect', position: Position, questions: Questions }
 *   | { kind: 'survey', position: Position, sizes: number[], wants: Wants }
 *   | { kind: 'digit', position: Position, ink: Float64Array, side: number, inputs: number }
 *   | { kind: 'openSample', position: Position, x: Float64Array, y: Float64Array }
 *   | { kind: 'openEvaluationSample', position: Position, number: number }
 *   | { kind: 'closeSample' }
 *   | { kind: 'proposeSeed' }
 *   | { kind: 'fail', how: 'panic' | 'hang' | 'memory' }
 * )} Request
 */

/**
 * Requests whose progress is shown.
 *
 * @typedef {TableRequest | Extract<Request, { kind: 'preview' | 'openData' }>} LoadRequest
 */

/** @typedef {Request & { id: number }} Message */

/**
 * A table as it is sent to the worker that reads it; without its text, the one that was read last.
 *
 * @typedef {ImportRequest & { id: number }} TableMessage
 */

/**
 * Questions, by the kind of their request, and what each is answered with.
 *
 * @typedef {object} Answers
 * @property {Inspection} inspect
 * @property {Survey} survey
 * @property {Digit} digit
 * @property {Preview} preview
 * @property {Rows} rows
 * @property {number} proposeSeed
 * @property {Float64Array} history
 * @property {ImportResult} table
 */

/**
 * Why a run went no further or a request is not carried out. The page adds the sentence that says it.
 *
 * @typedef {{ why: Why, sentence?: string }} Stop
 */

/**
 * The work of opening a moment: how many mini-batches have to be completed, and about how many
 * multiplications that takes, in all and for the longest mini-batch.
 *
 * @typedef {{ miniBatches: number, work: number, longest: number }} Needs
 */

/**
 * What the worker answers.
 *
 * - `view`: to everything that opens, moves or changes a session. A run that was stopped by an error says so
 *   in `stop`. A session that was restored in part says what the rest `needs`.
 * - `answer`: to a question.
 * - `steered`: to what changes a run; without `running` if none is on.
 * - `refused`: the request cannot be carried out; nothing was changed.
 * - `dead`: the module is broken and the worker must be replaced. `start` is why it could not be started.
 * - `progress`: the request is still being worked on, and its answer follows. `done` is in mini-batches or,
 *   while data is loaded, in bytes of `total`, as far as that is known; `running` is the report of a run.
 *
 * @typedef {(
 *   | { kind: 'view', view: View, stop?: Stop, needs?: Needs }
 *   | { kind: 'answer', value: Answers[keyof Answers] }
 *   | { kind: 'steered', running: Running | undefined }
 *   | { kind: 'refused', needs?: Needs } & Stop
 *   | { kind: 'dead', message: string, start?: string }
 *   | { kind: 'progress', done: number, total?: number, running?: Running }
 * )} Answer
 */

/** @typedef {Answer & { id: number }} Reply */

export {};
