/**
 * The session that is open, of the core that is there, and one set aside for a sample.
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
  /** Set aside for a sample; and where the other was left. @type {{ session: Session, left: Position } | undefined} */
  let guest;

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

  /** What is shown: that of the guest, if there is one. Only one that could not be restored is not there. */
  function shown() {
    if (!session) throw new Error('The session is not back yet. Try again when there is a connection.');
    return guest?.session ?? session;
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

    /** The session itself, also while a guest is shown. */
    home() {
      shown();
      return ofWhole(session);
    },

    /** Whether the small core does the work. */
    isSmall: () => core === undefined,

    /** Where the session was left, if there is a guest. */
    left: () => guest?.left,

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

    /** A guest comes, in the place of another if there is one. @param {Session} aside @param {Position} position  which is left for it */
    welcome(aside, position) {
      const left = guest?.left ?? position;
      guest?.session.free();
      guest = { session: aside, left };
    },

    /** The guest goes. Returns where the session was left. */
    leave() {
      const left = guest?.left;
      guest?.session.free();
      guest = undefined;
      return left;
    },
  };
}
