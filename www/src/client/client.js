/**
 * The page's side of the messages: hands each command back with its answer, and replaces a worker that has
 * died.
 *
 * @module
 */
import { longest } from '../protocol/work.js';
import * as words from '../words/en/recovery.js';
import { createRecovery } from './recovery.js';
import { createSaying } from './saying.js';
import { makeWorker } from './workers.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Answer, Reply, TableRequest } from '../protocol/messages.js' */
/** @import { Command } from '../state/state.js' */
/** @import { Worklike } from './workers.js' */

/** Requests that are not answered with a view. */
const WITHOUT_VIEW = new Set([
  ...['inspect', 'survey', 'digit', 'preview', 'rows', 'proposeSeed', 'history'],
  ...['stop', 'tune', 'hold', 'watch', 'fail'],
]);
/** Milliseconds without an answer after which a worker is replaced; big networks and data may take longer. */
export const PATIENCE = 2_000;
/** The same while a worker starts: the module has to be fetched first. */
const START_PATIENCE = 20_000;

/** @typedef {Extract<Answer, { kind: 'view' }>} ViewAnswer */

/**
 * @typedef {object} Events
 * @property {(command: Command, answer: Answer) => void} onAnswer  called with each answer and report of
 *   progress
 * @property {(sentence: string) => void} onNotice  called when a worker was replaced
 */

/**
 * Starts the worker.
 *
 * @param {Events} events
 * @param {() => Worklike} [make]  a worker
 * @returns {{ ask: (command: Command) => void, sourceOf: (fingerprint: number) => Source | undefined }}
 */
export function createClient({ onAnswer, onNotice }, make = () => makeWorker('worker')) {
  const answered = createSaying(onAnswer);
  const recovery = createRecovery();
  /** @type {Worklike | undefined} */
  let worker;
  /** Whether the worker has answered anything since it was started. */
  let hasAnswered = false;
  let lastId = 0;
  /** Id of the newest command that is answered with a view: only its answer may be shown. */
  let newest = 0;
  /**
   * Commands without an answer, by id.
   *
   * @type {Map<number, Command>}
   */
  const pending = new Map();
  /**
   * A view that came after a newer one was asked for. It is shown if that one is refused.
   *
   * @type {{ command: Command, answer: ViewAnswer } | undefined}
   */
  let overtaken;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /**
   * The reader of tables, fetched with the first table.
   *
   * @type {Promise<import('./table-reader.js').TableReader> | undefined}
   */
  let tables;

  function start() {
    hasAnswered = false;
    worker = make();
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = () => replace();
  }

  /**
   * @param {Command} command
   * @param {TableRequest} request
   */
  function askForTable(command, request) {
    tables ??= import('./table-reader.js').then(({ createTables }) =>
      createTables(onAnswer, () => makeWorker('reader')),
    );
    tables.then(
      ({ ask }) => ask(command, request),
      () => {
        tables = undefined;
        answered(command, { kind: 'refused', why: { kind: 'tablesNotFetched' } });
      },
    );
  }

  /** @param {Command} command */
  function ask(command) {
    const { request } = command;
    if (request.kind === 'table') return askForTable(command, request);
    if (request.kind === 'cancel')
      tables?.then(
        ({ cancel }) => cancel(),
        () => {},
      );
    if (!worker) return;
    const again = recovery.takeFailed();
    if (again) ask(again);
    if (recovery.isFatal(command)) return;
    const id = (lastId += 1);
    if (request.kind !== 'cancel') {
      const showsView = !WITHOUT_VIEW.has(request.kind);
      recovery.given(command, showsView);
      if (showsView) newest = id;
      pending.set(id, command);
      waitForAnswer();
    }
    worker.postMessage({ ...request, id });
  }

  /** Waits for the next answer from now on, as long as a command is pending. */
  function waitForAnswer() {
    clearTimeout(timer);
    if (pending.size === 0) return;
    const patience = hasAnswered ? PATIENCE : START_PATIENCE;
    const view = recovery.lastView();
    const longer = [...pending.values()].map((command) => command.patience ?? 0);
    const work = Math.max(view ? longest(view) : 0, ...longer);
    timer = setTimeout(() => replace(), patience + work);
  }

  /** @param {Reply} answer */
  function receive(answer) {
    hasAnswered = true;
    const { id, kind } = answer;
    const command = pending.get(id);
    if (!command) return;
    if (kind === 'dead') return replace(command);
    if (kind !== 'progress') pending.delete(id);
    waitForAnswer();
    if (kind === 'refused') recovery.refused(command);
    if (kind !== 'view') answered(command, answer);
    // A change that comes too late for its run is answered with a view, and is newer than the newest.
    else if (id >= newest) show(command, answer);
    else overtaken = { command, answer };
    if (kind === 'refused' && id === newest && overtaken) show(overtaken.command, overtaken.answer);
  }

  /**
   * @param {Command} command
   * @param {ViewAnswer} answer
   */
  function show(command, answer) {
    overtaken = undefined;
    recovery.shown(command, answer.view);
    answered(command, answer);
  }

  /**
   * Ends the worker, and starts another one where the last view was.
   *
   * @param {Command} [at]  the command it was working on: the oldest, since it takes one after the other
   */
  function replace(at = pending.values().next().value) {
    clearTimeout(timer);
    if (!worker) return;
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    worker = undefined;
    pending.clear();
    overtaken = undefined;
    const command = recovery.died(at, hasAnswered);
    if (!command) return onNotice(words.gaveUp);
    start();
    ask(command);
    onNotice(words.restarted);
  }

  start();
  return { ask, sourceOf: recovery.sourceOf };
}
