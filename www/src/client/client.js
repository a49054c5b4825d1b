/**
 * The one module that speaks to the worker. It keeps order, watches over the worker, and replaces one that has
 * died.
 *
 * @module
 */
import { longest } from '../protocol/work.js';
import { makeWorker } from './workers.js';

/** @import { Answer, Inspection, LoadRequest, Message, Preview, Request, Rows, Running, Source, TableRequest, View } from '../protocol/messages.js' */
/** @import { ImportResult } from '../tables/importer.js' */
/** @import { Digit, Survey } from '../worker/survey.js' */
/** @import { Worklike } from './workers.js' */

/** Requests that are answered with something else than a view. */
const WITHOUT_VIEW = new Set([
  ...['proposeSeed', 'inspect', 'survey', 'digit', 'preview', 'rows'],
  ...['stop', 'tune', 'hold', 'watch', 'fail'],
]);
/** Questions beside what is shown: they are asked by panels, again and again. */
const QUESTIONS = new Set(['inspect', 'survey']);
/** Milliseconds without a word after which a worker is given up; with big networks and data it may take longer. */
export const PATIENCE = 2_000;
/** The same while a worker starts: the module has to be fetched first. */
const START_PATIENCE = 20_000;

const STARTED_AGAIN =
  'The computing part stopped and was started again. You are where you were; only what could be undone is gone.';
const GAVE_UP =
  'The computing part stopped and could not be started again. Reload the page; if that does not help, use another browser.';
const UNFETCHED = 'What reads tables could not be fetched: is there a connection?';

/** Why a run went no further. @typedef {{ message: string, diverged: boolean }} Stop */

/**
 * @typedef {object} Events
 * @property {(view: View, request: Request, stop?: Stop) => void} view
 * @property {(sentence: string, request: Request, diverged: boolean) => void} refused
 * @property {(seed: number) => void} seed
 * @property {(inspection: Inspection, request: Request) => void} inspected
 * @property {(completed: number, running: Running | undefined, request: Request) => void} progress
 * @property {(survey: Survey, request: Request) => void} surveyed
 * @property {(digit: Digit, request: Request) => void} digit
 * @property {(preview: Preview, request: Request) => void} previewed
 * @property {(rows: Rows) => void} rows
 * @property {(read: ImportResult, request: TableRequest) => void} read
 * @property {(loaded: number, total: number | undefined, request: LoadRequest) => void} loading
 * @property {(sentence: string) => void} notice
 */

/** @param {{ message?: string, diverged?: boolean }} answer @returns {Stop | undefined} */
const stopOf = ({ message, diverged = false }) => (message === undefined ? undefined : { message, diverged });

/**
 * Starts the worker.
 *
 * @param {Events} events
 * @param {() => Worklike} [make]  a worker
 * @returns {{ ask: (request: Request) => void }}
 */
