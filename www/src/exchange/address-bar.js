/**
 * The address of the page: the link to the moment shown, with an entry in the browser's history for each
 * change of the session.
 *
 * @module
 */
import { sameChanges } from '../protocol/journal.js';
import { isBeginning } from './beginning.js';
import { LONGEST_SAFE, isComplete } from './link.js';
import { startOf } from './moment.js';
import { packMoment, unpackMoment } from './pack.js';

/** @import { PageState } from '../state/state.js' */
/** @import { Moment } from './moment.js' */

/** The most bytes of a moment in an entry of the browser's history, which has a limit. */
const MOST_IN_ENTRY = 500_000;

/**
 * What an entry of the browser's history has of this page.
 *
 * @typedef {{ session?: unknown, packed?: unknown }} Entry
 */

/**
 * Returns what an entry has; other pages of this address may have written something else.
 *
 * @param {unknown} state
 * @returns {Entry}
 */
export const entryOf = (state) => (typeof state === 'object' && state !== null ? state : {});

/** @param {() => PageState} now */
export function createAddressBar(now) {
  /** The journal of the moment that the address has: at first that of the page as it opens. */
  let journal = now().lesson.beginning;
  let { href } = location;

  /**
   * Returns whether a moment is the page as it opens, which needs no link.
   *
   * @param {PageState} state
   * @param {Uint8Array} packed
   */
  function isPlain(state, packed) {
    if (!state.view || !isBeginning(state)) return false;
    const start = packMoment(startOf(state.view.journal));
    return start.length === packed.length && start.every((byte, at) => byte === packed[at]);
  }

  /** The stop of the lesson that the address has. @type {number | undefined} */
  let stop;

  return {
    /**
     * Writes the stop of the lesson that is shown.
     *
     * @param {number | undefined} shown
     */
    showStop(shown) {
      if (shown === stop) return;
      stop = shown;
      const { pathname, search } = location;
      history.replaceState(null, '', stop === undefined ? pathname + search : `#lesson-${stop + 1}`);
      ({ href } = location);
    },

    /**
     * The address has this moment already.
     *
     * @param {Moment} moment
     */
    has: (moment) => void ({ journal } = moment),

    /** Returns whether the address is not the one that was written or followed last. */
    isNew: () => location.href !== href,

    /** Returns the moment of the entry that the browser has gone to, if it has one. */
    follow() {
      ({ href } = location);
      const { packed } = entryOf(history.state);
      const { beginning } = now().lesson;
      const isStart = location.hash === '' && beginning !== undefined && beginning.length > 0;
      const moment =
        packed instanceof Uint8Array ? unpackMoment(packed) : isStart ? startOf(beginning) : undefined;
      if (moment) ({ journal } = moment);
      return moment;
    },

    /**
     * Writes a moment. One that is too big for an address is only in the entry.
     *
     * @param {PageState} state
     * @param {Moment} moment
     * @param {string} link
     * @param {string} session  name of the tab's session
     */
    write(state, moment, link, session) {
      const { pathname, search, hash } = location;
      const packed = packMoment(moment);
      const fits = link.length <= LONGEST_SAFE && isComplete(moment) && !isPlain(state, packed);
      const to = state.lesson.stop === undefined ? (fits ? link : '') : hash;
      const entry = { session, ...(packed.length <= MOST_IN_ENTRY && { packed }) };
      const isSame = !journal?.length || sameChanges(journal, moment.journal);
      try {
        history[isSame ? 'replaceState' : 'pushState'](entry, '', to || pathname + search);
        ({ journal } = moment);
        ({ href } = location);
      } catch {
        // Browsers limit how often an address may be changed. The next time will do.
      }
    },
  };
}
