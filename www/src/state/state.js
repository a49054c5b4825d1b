/**
 * What the page knows apart from the session: where in a step it is, how it moves, what is selected.
 *
 * @module
 */

import { BLANK } from './drawing.js';

/** @import { Drawing } from './drawing.js' */
/** @import { Surveyed } from './survey.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Resized } from '../scene/resized.js' */
/** @import { Widths } from '../scene/widths.js' */
/** @import { Conventions, DataSettings, LoadRequest, Preview, Rows, Source, TableRequest } from '../protocol/messages.js' */
/** @import { DataSheet } from './data.js' */
/** @import { ImportResult } from '../tables/importer.js' */
/** @import { Style } from '../notation/format.js' */
/** @import { Edit, Given, Goal, Inspection, Position, Request, Running, Step, StepUnit, View } from '../protocol/messages.js' */
/** @import { First } from '../worker/inspect.js' */
/** @import { Digit, Survey } from '../worker/survey.js' */

/** `detail` goes from one product to the next inside a step. @typedef {'detail' | Extract<StepUnit, 'step' | 'sample' | 'miniBatch'>} Pace */

/**
 * What an answer on its way will do when it comes: play the step forwards, play the one before backwards, or
 * show it as it is.
 * @typedef {'forward' | 'backward' | 'cut' | 'keep'} Arrival
 */

/**
 * @typedef {object} PageState
 * @property {View | undefined} view
 * @property {number} t  where in the step shown, 0 (before it) to 1 (after it)
 * @property {1 | -1 | 0} motion  which way t is moving now
 * @property {number} goal  where t stops, while it moves
 * @property {boolean} playing
 * @property {1 | -1} direction  of playing
 * @property {number} rest  milliseconds to wait until playing goes on
 * @property {number} speed  1 is a step in `STEP_TIME`
 * @property {Pace} pace
 * @property {Arrival | undefined} waiting  set while an answer is on its way
 * @property {Press[]} presses  moves asked for meanwhile, oldest first
 * @property {{ goal: Goal, progress: Running | undefined } | undefined} run  that is on
 * @property {Goal} until  when the next run ends
 * @property {Selection | undefined} selection
 * @property {Selection | undefined} hover
 * @property {Selection[]} pins  looked at besides what is selected
 * @property {{ selection: Selection, value: number, y: number, moved: boolean } | undefined} drag  a value
 *   held by the pointer
 * @property {number | undefined} held  the last value a gesture asked for
 * @property {Resized | undefined} resized  the last change of sizes, as long as it is marked
 * @property {readonly number[] | undefined} wanted  sizes that were asked for and are on their way
 * @property {readonly number[] | undefined} wantedLayers  which of the layers shown each of them continues,
 *   or -1
 * @property {Conventions | undefined} wantedConventions  those that were asked for and are on their way
 * @property {boolean} slow  whether what is waited for has been on its way for a while
 * @property {Widths} scale  of the edges' widths
 * @property {boolean} tabled  whether the table stands in the picture's place
 * @property {DataSheet | undefined} data  what is chosen in the sheet of data
 * @property {'help' | 'homework' | 'data' | undefined} sheet  what is laid over the page
 * @property {{ text: string, age: number }} narration  the sentence for ears, and the milliseconds since
 * @property {string | undefined} gesture  a field that is being dragged: one undo takes all of it back
 * @property {Record<string, string>} refusals  a sentence for each field whose last value was refused
 * @property {boolean} unfolded  whether long sums are written out
 * @property {Settings} settings
 * @property {Inspection | undefined} inspection  of the view shown, once it is answered
 * @property {First | undefined} first  how it begins and its first update, once it is answered
 * @property {Surveyed | undefined} surveyed  of the network shown
 * @property {Drawing} drawing
 * @property {boolean} logarithmic  whether costs and norms are drawn on a logarithmic axis
 * @property {{ output: number, at: number | undefined }} map  which output it shows, and the square pointed
 *   at
 * @property {number | undefined} lesson  the stop of the lesson, from 0
 * @property {Float64Array | undefined} beginning  journal of what the page opened with, before anything was
 *   changed
 * @property {number} number  of the sample that was asked for by its number, from 1
 * @property {Record<string, string>} code  source files that have been fetched
 * @property {readonly string[]} loaded  names of the parts of the page that were fetched
 * @property {number} h  by which a parameter is nudged
 * @property {Prediction} prediction
 * @property {Notice | undefined} notice
 * @property {boolean} reducedMotion
 * @property {boolean} presenting  bigger, and without controls
 * @property {{ width: number, height: number }} room  pixels there are for the stage
 */