export function createClient(events, make = () => makeWorker('worker')) {
  /** @type {Worklike | undefined} */
  let worker;
  let lastId = 0;
  /** Id of the newest request that is answered with a view: only its answer may be shown. */
  let newest = 0;
  /** @type {Map<number, Request>} */
  const asked = new Map();
  /** @type {{ view: View, request: Request, stop: Stop | undefined } | undefined} an overtaken answer, kept in case the newest is refused */
  let held;
  /** @type {View | undefined} */
  let lastGood;
  /** @type {Request | undefined} */
  let first;
  /** Data that was opened, by its fingerprint, to be given again to another worker. @type {Map<number, Source>} */
  const sources = new Map();
  let restoring = false;
  /** What another worker could not do, because the full core did not come. @type {Request | undefined} */
  let unrestored;
  let heard = false;
  /** The question that a worker died of: another one would too. @type {string | undefined} */
  let deadly;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watch;

  function start() {
    heard = false;
    worker = make();
    worker.onmessage = ({ data }) => receive(data);
    worker.onerror = () => replace();
  }

  /** Who has tables read. @type {Promise<ReturnType<typeof import('./table-reader.js').createTables>> | undefined} */
  let tables;

  /** @param {TableRequest} request */
  function askForTable(request) {
    tables ??= import('./table-reader.js').then(({ createTables }) =>
      createTables(events, () => makeWorker('reader')),
    );
    tables.then(
      ({ ask }) => ask(request),
      () => {
        tables = undefined;
        events.refused(UNFETCHED, request, false);
      },
    );
  }

  /** @param {Request} request */
  function ask(request) {
    if (request.kind === 'table') return askForTable(request);
    if (request.kind === 'cancel')
      tables?.then(
        ({ cancel }) => cancel(),
        () => {},
      );
    if (!worker) return;
    if (unrestored) {
      const again = unrestored;
      unrestored = undefined;
      ask(again);
    }
    if (deadly !== undefined && QUESTIONS.has(request.kind) && JSON.stringify(request) === deadly) return;
    // Who goes on or changes something may ask again.
    if (!WITHOUT_VIEW.has(request.kind) && request.kind !== 'restore') deadly = undefined;
    const id = (lastId += 1);
    if (request.kind === 'cancel') return worker.postMessage({ ...request, id });
    first ??= request;
    if (!WITHOUT_VIEW.has(request.kind)) newest = id;
    asked.set(id, request);
    watchOver();
    worker.postMessage({ ...request, id });
  }

  /** Waits for the next word from now on, as long as something was asked. */
  function watchOver() {
    clearTimeout(watch);
    if (asked.size === 0) return;
    const patience = heard ? PATIENCE : START_PATIENCE;
    watch = setTimeout(() => replace(), patience + (lastGood ? longest(lastGood) : 0));
  }

  /** @param {Answer} answer */
  function receive(answer) {
    heard = true;
    const request = asked.get(answer.id);
    if (!request) return;
    if ('progress' in answer) {
      watchOver();
      if (request.kind === 'preview' || request.kind === 'openData') {
        return events.loading(answer.progress, answer.total, request);
      }
      events.progress(answer.progress, answer.running, request);
      return;
    }
    if (!answer.ok && answer.dead) return replace(request);
    asked.delete(answer.id);
    watchOver();
    if (!answer.ok) {
      if (request.kind === 'restore') unrestored = request;
      events.refused(answer.message, request, answer.diverged === true);
      if (held && answer.id === newest) show(held.view, held.request, held.stop);
    } else if ('inspection' in answer) {
      events.inspected(answer.inspection, request);
    } else if ('survey' in answer) {
      events.surveyed(answer.survey, request);
    } else if ('digit' in answer) {
      events.digit(answer.digit, request);
    } else if ('preview' in answer) {
      events.previewed(answer.preview, request);
    } else if ('rows' in answer) {
      events.rows(answer.rows);
    } else if ('seed' in answer) {
      events.seed(answer.seed);
    } else if ('running' in answer) {
      if (answer.running) events.progress(answer.running.completed, answer.running, request);
    } else if (answer.id >= newest) {
      // A change that comes too late for its run is answered with a view.
      show(answer.view, request, stopOf(answer));
    } else {
      held = { view: answer.view, request, stop: stopOf(answer) };
    }
  }

  /**
   * @param {View} view
   * @param {Request} request
   * @param {Stop | undefined} stop
   */
  function show(view, request, stop) {
    held = undefined;
    // A single-sample session is not restored.
    if (!view.singleSample) lastGood = view;
    restoring = false;
    if (request.kind === 'openData') sources.set(view.data.fingerprint, request.source);
    events.view(view, request, stop);
  }

  /** What another worker needs to go on. @param {View} view @returns {Request} */
  function again({ journal, after, data }) {
    const source = sources.get(data.fingerprint);
    return { kind: 'restore', journal, position: after.position, ...(source && { source }) };
  }

  /**
   * Gives the worker up and puts another in its place, where the last good answer left off.
   *
   * @param {Request} [at]  what it was at; it takes one after the other
   */
  function replace(at = asked.values().next().value) {
    clearTimeout(watch);
    if (!worker) return;
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    worker = undefined;
    deadly = at && QUESTIONS.has(at.kind) ? JSON.stringify(at) : undefined;
    asked.clear();
    held = undefined;
    if (restoring || !first || (!lastGood && !heard)) {
      events.notice(GAVE_UP);
      return;
    }
    start();
    restoring = true;
    ask(lastGood ? again(lastGood) : first);
    events.notice(STARTED_AGAIN);
  }

  start();
  return { ask };
}
