/**
 * Has tables read by a worker of their own. Only the newest is of interest: another one, or a word to stop, ends what
 * is being read.
 *
 * @module
 */

/** @import { ImportRequest, ImportResult } from '../tables/importer.js' */
/** @import { TableRequest } from '../protocol/messages.js' */
/** @import { Worklike } from './workers.js' */

/** @typedef {ImportRequest & { id: number }} Message */
/** @typedef {{ id: number, read: ImportResult, sentence?: undefined } | { id: number, sentence: string, read?: undefined }} Answered */

/**
 * @typedef {object} Events
 * @property {(read: ImportResult, request: TableRequest) => void} read
 * @property {(sentence: string, request: TableRequest, diverged: boolean) => void} refused
 * @property {(loaded: number, total: undefined, request: TableRequest) => void} loading
 */

/** Milliseconds after which whoever waits is told to. */
export const SLOW = 400;
const STOPPED = 'Reading was stopped; nothing was changed.';
const BROKEN = 'This table could not be read: the browser stopped it, which may be for its size.';

/** @param {TableRequest} one @param {TableRequest} other */
const areSame = (one, other) =>
  one.text === other.text && JSON.stringify(one.dialect) === JSON.stringify(other.dialect);

/**
 * @param {Events} events
 * @param {() => Worklike<Message, Answered>} make  a worker
 */
export function createTables(events, make) {
  /** @type {Worklike<Message, Answered> | undefined} */
  let worker;
  /** What has been asked and not been answered. @type {TableRequest | undefined} */
  let open;
  /** What the worker has read, or is reading. @type {TableRequest | undefined} */
  let held;
  let id = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;

  function end() {
    clearTimeout(slow);
    worker?.terminate();
    worker = held = open = undefined;
  }

  function start() {
    worker = make();
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = () => openNetwork(BROKEN);
    return worker;
  }

  /** What is open is given up. @param {string} sentence */
  function openNetwork(sentence) {
    const request = open;
    end();
    if (request) events.refused(sentence, request, false);
  }

  /** @param {Answered} answer */
  function receive({ id: of, read, sentence }) {
    if (of !== id || !open) return;
    const request = open;
    open = undefined;
    clearTimeout(slow);
    if (read) return events.read(read, request);
    held = undefined;
    events.refused(sentence, request, false);
  }

  return {
    /** @param {TableRequest} request */
    ask(request) {
      const known = held && areSame(held, request);
      if (open && !known) end();
      const { kind: _, text, ...rest } = request;
      open = held = request;
      id += 1;
      clearTimeout(slow);
      slow = setTimeout(() => events.loading(0, undefined, request), SLOW);
      (worker ?? start()).postMessage({ id, ...rest, ...(!known && { text }) });
    },

    /** Stops what is being read, if anything is. */
    cancel: () => openNetwork(STOPPED),
  };
}
