/**
 * Answers to the questions that open panels have asked.
 *
 * @module
 */

/** @import { First } from '../protocol/inspection.js' */
/** @import { Inspection } from '../protocol/questions.js' */
/** @import { Surveyed } from './survey.js' */

/**
 * @typedef {object} PanelAnswers
 * @property {Inspection | undefined} inspection  about the mini-batch of the view shown
 * @property {First | undefined} first  the state the run began with, and what its first update does
 * @property {Surveyed | undefined} surveyed  about the network of the view shown, over many inputs
 */

/** @type {PanelAnswers} */
export const ANSWERS = Object.freeze({ inspection: undefined, first: undefined, surveyed: undefined });
