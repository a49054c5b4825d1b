/**
 * Actions: all events that change the state, by subject. Types only, no code.
 *
 * @module
 */

/** @import { DataSettings, Source } from '../protocol/data.js' */
/** @import { Edit, ExampleName, Given } from '../protocol/edit.js' */
/** @import { Answer, Request, TableRequest } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Goal } from '../protocol/run.js' */
/** @import { DataSheet } from './data.js' */
/** @import { Drawing } from './drawing.js' */
/** @import { Typing } from './focus.js' */
/** @import { Linked } from './exchange.js' */
/** @import { Notice } from './feedback.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Patch } from './patch.js' */
/** @import { PanelChoices } from './panels.js' */
/** @import { Pace, Playback, Press } from './playback.js' */
/** @import { Prediction } from './prediction.js' */
/** @import { Settings } from './settings.js' */
/** @import { Command } from './state.js' */
/** @import { Ui } from './ui.js' */

/**
 * Moving in time. `show` goes to a position, `visit` to the end of a mini-batch, `scrub` to a t within the
 * step; `tick` says how many milliseconds have passed.
 * @typedef {(
 *   | Press
 *   | { type: 'show', position: Position }
 *   | { type: 'visit', index: number }
 *   | { type: 'togglePlaying' }
 *   | { type: 'direction', direction: Playback['direction'] }
 *   | { type: 'speed', speed: number }
 *   | { type: 'pace', pace: Pace }
 *   | { type: 'scrub', t: number }
 *   | { type: 'tick', elapsed: number }
 *   | { type: 'reducedMotion', reduced: boolean }
 * )} PlaybackAction
 */

/**
 * Selecting, pointing at and pinning; changing a value by typing it where it stands,
 * by arrow keys (`nudge`) or by dragging it.
 * @typedef {(
 *   | { type: 'select', selection: Selection | undefined }
 *   | { type: 'hover', selection: Selection | undefined }
 *   | { type: 'pin', selection: Selection }
 *   | { type: 'unpin', selection: Selection }
 *   | { type: 'typeNumber', typing: Typing | undefined }
 *   | { type: 'nudge', selection: Selection, by: number }
 *   | { type: 'grab', selection: Selection, value: number, y: number }
 *   | { type: 'drag', y: number }
 *   | { type: 'release' }
 * )} FocusAction
 */

/**
 * Changing the session. `field` is where a refusal is shown; `recover` is a way out of an update that
 * diverged.
 * @typedef {(
 *   | { type: 'open', example: ExampleName }
 *   | { type: 'edit', edit: Edit, continues?: boolean, field?: string, gesture?: string }
 *   | { type: 'endGesture' }
 *   | { type: 'openNetwork', given: Given, field: string }
 *   | { type: 'proposeSeed' }
 *   | { type: 'undo' }
 *   | { type: 'redo' }
 *   | { type: 'recover', how: 'back' | 'lower' }
 *   | { type: 'clearRefusal', field: string }
 * )} EditAction
 */

/**
 * Running. `nextGoal` sets when the next run ends; `hidden` says whether the page can be seen.
 * @typedef {(
 *   | { type: 'run', goal: Goal }
 *   | { type: 'nextGoal', goal: Goal }
 *   | { type: 'stop' }
 *   | { type: 'restart', most?: number }
 *   | { type: 'hidden', hidden: boolean }
 * )} RunAction
 */

/**
 * Choosing data and changing samples.
 * @typedef {(
 *   | { type: 'changeDataSheet', change: Partial<DataSheet> }
 *   | { type: 'previewSource', source: Source, change: Partial<DataSheet> }
 *   | { type: 'readTable' } & Omit<TableRequest, 'kind'>
 *   | { type: 'cancelLoading' }
 *   | { type: 'openData', source: Source, settings: DataSettings }
 *   | { type: 'changeSamples', remove?: number, add?: Float64Array, title: string }
 *   | { type: 'showRows', first: number, test: boolean }
 * )} DataAction
 */

/**
 * Using panels and their sections. A single-sample session is opened with a given sample (`openSample`) or
 * with an evaluation sample by its number.
 * @typedef {(
 *   | { type: 'panel', panel: string, on: boolean }
 *   | { type: 'section', section: string, on: boolean }
 *   | { type: 'unfold', all: boolean }
 *   | { type: 'logarithmic', on: boolean }
 *   | { type: 'decisionMap', change: Partial<PanelChoices['map']> }
 *   | { type: 'gradientCheckH', h: number }
 *   | { type: 'checkAllGradients' }
 *   | { type: 'countCorrect' }
 *   | { type: 'openSample', x: Float64Array, y: Float64Array }
 *   | { type: 'openEvaluationSample', number: number, field: string }
 *   | { type: 'closeSample' }
 *   | { type: 'drawInk', strokes: Drawing['strokes'] }
 *   | { type: 'predict', guess: number | undefined }
 *   | { type: 'predictionMode', mode: Prediction['mode'] }
 * )} PanelAction
 */

/**
 * Changing the page around the network. `partLoaded` and `sourceFetched` report what has been fetched on
 * demand.
 * @typedef {(
 *   | { type: 'lesson', stop: number | undefined }
 *   | { type: 'showAsTable', on: boolean }
 *   | { type: 'dialog', dialog: Ui['dialog'] }
 *   | { type: 'presentationMode', on: boolean }
 *   | { type: 'drawer', on: boolean, tall?: boolean }
 *   | { type: 'phone', on: boolean }
 *   | { type: 'settings', settings: Partial<Settings> }
 *   | { type: 'notice', notice: Notice | undefined }
 *   | { type: 'copy', text: string }
 *   | { type: 'room', width: number, height: number }
 *   | { type: 'partLoaded', name: string }
 *   | { type: 'sourceFetched', file: string, text: string }
 * )} PageAction
 */

/**
 * Links, files and what is kept in the browser. `openMoment` opens a moment, and `look` shows it as it was
 * looked at. `linked` gives the link to the moment shown.
 * @typedef {(
 *   | { type: 'openMoment', command: Command }
 *   | { type: 'look', groups: Patch }
 *   | { type: 'linked', linked: Linked }
 *   | { type: 'openFile', file: Blob }
 *   | { type: 'saveFile' }
 * )} ExchangeAction
 */

/**
 * An answer of a worker to a command, or a report while it computes, `elapsed` milliseconds after the
 * command. `refused` says why what was typed into a field cannot be used.
 * @typedef {(
 *   | { type: 'answer', command: Command, answer: Answer, elapsed?: number }
 *   | { type: 'refused', sentence: string, diverged?: boolean, field?: string, request?: Request }
 * )} AnswerAction
 */

/**
 * @typedef {(
 *   | PlaybackAction
 *   | FocusAction
 *   | EditAction
 *   | RunAction
 *   | DataAction
 *   | PanelAction
 *   | PageAction
 *   | ExchangeAction
 *   | AnswerAction
 * )} Action
 */

export {};
