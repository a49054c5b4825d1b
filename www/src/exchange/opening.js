/**
 * Opens moments: the request to the worker, what is said of them, and how they are looked at.
 *
 * @module
 */
import { LESSON_EXAMPLE } from '../lesson/stops.js';
import { MOST_WORK, SLOWEST } from '../protocol/work.js';
import * as words from '../words/en/exchange.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Needs } from '../protocol/messages.js' */
/** @import { MomentOrigin } from '../state/exchange.js' */
/** @import { Action } from '../state/state.js' */
/** @import { Moment } from './moment.js' */

/** Multiplications in a second on a common computer. */
const USUAL = 1e9;
/** The most multiplications to come back to one's own work without asking: some 10 seconds. */
const MOST_TO_RESTORE = 1e10;

/** @param {number} number */
const integer = (number) => Math.ceil(number).toLocaleString('en');

/**
 * Returns the action that opens a moment.
 *
 * @param {Moment} moment
 * @param {MomentOrigin} origin
 * @param {Needs} [needs]  the work that a person has agreed to
 * @returns {Action}
 */
export function opening(moment, origin, needs) {
  const { journal, position, source, title, classes, history } = moment;
  const most = needs ? Infinity : origin === 'storage' ? MOST_TO_RESTORE : MOST_WORK;
  const names = title === undefined && !classes ? undefined : { title, classes };
  return {
    type: 'openMoment',
    command: {
      request: { kind: 'openMoment', journal, position, source, names, history, most },
      moment,
      origin,
      patience: Math.min(most, needs?.longest ?? most) / SLOWEST,
      total: needs?.miniBatches,
    },
  };
}

/**
 * Returns the action that shows a moment, which is there, as it was looked at.
 *
 * @param {Moment} moment
 * @param {(selection: Selection) => boolean} isThere  whether the network has what is selected
 * @returns {Action}
 */
export function lookingAt(moment, isThere) {
  const { t, pace, speed, direction, selection, pins, settings, asTable, presentation } = moment;
  return {
    type: 'look',
    groups: {
      playback: { t, pace, speed, direction },
      focus: {
        selection: selection && isThere(selection) ? selection : undefined,
        pins: pins.filter(isThere),
      },
      settings,
      ui: { asTable, presentation },
      lesson: { stop: undefined },
      feedback: { notice: undefined },
    },
  };
}

/**
 * Returns the action that says how far the work of a moment is, in whole percent: screen readers tell each.
 *
 * @param {number} done  mini-batches
 * @param {number} total
 * @returns {Action}
 */
export function progress(done, total) {
  const percent = Math.floor((100 * done) / total);
  const sentence = words.progress(integer(total), percent);
  const ways = [{ label: words.stop, action: /** @type {Action} */ ({ type: 'cancelLoading' }) }];
  return { type: 'notice', notice: { sentence, ways, passing: true } };
}

/**
 * Returns the sentences for a moment that cannot be opened.
 *
 * @param {MomentOrigin} origin
 * @param {unknown} error
 */
export function notOpened(origin, error) {
  const why = error instanceof Error ? error.message : words.wrong.unreadable;
  return `${words.notOpened[origin]} ${why}`;
}

/**
 * Returns about how long some work takes.
 *
 * @param {number} work  multiplications
 */
export function duration(work) {
  const seconds = work / USUAL;
  if (seconds < 90) return words.time.seconds(integer(seconds));
  if (seconds < 90 * 60) return words.time.minutes(integer(seconds / 60));
  return seconds < 48 * 3600
    ? words.time.hours(integer(seconds / 3600))
    : words.time.days(integer(seconds / 86_400));
}

/**
 * Returns the action that asks before a moment is opened that takes much work.
 *
 * @param {Moment} moment
 * @param {MomentOrigin} origin
 * @param {Needs} needs
 * @returns {Action}
 */
export function questionFor(moment, origin, needs) {
  const { miniBatches, work } = needs;
  const needed =
    miniBatches > 1
      ? words.miniBatchesNeeded(integer(miniBatches), duration(work))
      : words.miniBatchNeeded(duration(work));
  const sentence = `${words.notYetOpened[origin]} ${needed}`;
  const action = opening(moment, origin, needs);
  return { type: 'notice', notice: { sentence, ways: [{ label: words.compute, action }] } };
}

/**
 * Returns the action that says that the page has come back, with the way to begin anew.
 *
 * @param {Moment} moment
 * @returns {Action}
 */
export function welcome({ position: { epoch, miniBatch } }) {
  /** @type {Action} */
  const afresh = { type: 'edit', edit: { kind: 'example', name: LESSON_EXAMPLE } };
  const sentence = words.welcome(epoch + 1, miniBatch + 1);
  const ways = [{ label: words.afresh, action: afresh }];
  return { type: 'notice', notice: { sentence, ways, passing: true } };
}
