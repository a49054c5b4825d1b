/**
 * The order in which messages are answered: one after the other. Messages that steer a run do not wait for
 * its end, and questions that need something fetched wait for it beside the others.
 *
 * @module
 */
import { steers } from './steering.js';

/** @import { Message } from '../protocol/messages.js' */
/** @import { Steering } from './steering.js' */

/**
 * @param {object} options
 * @param {(message: Message) => Promise<void>} options.answer
 * @param {(message: Steering) => void} options.steer
 * @param {() => boolean} options.isOn  whether a run is on
 * @param {(message: Message) => Promise<Message> | undefined} options.prepare  for a message that has to wait
 *   for something, the message to be answered then
 */
export function createQueue({ answer, steer, isOn, prepare }) {
  let queue = Promise.resolve();
  /** Runs that were requested and have not begun. */
  let requested = 0;
  /** Id of the last run that has begun. */
  let begun = 0;
  /**
   * Messages that steer a run that has not begun.
   *
   * @type {Steering[]}
   */
  const early = [];

  /** @param {Message} message */
  function put(message) {
    queue = queue.then(async () => {
      await answer(message);
      // If a run could not begin, the messages that were to steer it are answered after it.
      if (message.kind !== 'run' || begun === message.id) return;
      requested -= 1;
      for (const left of early.splice(0)) put(left);
    });
  }

  return {
    /** @param {Message} message */
    receive(message) {
      if (message.kind === 'run') requested += 1;
      if (requested > 0 && steers(message)) early.push(message);
      else if (isOn() && (steers(message) || message.kind === 'stop')) steer(message);
      else {
        const prepared = prepare(message);
        if (prepared) void prepared.then(put);
        else put(message);
      }
    },

    /**
     * Has the messages that came early steer a run, now that it has begun.
     *
     * @param {number} id
     */
    begun(id) {
      begun = id;
      requested -= 1;
      for (const message of early.splice(0)) steer(message);
    },
  };
}
