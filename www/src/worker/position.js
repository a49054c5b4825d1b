/**
 * A position as the core takes it.
 *
 * @module
 */

/** @import { Position } from '../protocol/messages.js' */

/** @param {Position} position */
export const parts = ({ epoch, miniBatch, sample, step }) =>
  /** @type {const} */ ([epoch, miniBatch, sample, step]);
