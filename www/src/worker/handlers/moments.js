/**
 * Opening a session that was written down: in a link, in a file, in this browser, or by a page whose worker
 * died.
 *
 * @module
 */
import { dataKey, sameChanges } from '../../protocol/journal.js';
import { MOST_WORK } from '../../protocol/work.js';
import { Refusal } from '../../protocol/refusal.js';
import { frontier } from '../run.js';

/** @import { Session } from '../../../pkg/backstep.js' */
/** @import { Answer, Message, Needs, RestoreRequest } from '../../protocol/messages.js' */
/** @import { Position } from '../../protocol/position.js' */
/** @import { Tools } from '../worker.js' */
/** @import { Handler } from './handlers.js' */

/** @typedef {Extract<Message, { kind: 'openMoment' }>} MomentMessage */

/** Index in a journal of how many mini-batches are completed. */
const COMPLETED = 1;
/** The most mini-batches in one call. */
const MOST = 1e9;
/** Milliseconds between two reports. */
const REPORT = 120;

/**
 * Changes a session to a journal, if it is that one or undo or redo leads to it. Returns what takes that
 * back; nothing if it does not lead there.
 *
 * @param {Session} session
 * @param {Float64Array} journal
 * @param {Position} left  the position at which it is left
 * @returns {(() => void) | undefined}
 */
function leadTo(session, journal, left) {
  if (sameChanges(session.journal(), journal)) return () => {};
  for (const [way, back] of /** @type {const} */ ([
    ['undo', 'redo'],
    ['redo', 'undo'],
  ])) {
    const to = session[way](left);
    if (to && sameChanges(session.journal(), journal)) return () => void session[back](to);
    if (to) session[back](to);
  }
  return undefined;
}

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
  const reach = ({ journal, history }) =>
    history ? undefined : leadTo(sessions.home(), journal, sessions.left());

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

  /**
   * Gives a session the history of undo that an older one had. Undo leads back to that one, if the session is
   * not at hand in its history.
   *
   * @param {Session} session
   * @param {RestoreRequest} request
   * @param {(journal: Float64Array) => Session} open
   */
  function withPast(session, { journal, past }, open) {
    if (!past) return session;
    /** @type {Session | undefined} */
    let old;
    try {
      if (sameChanges(past.journal, journal)) {
        session.restoreHistory(past.history);
        return session;
      }
      old = open(past.journal);
      old.restoreHistory(past.history);
      old.indexOf(past.position);
      if (leadTo(old, journal, past.position)) session.free();
      else old.openSession(past.position, session);
      return old;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      old?.free();
      return session;
    }
  }

  /**
   * Goes as far as a session had been completed. Returns what is left if that is too much or is cancelled.
   *
   * @param {Session} session
   * @param {{ journal: Float64Array, position: Position }} place
   * @param {number} most
   * @param {number} id
   * @returns {Promise<Needs | undefined>}
   */
  async function goTo(session, { journal, position }, most, id) {
    const target = Math.max(session.indexOf(position), Number(journal[COMPLETED]));
    if (session.completed >= target) return undefined;
    const needs = tooMuch(session, target, most);
    if (needs) return needs;
    try {
      await complete(session, target, id);
      return undefined;
    } catch (error) {
      if (!isCancelled(id) || !isRefusal(error)) throw error;
      return tooMuch(session, target, -1);
    }
  }

  /**
   * Returns a position, or the last one before it that is computed.
   *
   * @param {Session} session
   * @param {Position} position
   */
  const within = (session, position) =>
    session.indexOf(position) <= session.completed ? position : frontier(session);

  /** @type {Handler<'restore', Answer>} */
  async function restore(message, core) {
    const { id, journal, position, source, names, sample, most = Infinity } = message;
    const data = source && (await stock.take(source, loading(id), isCancelled(id)));
    /** @param {Float64Array} list */
    const open = (list) =>
      data && dataKey(list) !== undefined ? core.Session.replayWith(list, data) : core.Session.replay(list);
    const session = withPast(open(journal), message, open);
    sessions.closeSample();
    sessions.replace(session);
    const needs = await goTo(session, { journal, position }, most, id);
    let shown = within(session, position);
    stock.name(session.dataAt(shown).fingerprint, names);
    if (sample) {
      const single = open(sample.journal);
      sessions.openSample(single, shown);
      await goTo(single, sample, most, id);
      shown = within(single, sample.position);
    }
    return { kind: 'view', view: await sessions.show(id, shown), needs };
  }

  return { openMoment, restore };
}
