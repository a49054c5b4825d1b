/**
 * The page as it opens, and the names under which a browser remembers sessions.
 *
 * @module
 */
import { sameChanges } from '../protocol/journal.js';

/** @import { PageState } from '../state/state.js' */

/** Names of the session of a tab, and of the last session of all. */
export const TAB_KEY = 'backstep session';
export const LAST_KEY = 'backstep last';

/**
 * Returns whether this is the page as it opens, of which nothing has to be written.
 *
 * @param {PageState} state
 */
export function isBeginning({ view, lesson }) {
  if (!view || view.singleSample || !lesson.beginning) return false;
  const { epoch, miniBatch, sample, step } = view.after.position;
  return epoch + miniBatch + sample + step === 0 && sameChanges(view.journal, lesson.beginning);
}
