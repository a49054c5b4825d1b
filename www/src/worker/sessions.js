/**
 * The open session, a single-sample session beside it, and the position that is shown.
 *
 * @module
 */
import { SLICE, yieldToEvents } from './steering.js';
import { viewOf } from './view.js';
import { Refusal } from '../protocol/refusal.js';

/** @import { Session } from '../../pkg/backstep.js' */
/** @import { DataAt } from '../protocol/data.js' */
/** @import { ExampleName } from '../protocol/edit.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Core } from './cores.js' */

export const ORIGIN = Object.freeze({ epoch: 0, miniBatch: 0, sample: 0, step: 0 });

/**
 * @param {(id: number, completed: number) => void} report  called while mini-batches are completed
 * @param {(data: DataAt) => DataAt} titled  adds the names of data that was opened
 */
export function createSessions(report, titled) {
  /** @type {Session | undefined} */
  let session;
  /**
   * The single-sample session, and the position at which the session was left for it.
   *
   * @type {{ session: Session, left: Position } | undefined}
   */
  let singleSample;
  /** @type {Position} */
  let shown = ORIGIN;

  /** Returns the session itself, also during a single-sample session. There is none if restoring failed. */
  function home() {
    if (!session) throw new Refusal({ kind: 'notRestored' });
    return session;
  }

  /** Returns the session that is shown. */
  function current() {
    const own = home();
    return singleSample?.session ?? own;
  }

  /**
   * Completes mini-batches until `target` of them are complete, in slices.
   *
   * @param {number} id
   * @param {number} target
   */
  async function complete(id, target) {
    const running = current();
    while (running.completed < target) {
      running.advance(target - running.completed, SLICE);
      if (running.completed < target) {
        report(id, running.completed);
        await yieldToEvents();
      }
    }
  }

  /** Closes the single-sample session, if there is one. */
  function closeSample() {
    if (!singleSample) return;
    shown = singleSample.left;
    singleSample.session.free();
    singleSample = undefined;
  }

  return {
    home,
    current,
    complete,
    closeSample,

    /** Returns the position that is shown. */
    shown: () => shown,

    /** Returns the position of the session itself, also during a single-sample session. */
    left: () => singleSample?.left ?? shown,

    /**
     * Goes to a position, completing mini-batches up to there, and returns its view.
     *
     * @param {number} id
     * @param {Position} position
     * @returns {Promise<View>}
     */
    async show(id, position) {
      await complete(id, current().indexOf(position));
      const view = viewOf(current(), position);
      shown = position;
      return { ...view, data: titled(view.data), singleSample: singleSample !== undefined };
    },

    /**
     * Opens an example.
     *
     * @param {Core} core
     * @param {ExampleName} example
     */
    open(core, example) {
      session = core.Session.open(example);
    },

    /**
     * Opens a session that was replayed from a journal.
     *
     * @param {Session} replayed
     */
    replace(replayed) {
      session = replayed;
    },

    /**
     * Opens the session in another core. Nothing is lost by it: undo begins with the first change, which
     * needs the full core already.
     *
     * @param {Core} core
     * @returns {number}  how many mini-batches have to be completed to be where it was
     */
    takeOver(core) {
      const old = session;
      if (!old) return 0;
      session = core.Session.replay(old.journal());
      const { completed } = old;
      old.free();
      return completed;
    },

    /**
     * Begins again in the session itself. A single-sample session is closed unless that is refused.
     *
     * @template T
     * @param {(session: Session, at: Position) => T} begin  with the position at which the session was left
     * @param {Position} [position]  that is shown outside a single-sample session
     * @returns {T}
     */
    beginAgain(begin, position = shown) {
      const begun = begin(home(), singleSample?.left ?? position);
      closeSample();
      return begun;
    },

    /**
     * Opens a single-sample session, in place of another if there is one.
     *
     * @param {Session} opened
     * @param {Position} position  at which the session is left
     */
    openSample(opened, position) {
      const left = singleSample?.left ?? position;
      singleSample?.session.free();
      singleSample = { session: opened, left };
    },
  };
}

/** @typedef {ReturnType<typeof createSessions>} Sessions */
