/**
 * The stop of the lesson in the page's address, so that it can be linked.
 *
 * @module
 */

/** @import { Lesson } from './state/lesson.js' */

export function createAddress() {
  let wanted = /^#lesson-(\d+)$/.exec(location.hash)?.[1];
  /** @type {Lesson['stop']} */
  let shown;

  return {
    /**
     * Returns the stop that the page was opened with, counted from 0; the first time only.
     *
     * @returns {number | undefined}
     */
    take() {
      const stop = wanted;
      wanted = undefined;
      return stop === undefined ? undefined : Number(stop) - 1;
    },

    /**
     * Writes the stop that is shown.
     *
     * @param {Lesson['stop']} stop
     */
    show(stop) {
      if (stop === shown) return;
      shown = stop;
      const { pathname, search } = location;
      history.replaceState(null, '', stop === undefined ? pathname + search : `#lesson-${stop + 1}`);
    },
  };
}
