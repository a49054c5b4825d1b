/**
 * Has tables read by a worker of their own. Only the newest table matters: another one, or `cancel`, ends the
 * reading of the last.
 *
 * @module
 */
import { sentenceOf } from '../words/refusals.js';

/** @import { Answer, Reply, TableMessage, TableRequest } from '../protocol/messages.js' */
/** @import { Why } from '../protocol/refusal.js' */
/** @import { ImportResult } from '../tables/importer.js' */
/** @import { Command } from '../state/state.js' */
/** @import { Worklike } from './workers.js' */

/** Milliseconds after which the page is told that a table is still being read. */
export const SLOW = 400;

/**
 * Returns an answer with the sentence of what cannot be done.
 *
 * @param {Reply} answer
 * @returns {Answer}
 */
function told(answer) {
  if (answer.kind === 'refused') return { ...answer, sentence: sentenceOf(answer.why) };
  if (answer.kind !== 'answer') return answer;
  const value = /** @type {ImportResult} */ (answer.value);
  return value.why ? { ...answer, value: { ...value, sentence: sentenceOf(value.why) } } : answer;
}

/**
 * @param {TableRequest} one
 * @param {TableRequest} other
 */
const areSame = (one, other) =>
  one.text === other.text && JSON.stringify(one.dialect) === JSON.stringify(other.dialect);

/**
 * @typedef {object} TableReader
 * @property {(command: Command, request: TableRequest) => void} ask
 * @property {() => void} cancel  stops what is being read, if anything is
 */

/**
 * @param {(command: Command, answer: Answer) => void} onAnswer
 * @param {() => Worklike<TableMessage, Reply>} make  a worker
 * @returns {TableReader}
 */
export function createTables(onAnswer, make) {
  /** @type {Worklike<TableMessage, Reply> | undefined} */
  let worker;
  /**
   * The command that is not answered yet.
   *
   * @type {Command | undefined}
   */
  let pending;
  /**
   * The table that the worker has read, or is reading.
   *
   * @type {TableRequest | undefined}
   */
  let read;
  let lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;

  function end() {
    clearTimeout(slow);
    worker?.terminate();
    worker = read = pending = undefined;
  }

  function start() {
    worker = make();
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = () => giveUp({ kind: 'readerStopped' });
    return worker;
  }

  /**
   * Ends the worker, and refuses what it was reading.
   *
   * @param {Why} why
   */
  function giveUp(why) {
    const command = pending;
    end();
    if (command) onAnswer(command, { kind: 'refused', why, sentence: sentenceOf(why) });
  }

  /** @param {Reply} answer */
  function receive(answer) {
    if (answer.id !== lastId || !pending) return;
    const command = pending;
    pending = undefined;
    clearTimeout(slow);
    if (answer.kind === 'refused') read = undefined;
    onAnswer(command, told(answer));
  }

  return {
    ask(command, request) {
      const isRead = read && areSame(read, request);
      if (pending && !isRead) end();
      const { kind: _, text, ...rest } = request;
      pending = command;
      read = request;
      lastId += 1;
      clearTimeout(slow);
      slow = setTimeout(() => onAnswer(command, { kind: 'progress', done: 0 }), SLOW);
      (worker ?? start()).postMessage({ id: lastId, ...rest, ...(!isRead && { text }) });
    },

    cancel: () => giveUp({ kind: 'readingStopped' }),
  };
}
