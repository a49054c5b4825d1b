/**
 * Runs, and what steers them.
 *
 * @module
 */
import { isRefusal } from '../refusal.js';
import { frontier } from '../run.js';
import { withView } from './handlers.js';

/** @import { Answer, Stop } from '../../protocol/messages.js' */
/** @import { Tools } from '../worker.js' */
/** @import { Handler } from './handlers.js' */

/** @param {Tools} tools */
export function runHandlers({ sessions, steering, begun }) {
  /**
   * Runs, and shows the last mini-batch completed. One whose update cannot be made is shown before its
   * update.
   *
   * @type {Handler<'run', Answer>}
   */
  const run = async ({ id, goal, wants }) => {
    const session = sessions.current();
    /** @type {Stop | undefined} */
    let stop;
    try {
      await steering.reach(id, session, goal, wants, () => begun(id));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      stop = { why: error.why };
    }
    const stuck = { ...session.positionOf(session.completed), step: 1 };
    return { kind: 'view', view: await sessions.show(id, stop ? stuck : frontier(session)), stop };
  };

  /**
   * Answers what steers a run if none is on.
   *
   * @returns {Answer}
   */
  const noRun = () => ({ kind: 'steered', running: undefined });

  return {
    run,
    stop: noRun,
    hold: noRun,
    watch: noRun,
    ...withView(sessions, {
      // The run has ended in the meantime: the change is made where it ended.
      tune: ({ edit, continues }) => sessions.current().edit(frontier(sessions.current()), edit, continues),
    }),
  };
}
