/**
 * The order in which messages are answered: one after the other, but for what steers a run, which does not wait for its
 * end, and for questions, which wait for the full core beside the others.
 *
 * @module
 */
import { steers } from './steering.js';

/** @import { Message } from '../protocol/messages.js' */
/** @import { Steering } from './steering.js' */

/**
 * @param {object} with_
 * @param {(message: Message, without?: boolean) => Promise<void>} with_.answer  `without` the full core, which did not come
 * @param {(message: Steering) => void} with_.steer
 * @param {() => boolean} with_.isOn  whether a run is on
 * @param {(message: Message) => Promise<unknown> | undefined} with_.waits  for what a question has to wait, if it has to
 */
export function createQueue({ answer, steer, isOn, waits }) {
  let queue = Promise.resolve();
  /** Runs that were asked for and have not begun. */
  let coming = 0;
  /** The last run that has begun. */
  let began = 0;
  /** What steers a run that has not begun. @type {Steering[]} */
  const early = [];

  /** @param {Message} message @param {boolean} [without] */
  function put(message, without) {
    queue = queue.then(async () => {
      await answer(message, without);
      // A run that could not begin leaves what was to steer it.
      if (message.kind !== 'run' || began === message.id) return;
      coming -= 1;
      for (const left of early.splice(0)) put(left);
    });
  }

  return {
    /** @param {Message} message */
    receive(message) {
      if (message.kind === 'run') coming += 1;
      if (coming > 0 && steers(message)) early.push(message);
      else if (isOn() && (steers(message) || message.kind === 'stop')) steer(message);
      else {
        const wait = waits(message);
        if (wait)
          wait.then(
            () => put(message),
            () => put(message, true),
          );
        else put(message);
      }
    },

    /** A run has begun; what came for it while it had not is done. @param {number} id */
    begun(id) {
      began = id;
      coming -= 1;
      for (const message of early.splice(0)) steer(message);
    },
  };
}
