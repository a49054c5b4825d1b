/**
 * Hands answers on with the sentences of refusals, which are fetched with the first of them.
 *
 * @module
 */
import { partNotFetched } from '../words/en/not-fetched.js';

/** @import { Answer } from '../protocol/messages.js' */
/** @import { Why } from '../protocol/refusal.js' */
/** @import { Command } from '../state/state.js' */

/** @returns {Promise<(why: Why) => string>} */
const fetched = async () => (await import('../words/refusals.js')).sentenceOf;

/**
 * Returns what hands answers on, in the order in which it gets them.
 *
 * @param {(command: Command, answer: Answer) => void} onAnswer
 * @param {typeof fetched} [fetch]
 */
export function createSaying(onAnswer, fetch = fetched) {
  /** @type {((why: Why) => string) | undefined} */
  let say;
  /** Answers that wait for the sentences. @type {(() => void)[] | undefined} */
  let waiting;

  /** @param {Command} command @param {Answer} answer */
  return (command, answer) => {
    const refusal = answer.kind === 'view' ? answer.stop : answer.kind === 'refused' ? answer : undefined;
    const tell = () => {
      // Without a connection it is true of everything that something could not be fetched.
      if (refusal) refusal.sentence = say ? say(refusal.why) : partNotFetched();
      onAnswer(command, answer);
    };
    if (waiting) waiting.push(tell);
    else if (!refusal || say) tell();
    else {
      const first = (waiting = [tell]);
      fetch()
        .then(
          (sentenceOf) => (say = sentenceOf),
          () => {},
        )
        .then(() => {
          waiting = undefined;
          for (const each of first) each();
        });
    }
  };
}
