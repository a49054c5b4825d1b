/**
 * Opening a session that was written down: in a link, in a file, or in this browser.
 *
 * @module
 */
import { sameChanges } from '../../protocol/journal.js';
import { MOST_WORK } from '../../protocol/work.js';
import { Refusal } from '../../protocol/refusal.js';

/** @import { Session } from '../../../pkg/backstep.js' */
/** @import { Answer, Message, Needs } from '../../protocol/messages.js' */
/** @import { Position } from '../../protocol/position.js' */
/** @import { Tools } from '../worker.js' */
/** @import { Handler } from './handlers.js' */

/** @typedef {Extract<Message, { kind: 'openMoment' }>} MomentMessage */

/** The most mini-batches in one call. */
const MOST = 1e9;
/** Milliseconds between two reports. */
const REPORT = 120;

/** @param {Tools} tools */
export function momentHandlers({
  sessions,
  stock,
  loading,
  isCancelled,
  isRefusal,
  report,
  slice,
  yieldToEvents,
}) {
  /**
   * Returns what a session needs to get to a position, if that is more than may be done.
   *
   * @param {Session} session
   * @param {number} target  mini-batches to complete
   * @param {number} most
   * @returns {Needs | undefined}
   */
  function tooMuch(session, target, most) {
    const { completed } = session;
    // The mini-batch that is shown is computed as well.
    const [all = 0, longest = 0] = session.workUntil(target + 1);
    const work = all - Number(session.workUntil(completed)[0]);
    return work <= most ? undefined : { miniBatches: target - completed, work, longest };
  }

  /**
   * Completes mini-batches in slices, until it is cancelled.
   *
   * @param {Session} session
   * @param {number} target
   * @param {number} id
   */
  async function complete(session, target, id) {
    let reported = performance.now();
    while (session.completed < target) {
      if (isCancelled(id)) throw new Refusal({ kind: 'openingStopped' });
      session.advance(Math.min(target - session.completed, MOST), slice);
      if (performance.now() - reported >= REPORT) {
        report(id, session.completed);
        reported = performance.now();
      }
      await yieldToEvents();
    }
  }

  /**
   * Changes the session to a journal, if undo or redo leads to it: so browsers go back and forward through
   * edits. Returns what takes that back; nothing if the journal is not at hand.
   *
   * @param {MomentMessage} message
   * @returns {(() => void) | undefined}
   */
  function reach({ journal, history }) {
    const session = sessions.home();
    if (history) return undefined;
    if (sameChanges(session.journal(), journal)) return () => {};
    for (const [way, back] of /** @type {const} */ ([
      ['undo', 'redo'],
      ['redo', 'undo'],
    ])) {
      const to = session[way](sessions.left());
      if (to && sameChanges(session.journal(), journal)) return () => void session[back](to);
      if (to) session[back](to);
    }
    return undefined;
  }

  /**
   * Puts a session in the place of the one that is open, with the history of undo that it was stored with.
   * A history that cannot be read is left out.
   *
   * @param {Session} session
   * @param {Float64Array} history
   */
  function replace(session, history) {
    try {
      session.restoreHistory(history);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    const own = sessions.home();
    sessions.closeSample();
    sessions.replace(session);
    own.free();
  }

  /**
   * Makes the session of a message.
   *
   * @param {MomentMessage} message
   * @param {import('../cores.js').Core} core
   */
  async function read({ id, journal, source }, core) {
    if (!source) return core.Session.replay(journal);
    const data = await stock.take(source, loading(id), isCancelled(id));
    return core.Session.replayWith(journal, data);
  }

  /** @type {Handler<'openMoment', Answer>} */
  async function openMoment(message, core) {
    const { id, position, names, history, most = MOST_WORK } = message;
    const leave = reach(message);
    const session = leave ? sessions.home() : await read(message, core);
    // Until it is shown, nothing is changed that is not changed back.
    const giveUp = leave ?? (() => session.free());
    try {
      const restored = leave ? 0 : session.completed + session.unfinished;
      const target = Math.max(session.indexOf(position), restored);
      const needs = tooMuch(session, target, most);
      if (needs) {
        giveUp();
        return { kind: 'refused', why: { kind: 'muchWork' }, needs };
      }
      await complete(session, target, id);
      session.stateAt(position);
    } catch (error) {
      if (isRefusal(error)) giveUp();
      throw error;
    }
    if (leave) sessions.closeSample();
    else if (history) replace(session, history);
    else sessions.beginAgain((own, at) => own.openSession(at, session));
    stock.name(sessions.home().dataAt(position).fingerprint, names);
    return { kind: 'view', view: await sessions.show(id, position) };
  }

  return { openMoment };
}
