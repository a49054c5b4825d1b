/**
 * The session that is open, of the core that is there, and a single-sample session.
 *
 * @module
 */
import { Opening, fetchWhole } from './cores.js';

/** @import { Core } from './cores.js' */
/** @import { Session } from '../../pkg/backstep.js' */
/** @import { ExampleName, Position } from '../protocol/messages.js' */

export function createSessions() {
  /** The whole core, once it is there. @type {Core | undefined} */
  let core;
  /** Of the whole core if it is there. @type {Opening | Session | undefined} */
  let session;
  /** The single-sample session, and the position at which the other was left. @type {{ session: Session, left: Position } | undefined} */
  let singleSample;

  /** The whole core, which is there for every request that is not for the small one. */
  function whole() {
    if (!core) throw new Error('The whole core is not there.');
    return core;
  }

  /** @type {Promise<Core> | undefined} */
  let coming;

  /** Fetches the whole core, again if it did not come. */
  async function fetched() {
    coming ??= fetchWhole();
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
  function ofWhole(one) {
    if (!(one instanceof whole().Session)) throw new Error('The whole core has no session.');
    return one;
  }

  return {
    whole,
    shown,
    fetched,

    /** What is shown, to do more with than showing it. */
    open: () => ofWhole(shown()),

    /** The session itself, also during a single-sample session. */
    home() {
      shown();
      return ofWhole(session);
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

    /** The whole core takes over. Returns how many mini-batches it has to complete to be where the small one was. */
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
