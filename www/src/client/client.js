/**
 * The page's side of the messages: hands each command back with its answer, and replaces a worker that has
 * died.
 *
 * @module
 */
import { longest } from '../protocol/work.js';
import { createSaying } from './saying.js';
import { makeWorker } from './workers.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Answer, Reply, TableRequest } from '../protocol/messages.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Action, Command } from '../state/state.js' */
/** @import { Recovery } from './recovery.js' */
/** @import { Worklike } from './workers.js' */

/** Requests that come with others, and are no reason to start a worker. */
const ASIDE = ['inspect', 'survey', 'rows', 'history', 'stop', 'tune', 'hold', 'watch', 'fail'];
/** Requests of a first visit: it opens an example and moves, and what is open beside it asks. */
const FIRST = ['open', 'move', 'inspect'];
/** Requests that are not answered with a view. */
const WITHOUT_VIEW = new Set([...ASIDE, 'digit', 'preview', 'proposeSeed']);
/** Milliseconds without an answer after which a worker is replaced; big networks and data may take longer. */
export const PATIENCE = 2_000;
/** The same while a worker starts: the module has to be fetched first. */
const START_PATIENCE = 20_000;
/**
 * A timer that is later than this does not count: the page was stopped, and perhaps the worker with it, which
 * has had no time to answer.
 */
export const LATE = 1_000;

/** @typedef {Extract<Answer, { kind: 'view' }>} ViewAnswer */

/**
 * @typedef {object} Events
 * @property {(command: Command, answer: Answer) => void} onAnswer  called with each answer and report of
 *   progress
 * @property {(action: Action) => void} dispatch  for what is said and done when a worker was replaced
 */

/**
 * How a worker died: it was silent for too long or ended with an error, its module broke or could not be
 * started, or it could not bring the session back; or there is none and a person wants another.
 *
 * @typedef {{ kind: 'silent' | 'dead' | 'refused' | 'restart', start?: string }} Death
 */

/**
 * What another worker needs to go on.
 *
 * @typedef {object} Memory
 * @property {Command | undefined} first  the first command, with which another begins if there was no view
 * @property {View | undefined} home  the last view of the session itself
 * @property {View | undefined} shown  the last view, also of a single sample
 * @property {Map<number, Source>} sources  data that was opened, by fingerprint
 */

/**
 * Starts the worker.
 *
 * @param {Events} events
 * @param {() => Worklike} [make]  a worker
 * @param {() => number} [now]  milliseconds
 * @returns {{ ask: (command: Command) => void, sourceOf: (fingerprint: number) => Source | undefined }}
 */
export function createClient(
  { onAnswer, dispatch },
  make = () => makeWorker('worker'),
  now = () => performance.now(),
) {
  const answered = createSaying(onAnswer);
  /** @type {Memory} */
  const memory = {
    ...{ first: undefined, home: undefined, shown: undefined },
    sources: new Map(),
  };
  /** @type {Worklike | undefined} */
  let worker;
  /** Whether the worker has answered anything since it was started. */
  let hasAnswered = false;
  let isReplacing = false;
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
   * Commands that the next worker gets.
   *
   * @type {Command[]}
   */
  let held = [];
  /**
   * A view that came after a newer one was asked for. It is shown if that one is refused.
   *
   * @type {{ command: Command, answer: ViewAnswer } | undefined}
   */
  let overtaken;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** What replaces workers, fetched with the first work of a person. @type {Recovery | undefined} */
  let recovery;
  /** @type {Promise<Recovery | undefined> | undefined} */
  let fetching;
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
    worker.onerror = () => void replace();
  }

  function fetchRecovery() {
    fetching ??= import('./recovery.js').then(
      ({ createRecovery }) => (recovery = createRecovery(memory, onAnswer, dispatch)),
      () => (fetching = undefined),
    );
    return fetching;
  }

  /** @param {Command} command */
  const refuse = (command) => answered(command, { kind: 'refused', why: { kind: 'partNotFetched' } });

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
        refuse(command);
      },
    );
  }

  /** @param {Command} command */
  function ask(command) {
    const { request } = command;
    const { kind } = request;
    if (kind === 'table') return askForTable(command, request);
    if (kind === 'cancel')
      tables?.then(
        ({ cancel }) => cancel(),
        () => {},
      );
    if (!worker) {
      if (kind === 'cancel') return;
      held.push(command);
      if (!ASIDE.includes(kind)) void replace(undefined, { kind: 'restart' });
      return;
    }
    if (kind === 'restart' || recovery?.isFatal(command, !WITHOUT_VIEW.has(kind))) return;
    const id = (lastId += 1);
    if (kind !== 'cancel') {
      memory.first ??= command;
      if (!WITHOUT_VIEW.has(kind)) newest = id;
      if (!FIRST.includes(kind)) void fetchRecovery();
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
    const longer = [...pending.values()].map((command) => command.patience ?? 0);
    const work = Math.max(memory.home ? longest(memory.home) : 0, ...longer);
    const due = now() + patience + work;
    timer = setTimeout(() => (now() > due + LATE ? waitForAnswer() : void replace()), patience + work);
  }

  /** @param {Reply} answer */
  function receive(answer) {
    hasAnswered = true;
    const { id, kind } = answer;
    const command = pending.get(id);
    if (!command) return;
    if (kind === 'dead') return void replace(command, answer);
    if (kind !== 'progress') pending.delete(id);
    waitForAnswer();
    // It is said what becomes of it, which no refusal may hide.
    if (kind === 'refused' && command.request.kind === 'restore')
      return void replace(command, { kind: 'refused' });
    recovery?.remember(command, answer);
    if (kind === 'view') remember(command, answer.view);
    if (kind !== 'view') answered(command, answer);
    // A change that comes too late for its run is answered with a view, and is newer than the newest.
    else if (id >= newest) show(command, answer);
    else overtaken = { command, answer };
    if (kind === 'refused' && id === newest && overtaken) show(overtaken.command, overtaken.answer);
    if (kind === 'view') recovery?.shown(answer);
  }

  /**
   * @param {Command} command
   * @param {ViewAnswer} answer
   */
  function show(command, answer) {
    overtaken = undefined;
    answered(command, answer);
  }

  /**
   * Remembers what another worker needs of a view.
   *
   * @param {Command} command
   * @param {View} view
   */
  function remember({ request }, view) {
    memory.shown = view;
    if (!view.singleSample) memory.home = view;
    if ('source' in request && request.source) memory.sources.set(view.data.fingerprint, request.source);
  }

  /**
   * Ends the worker, and starts another one where the last was.
   *
   * @param {Command} [at]  the command it was working on: the oldest, since it takes one after the other
   * @param {Death} [death]
   */
  async function replace(at = pending.values().next().value, death = { kind: 'silent' }) {
    clearTimeout(timer);
    if (worker) {
      worker.onmessage = worker.onerror = null;
      worker.terminate();
      worker = undefined;
    }
    held.unshift(...pending.values());
    pending.clear();
    overtaken = undefined;
    if (isReplacing) return;
    isReplacing = true;
    const found = await fetchRecovery();
    isReplacing = false;
    const left = held;
    held = [];
    if (!found) return left.forEach(refuse);
    const commands = found.died(at, death, hasAnswered, left);
    if (!commands) return;
    start();
    commands.forEach(ask);
  }

  start();
  return { ask, sourceOf: (fingerprint) => memory.sources.get(fingerprint) };
}
