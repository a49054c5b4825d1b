/**
 * The state of the page: plain values in groups, each described in the file of its subject.
 *
 * @module
 */
import { ANSWERS } from './answers.js';
import { DATA_SHEET } from './data.js';
import { DRAWING } from './drawing.js';
import { EXCHANGE } from './exchange.js';
import { FEEDBACK } from './feedback.js';
import { FETCHED } from './fetched.js';
import { FOCUS } from './focus.js';
import { LESSON } from './lesson.js';
import { PANEL_CHOICES } from './panels.js';
import { PENDING } from './pending.js';
import { PLAYBACK } from './playback.js';
import { PREDICTION } from './prediction.js';
import { RUN } from './run.js';
import { SETTINGS } from './settings.js';
import { UI } from './ui.js';

/** @import { Moment } from '../exchange/moment.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { PanelAnswers } from './answers.js' */
/** @import { DataSheet } from './data.js' */
/** @import { Drawing } from './drawing.js' */
/** @import { Exchange, MomentOrigin } from './exchange.js' */
/** @import { Feedback } from './feedback.js' */
/** @import { Fetched } from './fetched.js' */
/** @import { Focus } from './focus.js' */
/** @import { Lesson } from './lesson.js' */
/** @import { PanelChoices } from './panels.js' */
/** @import { Pending } from './pending.js' */
/** @import { Playback } from './playback.js' */
/** @import { Prediction } from './prediction.js' */
/** @import { Run } from './run.js' */
/** @import { Ui } from './ui.js' */

/** @typedef {import('./actions.js').Action} Action */
/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @typedef {object} PageState
 * @property {View | undefined} view  the states before and after the step shown
 * @property {Playback} playback
 * @property {Focus} focus
 * @property {Pending} pending
 * @property {Run} run
 * @property {PanelAnswers} answers
 * @property {Prediction} prediction
 * @property {Drawing} drawing
 * @property {DataSheet} data
 * @property {Lesson} lesson
 * @property {PanelChoices} panels
 * @property {Feedback} feedback
 * @property {Exchange} exchange
 * @property {Ui} ui
 * @property {Fetched} fetched
 * @property {Settings} settings
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
 * @property {Moment} [moment]  that is opened
 * @property {MomentOrigin} [origin]  where it comes from
 * @property {number} [total]  mini-batches that it needs, if a person was asked
 * @property {number} [patience]  milliseconds to wait longer for a report
 * @property {number} [time]  when it was asked, in milliseconds
 */

/** The next state and what to ask the worker. @typedef {{ state: PageState, commands: Command[] }} Next */

/** The state before the session is open. @type {PageState} */
export const INITIAL = Object.freeze({
  view: undefined,
  playback: PLAYBACK,
  focus: FOCUS,
  pending: PENDING,
  run: RUN,
  answers: ANSWERS,
  prediction: PREDICTION,
  drawing: DRAWING,
  data: DATA_SHEET,
  lesson: LESSON,
  panels: PANEL_CHOICES,
  feedback: FEEDBACK,
  exchange: EXCHANGE,
  ui: UI,
  fetched: FETCHED,
  settings: SETTINGS,
});
