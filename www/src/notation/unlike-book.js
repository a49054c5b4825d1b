/**
 * How conventions differ from those of the book, in words.
 *
 * @module
 */
import { differences } from '../words/en/conventions.js';

/** @import { Conventions } from '../protocol/state.js' */

/**
 * Returns in words how conventions differ from those of the book.
 * @param {Conventions} conventions
 * @returns {string[]}
 */
export const differencesFromBook = ({ trainBiases, halveCost, averageGradients }) => [
  ...(trainBiases ? [] : [differences.trainBiases]),
  ...(halveCost ? [] : [differences.halveCost]),
  ...(averageGradients ? [] : [differences.averageGradients]),
];
