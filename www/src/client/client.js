/**
 * The page's side of the messages: hands each command back with its answer, and replaces a worker that has
 * died.
 *
 * @module
 */
import { longest } from '../protocol/work.js';
import { makeWorker } from './workers.js';

/** @import { Answer, Reply, Source, TableRequest, View } from '../protocol/messages.js' */
/** @import { Command } from '../state/state.js' */
/** @import { Worklike } from './workers.js' */

/** Questions of panels, which are asked again and again. */
const QUESTIONS = new Set(['inspect', 'survey']);
/** Requests that are not answered with a view. */
const WITHOUT_VIEW = new Set([
  ...QUESTIONS,
  ...['digit', 'preview', 'rows', 'proposeSeed'],
  ...['stop', 'tune', 'hold', 'watch', 'fail'],
]);
/** Milliseconds without an answer after which a worker is replaced; big networks and data may take longer. */
export const PATIENCE = 2_000;
/** The same while a worker starts: the module has to be fetched first. */
const START_PATIENCE = 20_000;

const STARTED_AGAIN =
  'The computing part stopped and was started again. You are where you were; only what could be undone is gone.';
const GAVE_UP =
  'The computing part stopped and could not be started again. Reload the page; if that does not help, use another browser.';
const UNFETCHED = 'What reads tables could not be fetched: is there a connection?';

/**
 * Returns the question a command asks, as JSON, to be compared.
 *
 * @param {Command} command
 * @returns {string | undefined}
 */
const questionOf = ({ request }) => (QUESTIONS.has(request.kind) ? JSON.stringify(request) : undefined);

/** @typedef {Extract<Answer, { kind: 'view' }>} ViewAnswer */

/**
 * @typedef {object} Events
 * @property {(command: Command, answer: Answer) => void} onAnswer  called with each answer, and while one is
 *   worked on
 * @property {(sentence: string) => void} onNotice  called when a worker was replaced
 */

/**
 * Starts the worker.
 *
 * @param {Events} events
 * @param {() => Worklike} [make]  a worker
 * @returns {{ ask: (command: Command) => void }}
 */
export function createClient({ onAnswer, onNotice }, make = () => makeWorker('worker')) {
  /** @type {Worklike | undefined} */
  let worker;
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
  /**
   * The last view of the session itself, from which another worker goes on.
   *
   * @type {View | undefined}
   */
  let lastView;
  /**
   * The first command, with which another worker begins if there was no view yet.
   *
   * @type {Command | undefined}
   */
  let first;
  /**
   * Data that was opened, by fingerprint: another worker needs it again.
   *
   * @type {Map<number, Source>}
   */
  const sources = new Map();
  let isRestoring = false;
  /**
   * A restore that was refused because the full core could not be fetched.
   *
   * @type {Command | undefined}
   */
  let failedRestore;
  /** Whether the worker has answered anything since it was started. */
  let hasAnswered = false;
  /**
   * The question at which the last worker died. It is not asked again: the next worker would die of it too.
   *
   * @type {string | undefined}
   */
  let fatalQuestion;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function start() {
    hasAnswered = false;
    worker = make();
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = () => replace();
  }

  /**
   * Fetched with the first table.
   *
   * @type {Promise<import('./table-reader.js').TableReader> | undefined}
   */
  let tables;

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
        onAnswer(command, { kind: 'refused', message: UNFETCHED, diverged: false });
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
    if (failedRestore) {
      const again = failedRestore;
      failedRestore = undefined;
      ask(again);
    }
    if (fatalQuestion !== undefined && fatalQuestion === questionOf(command)) return;
    const showsView = !WITHOUT_VIEW.has(request.kind);
    // After a move or a change the question may be asked again.
    if (showsView && request.kind !== 'restore') fatalQuestion = undefined;
    const id = (lastId += 1);
    if (request.kind === 'cancel') return worker.postMessage({ ...request, id });
    first ??= command;
    if (showsView) newest = id;
    pending.set(id, command);
    waitForAnswer();
    worker.postMessage({ ...request, id });
  }

  /** Waits for the next answer from now on, as long as a command is pending. */
  function waitForAnswer() {
    clearTimeout(timer);
    if (pending.size === 0) return;
    const patience = hasAnswered ? PATIENCE : START_PATIENCE;
    timer = setTimeout(() => replace(), patience + (lastView ? longest(lastView) : 0));
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
    // A change that comes too late for its run is answered with a view, and is newer than the newest.
    if (kind === 'view') {
      if (id >= newest) show(command, answer);
      else overtaken = { command, answer };
      return;
    }
    if (kind === 'refused' && command.request.kind === 'restore') failedRestore = command;
    onAnswer(command, answer);
    if (kind === 'refused' && id === newest && overtaken) show(overtaken.command, overtaken.answer);
  }

  /**
   * @param {Command} command
   * @param {ViewAnswer} answer
   */
  function show(command, answer) {
    const { view } = answer;
    const { request } = command;
    overtaken = undefined;
    isRestoring = false;
    // A single-sample session is not in the journal and cannot be restored.
    if (!view.singleSample) lastView = view;
    if (request.kind === 'openData') sources.set(view.data.fingerprint, request.source);
    onAnswer(command, answer);
  }

  /**
   * Returns the command with which another worker goes on from a view.
   *
   * @param {View} view
   * @returns {Command}
   */
  function restore({ journal, after, data }) {
    const source = sources.get(data.fingerprint);
    return { request: { kind: 'restore', journal, position: after.position, ...(source && { source }) } };
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
    fatalQuestion = at && questionOf(at);
    pending.clear();
    overtaken = undefined;
    if (isRestoring || !first || (!lastView && !hasAnswered)) return onNotice(GAVE_UP);
    start();
    isRestoring = true;
    ask(lastView ? restore(lastView) : first);
    onNotice(STARTED_AGAIN);
  }

  start();
  return { ask };
}