/**
 * How the page shows things. `widths` says how the width of an edge grows with its weight; `letters`, whether
 * single letters are keys.
 * @typedef {Style & { widths: 'auto' | 'linear' | 'log', letters: boolean, precise: boolean, places: number, background: boolean, neurons: boolean, open: readonly string[], hidden: readonly string[], order: readonly string[] }}
 *   Settings `precise`: cards show every digit; `places`: decimals where every intermediate is listed;
 *   `background`: a run goes on while the page is hidden; `neurons`: each neuron has its own map; `open` and
 *   `hidden`: the panels that are; `order`: of those that were moved
 */

/** A sentence over the page; `diverged` offers ways out of an update that cannot be made. @typedef {{ sentence: string, diverged?: boolean }} Notice */

/** What is asked before a step: the number of `selection` it computes, and the press that waits for it. @typedef {{ step: Step, selection: Selection, press: Press }} Question */

/**
 * Predicting: by sign (−1, 0, 1) or value; what is asked now, the answer on its way, what came of the last
 * one, and the score of this visit.
 * @typedef {object} Prediction
 * @property {'sign' | 'value'} mode
 * @property {Question | undefined} question
 * @property {number | undefined} guess
 * @property {{ question: Question, guess: number, value: number, right: boolean, mode: 'sign' | 'value' } | undefined}
 *   last
 * @property {number} right
 * @property {number} of
 */

/** @typedef {{ type: 'move', unit: StepUnit | 'detail' | 'pace', by: 1 | -1 }} Press  `pace`: as the transport is set */

/**
 * @typedef {(
 *   | Press
 *   | { type: 'open', example: import('../protocol/messages.js').ExampleName }
 *   | { type: 'answered', view: View, message?: string, diverged?: boolean, field?: string }
 *   | { type: 'refused', sentence: string, diverged?: boolean, field?: string, request?: Request }
 *   | { type: 'pin', selection: Selection } | { type: 'unpin', selection: Selection }
 *   | { type: 'nudge', selection: Selection, by: number }
 *   | { type: 'grab', selection: Selection, value: number, y: number } | { type: 'drag', y: number } | { type: 'letGo' }
 *   | { type: 'lesson', stop: number | undefined }
 *   | { type: 'table', on: boolean } | { type: 'sheet', sheet: PageState['sheet'] }
 *   | { type: 'leave', how: 'back' | 'lower' }
 *   | { type: 'withdraw', field: string }
 *   | { type: 'seedProposed', seed: number }
 *   | { type: 'show', position: Position }
 *   | { type: 'visit', index: number }
 *   | { type: 'run', goal: Goal } | { type: 'until', until: Goal } | { type: 'stop' }
 *   | { type: 'progress', running: Running, field?: string } | { type: 'hidden', hidden: boolean }
 *   | { type: 'edit', edit: Edit, continues?: boolean, field?: string, gesture?: string }
 *   | { type: 'openNetwork', given: Given, field: string }
 *   | { type: 'endGesture' }
 *   | { type: 'proposeSeed' } | { type: 'undo' } | { type: 'redo' }
 *   | { type: 'toggle' } | { type: 'direction', direction: 1 | -1 }
 *   | { type: 'speed', speed: number } | { type: 'pace', pace: Pace }
 *   | { type: 'scrub', t: number } | { type: 'tick', elapsed: number }
 *   | { type: 'select', selection: Selection | undefined } | { type: 'hover', selection: Selection | undefined }
 *   | { type: 'predict', guess: number | undefined } | { type: 'predictBy', mode: Prediction['mode'] }
 *   | { type: 'unfold', all: boolean }
 *   | { type: 'present', on: boolean }
 *   | { type: 'inspected', inspection: Inspection, view: View | undefined }
 *   | { type: 'surveyed', survey: Survey, since: View | undefined } | { type: 'count' }
 *   | { type: 'openSample', x: Float64Array, y: Float64Array } | { type: 'openEvaluationSample', number: number, field: string } | { type: 'closeSample' }
 *   | { type: 'ink', strokes: Drawing['strokes'] } | { type: 'digit', digit: Digit }
 *   | { type: 'logarithmic', on: boolean } | { type: 'map', map: Partial<PageState['map']> }
 *   | { type: 'panel', panel: string, on: boolean }
 *   | { type: 'data', change: Partial<DataSheet> }
 *   | { type: 'consider', source: Source, change: Partial<DataSheet> }
 *   | { type: 'readTable' } & Omit<TableRequest, 'kind'>
 *   | { type: 'tableRead', read: ImportResult, request: TableRequest }
 *   | { type: 'previewed', source: Source, preview: Preview }
 *   | { type: 'loading', loaded: number, total?: number, request: LoadRequest } | { type: 'cancelLoading' } | { type: 'slow' }
 *   | { type: 'openData', source: Source, settings: DataSettings }
 *   | { type: 'changeSamples', remove?: number, add?: Float64Array }
 *   | { type: 'turnRows', first: number, test: boolean } | { type: 'rows', rows: Rows }
 *   | { type: 'loaded', part: string }
 *   | { type: 'fetched', file: string, text: string } | { type: 'copy', text: string }
 *   | { type: 'gradientCheckBy', h: number } | { type: 'gradientCheckAll' }
 *   | { type: 'settings', settings: Partial<Settings> }
 *   | { type: 'notice', notice: Notice | undefined }
 *   | { type: 'reducedMotion', reduced: boolean }
 *   | { type: 'room', width: number, height: number }
 * )} Action
 */

