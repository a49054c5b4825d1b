/**
 * What became of a computation that crashed.
 *
 * @module
 */
import { line } from '../phrase.js';

export const restarted =
  'The computation crashed and was restarted. Nothing is lost except the undo history.';
export const gaveUp = line`The computation crashed and could not be restarted. Reload the page; if that
  does not help, use another browser.`;
