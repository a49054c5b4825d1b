/**
 * The session that is open, of the core that is there, and a single-sample session.
 *
 * @module
 */
import { Opening, fetchFull } from './cores.js';

/** @import { Core } from './cores.js' */
/** @import { Session } from '../../pkg/backstep.js' */
/** @import { ExampleName, Position } from '../protocol/messages.js' */

export function createSessions() {
  /** The full core, once it is there. @type {Core | undefined} */
  let core;
  /** Of the full core if it is there. @type {Opening | Session | undefined} */
  let session;
  /** The single-sample session, and the position at which the other was left. @type {{ session: Session, left: Position } | undefined} */
  let singleSample;

  /** The full core, which is there for every request that is not for the small one. */
  function fullCore() {
    if (!core) throw new Error('The full core is not there.');
    return core;
  }

  /** @type {Promise<Core> | undefined} */
  let coming;

  /** Fetches the full core, again if it did not come. */
  async function fetched() {
    coming ??= fetchFull();
    try {
      return await coming;
    } catch (error) {
      coming = undefined;
      throw error;
    }
  }

  /** What is shown: the single-sample session, if there is one. Only one that could not be restored is not there. */
  function shown() {
    if (!session) throw new Error('The session is not back yet. Try again when there is a connection.');
    return singleSample?.session ?? session;
  }

  /** @param {Opening | Session | undefined} one */
  function ofFull(one) {
    if (!(one instanceof fullCore().Session)) throw new Error('The full core has no session.');
    return one;
  }

  return {
    fullCore,
    shown,
    fetched,

    /** What is shown, to do more with than showing it. */
    open: () => ofFull(shown()),

    /** The session itself, also during a single-sample session. */
    home() {
      shown();
      return ofFull(session);
    },

    /** Whether the small core does the work. */
    isSmall: () => core === undefined,

    /** Where the session was left, during a single-sample session. */
    left: () => singleSample?.left,

    /** Opens an example. @param {ExampleName} example */
    example(example) {
      session = core ? core.Session.open(example) : Opening.open(example);
    },

    /** Opens what was replayed from a journal. @param {Session} replayed */
    replace(replayed) {
      session = replayed;
    },

    /** The full core takes over. Returns how many mini-batches it has to complete to be where the small one was. */
    async grow() {
      const grown = await fetched();
      const small = session;
      const completed = small?.completed ?? 0;
      if (small) session = grown.Session.replay(small.journal());
      core = grown;
      small?.free();
      return completed;
    },

    /** Opens a single-sample session, in place of another if there is one. @param {Session} opened @param {Position} position  which is left for it */
    openSample(opened, position) {
      const left = singleSample?.left ?? position;
      singleSample?.session.free();
      singleSample = { session: opened, left };
    },

    /** Closes the single-sample session. Returns where the session was left. */
    closeSample() {
      const left = singleSample?.left;
      singleSample?.session.free();
      singleSample = undefined;
      return left;
    },
  };
}