/** @typedef {(action: Action) => void} Dispatch */

/**
 * A request to the worker, with what is needed again when it is answered.
 *
 * @typedef {object} Command
 * @property {Request} request
 * @property {string} [field]  where a refusal is shown
 * @property {View} [since]  with which view a survey began
 * @property {View} [view]  that was shown when it was asked
 * @property {number} [time]  when it was asked, in milliseconds
 */

/** @typedef {{ state: PageState, commands: Command[] }} Next */

/** Milliseconds for a step at speed 1. */
export const STEP_TIME = 1_000;
/** Milliseconds for a beat inside a step at speed 1. */
export const BEAT_TIME = 700;
/** Milliseconds of rest between two steps at speed 1. */
export const REST_TIME = 350;
/** So many cards can be pinned. */
export const MOST_PINS = 4;
/** While playing, a sentence for ears comes at most this often, in milliseconds. */
export const NARRATION_TIME = 5_000;
/** So many moves are remembered while an answer is on its way; a held key asks for more. */
export const MOST_PRESSES = 3;

/** @type {Settings} */
const SETTINGS = {
  digits: 3,
  comma: false,
  widths: 'auto',
  letters: true,
  precise: false,
  places: 6,
  background: true,
  neurons: false,
  open: ['published', 'equation', 'batch', 'cards', 'ledger', 'eta'],
  hidden: [],
  order: [],
};
/** @type {Widths} */
const SCALE = { kind: 'linear', top: 1 };

/** What the next run is to reach, to begin with. @type {Goal} */
export const UNTIL = { kind: 'miniBatches', value: 100 };

/** @type {Prediction} */
const NO_PREDICTION = {
  mode: 'sign',
  question: undefined,
  guess: undefined,
  last: undefined,
  right: 0,
  of: 0,
};

/** The state before anything is known. @type {PageState} */
export const INITIAL = Object.freeze({
  view: undefined,
  t: 1,
  motion: 0,
  goal: 1,
  playing: false,
  direction: 1,
  rest: 0,
  speed: 1,
  pace: 'step',
  waiting: undefined,
  presses: [],
  run: undefined,
  until: UNTIL,
  selection: undefined,
  hover: undefined,
  pins: [],
  drag: undefined,
  held: undefined,
  inspection: undefined,
  first: undefined,
  surveyed: undefined,
  drawing: BLANK,
  logarithmic: false,
  number: 1,
  map: { output: 0, at: undefined },
  h: 1e-5,
  prediction: NO_PREDICTION,
  lesson: undefined,
  beginning: undefined,
  code: {},
  loaded: [],
  resized: undefined,
  wanted: undefined,
  wantedLayers: undefined,
  wantedConventions: undefined,
  slow: false,
  scale: SCALE,
  tabled: false,
  data: undefined,
  sheet: undefined,
  narration: { text: '', age: Infinity },
  gesture: undefined,
  refusals: {},
  unfolded: false,
  settings: SETTINGS,
  notice: undefined,
  reducedMotion: false,
  presenting: false,
  room: { width: 960, height: 560 },
});

/**
 * Whether two positions are the same.
 * @param {Position} one
 * @param {Position} other
 */
export const samePosition = (one, other) =>
  one.epoch === other.epoch &&
  one.miniBatch === other.miniBatch &&
  one.sample === other.sample &&
  one.step === other.step;

/** Whether two lists have the same numbers. @param {Float64Array | undefined} one @param {Float64Array | undefined} other */
export const sameList = (one, other) =>
  one === other ||
  (one !== undefined && one.length === other?.length && one.every((value, at) => value === other[at]));

/** Where in a journal that is written which tells the session and its changes apart from others: not how far it was run. */
const CHANGES = 2;

/** Whether two journals are of the same session with the same changes. @param {Float64Array | undefined} one @param {Float64Array | undefined} other */
export const sameRun = (one, other) => sameList(one?.subarray(CHANGES), other?.subarray(CHANGES));

/**
 * Whether it is the first position of all.
 * @param {Position | undefined} position
 */
export const isOrigin = (position) =>
  position !== undefined && position.epoch + position.miniBatch + position.sample + position.step === 0;

/** Whether the clock has something to do. @param {PageState} state */
export const isMoving = (state) => state.waiting === undefined && (state.motion !== 0 || state.rest > 0);
