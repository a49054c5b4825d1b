/**
 * Reads and writes moments: when the page opens, when a person asks for it, and whenever the page rests.
 *
 * @module
 */
import { dataKey } from '../protocol/journal.js';
import { LESSON_EXAMPLE } from '../lesson/stops.js';
import { createAddressBar, entryOf } from './address-bar.js';
import { createKeeper } from './keeper.js';
import { isComplete, isLink, linkOf, readLink } from './link.js';
import { momentOf } from './moment.js';
import { lookingAt, notOpened, opening, progress, questionFor, welcome } from './opening.js';
import { copied, notCopied, notSaved, wrong } from '../words/en/exchange.js';

/** @import { Answer, Request } from '../protocol/messages.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { MomentOrigin } from '../state/exchange.js' */
/** @import { Action, Command, PageState } from '../state/state.js' */
/** @import { Page } from './exchange.js' */
/** @import { Moment } from './moment.js' */

/** Milliseconds of rest before a moment is written, and the least between two times. */
const REST = 300;
const BETWEEN = 1_000;
/** Milliseconds after which a saved file is no longer kept in memory. */
const REVOKE = 60_000;

/** @typedef {Page & typeof import('./exchange.js').FUNCTIONS} WholePage */

/**
 * Returns whether there is a moment that can be written.
 *
 * @param {PageState} state
 */
const isReady = ({ view, playback, run }) =>
  view !== undefined && playback.waiting === undefined && !run.current;

/**
 * Returns what belongs to the moment that a state shows. The values are compared one by one.
 *
 * @param {PageState} state
 */
function partsOf({ view, settings, focus, playback, ui, lesson }) {
  const { t, pace, speed, direction } = playback;
  const { asTable, presentation } = ui;
  const { selection, pins } = focus;
  return [view, settings, selection, pins, t, pace, speed, direction, asTable, presentation, lesson.stop];
}

/** @param {WholePage} page */
export function createDesk(page) {
  const { dispatch, now, sourceOf } = page;
  /**
   * Who waits for the answer to a request.
   *
   * @type {Map<Request, (answer: Answer) => void>}
   */
  const waiting = new Map();
  const addressBar = createAddressBar(now);
  const keeper = createKeeper(page, ask);
  /** @type {ReturnType<typeof partsOf>} */
  let written = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = -Infinity;
  let newest = 0;
  /**
   * The stop of the lesson that the page was called with, until there is a view.
   *
   * @type {number | undefined}
   */
  let calledStop;

  /**
   * Asks the worker.
   *
   * @param {Request} request
   * @returns {Promise<Answer>}
   */
  function ask(request) {
    return new Promise((resolve) => {
      waiting.set(request, resolve);
      page.ask({ request });
    });
  }

  /**
   * Returns whether nothing moves.
   *
   * @param {PageState} state
   */
  const isAtRest = (state) => isReady(state) && !state.playback.playing && !page.isMoving(state);

  /** @param {string} sentence @returns {Action} */
  const saying = (sentence) => ({ type: 'notice', notice: { sentence } });

  /**
   * Returns the action that opens a moment, with data that was opened before.
   *
   * @param {Moment} moment
   * @param {MomentOrigin} origin
   * @returns {Action}
   */
  function open(moment, origin) {
    const key = dataKey(moment.journal);
    const source = moment.source ?? (key === undefined ? undefined : sourceOf(key));
    return opening({ ...moment, source }, origin);
  }

  /**
   * Returns the action that opens the link in the address, or says why it cannot be opened.
   *
   * @returns {Promise<Action>}
   */
  async function openLink() {
    try {
      const moment = await readLink(location.hash);
      addressBar.has(moment);
      return open(moment, 'link');
    } catch (error) {
      written = [];
      return saying(notOpened('link', error));
    }
  }

  /**
   * Shows a link in the menu.
   *
   * @param {PageState} state
   * @param {Moment} moment
   * @param {string} hash
   */
  function show({ view }, moment, hash) {
    const { origin, pathname, search } = location;
    const link = `${origin}${pathname}${search}${hash}`;
    if (view) dispatch({ type: 'linked', linked: { link, view, complete: isComplete(moment) } });
  }

  /** Finds the link of the moment shown, for the menu. */
  async function share() {
    const state = now();
    const moment = momentOf(state, sourceOf);
    if (moment) show(state, moment, await linkOf(moment));
  }

  /**
   * Writes the moment of a state, unless it is written.
   *
   * @param {PageState} state
   */
  async function write(state) {
    const parts = partsOf(state);
    if (parts.every((part, at) => Object.is(part, written[at]))) return;
    const moment = momentOf(state, sourceOf);
    if (!moment) return;
    written = parts;
    last = performance.now();
    const turn = (newest += 1);
    const link = await linkOf(moment);
    if (turn !== newest) return;
    if (now().ui.dialog === 'share') show(state, moment, link);
    addressBar.write(state, moment, link, keeper.session());
    await keeper.keep(state, moment);
  }

  /**
   * Opens a file.
   *
   * @param {Blob} file
   */
  async function openFile(file) {
    try {
      const { MOST_BYTES, readFile } = await import('./file.js');
      if (file.size > MOST_BYTES) throw new Error(wrong.tooBig);
      dispatch(open(readFile(new Uint8Array(await file.arrayBuffer())), 'file'));
    } catch (error) {
      dispatch(saying(notOpened('file', error)));
    }
  }

  /** @param {string} text */
  async function copy(text) {
    let sentence = copied;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      sentence = notCopied;
    }
    // What was copied is told until the next step.
    dispatch({ type: 'notice', notice: { sentence, passing: true } });
  }

  /** Saves the moment shown as a file. */
  async function saveFile() {
    const moment = momentOf(now(), sourceOf);
    if (!moment) return;
    try {
      const { fileOf } = await import('./file.js');
      const url = URL.createObjectURL(new Blob([fileOf(moment)], { type: 'application/zip' }));
      const name = (moment.title ?? now().view?.after.example ?? 'session').replaceAll(/[^\w-]+/g, '-');
      Object.assign(document.createElement('a'), { href: url, download: `${name}.backstep` }).click();
      setTimeout(() => URL.revokeObjectURL(url), REVOKE);
    } catch (error) {
      dispatch(saying(`${notSaved} ${error instanceof Error ? error.message : String(error)}`));
    }
  }

  /**
   * Returns the file of a moment among files that were dropped or pasted. Others are left to the page.
   *
   * @param {DataTransfer | null} transfer
   */
  const fileIn = (transfer) => [...(transfer?.files ?? [])].find(({ name }) => /\.backstep$/i.test(name));

  /** The browser went to another entry of its history, or somebody changed the address. */
  async function follow() {
    const moment = addressBar.follow();
    const stop = stopOf(location.hash);
    if (stop !== undefined) dispatch({ type: 'lesson', stop });
    else if (moment) dispatch(open(moment, 'history'));
    else if (isLink(location.hash)) dispatch(await openLink());
  }

  /**
   * Learns what the lesson's example is. If the page opened with something else, that is known only once the
   * example is opened again.
   *
   * @param {Command} command
   * @param {View} view
   */
  function learnExample({ request, moment }, { journal }) {
    const { beginning } = now().lesson;
    const opens = request.kind === 'edit' && request.edit.kind === 'example' && request.edit.name;
    if (moment && beginning === journal)
      dispatch({ type: 'look', groups: { lesson: { beginning: new Float64Array() } } });
    else if (opens === LESSON_EXAMPLE && beginning?.length === 0)
      dispatch({ type: 'look', groups: { lesson: { beginning: journal } } });
  }

  // It may have been opened before.
  if (now().ui.dialog === 'share') void share();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden || !isReady(now())) return;
    const moment = momentOf(now(), sourceOf);
    if (moment) keeper.keepAtOnce(now(), moment);
    void write(now());
  });
  document.addEventListener('dragover', (event) => {
    // Otherwise the browser would leave the page for the file.
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const file = fileIn(event.dataTransfer);
    if (event.defaultPrevented && !file) return;
    event.preventDefault();
    if (file) void openFile(file);
  });
  document.addEventListener('paste', (event) => {
    const file = fileIn(event.clipboardData);
    if (file) void openFile(file);
  });
  addEventListener('popstate', () => void follow());
  addEventListener('hashchange', () => {
    // Browsers tell of most of them twice.
    if (addressBar.isNew()) void follow();
  });

  return {
    follow,

    /**
     * Returns the action that opens what the page was called with: a link, or else what the browser has kept.
     *
     * @returns {Promise<Action | undefined>}
     */
    async read() {
      const { hash } = location;
      const isOwn = isLink(hash) && keeper.isOf(entryOf(history.state).session);
      if (hash !== '' && !isOwn) {
        keeper.beginAnew();
        calledStop = stopOf(hash);
        return isLink(hash) ? openLink() : undefined;
      }
      const kept = await keeper.read();
      if (!kept) return undefined;
      if ('sentence' in kept) return saying(kept.sentence);
      addressBar.has(kept);
      return open(kept, 'storage');
    },

    /**
     * An action was carried out.
     *
     * @param {Action} action
     */
    after(action) {
      if (action.type === 'openFile') void openFile(action.file);
      if (action.type === 'copy') void copy(action.text);
      if (action.type === 'saveFile') void saveFile();
      if (action.type === 'dialog' && action.dialog === 'share') void share();
      addressBar.showStop(now().lesson.stop);
      if (isAtRest(now()))
        timer ??= setTimeout(
          () => {
            timer = undefined;
            if (isAtRest(now())) void write(now());
          },
          Math.max(REST, last + BETWEEN - performance.now()),
        );
    },

    /**
     * A command was answered.
     *
     * @param {Command} command
     * @param {Answer} answer
     */
    answered(command, answer) {
      const { request, moment, origin = 'link', total } = command;
      if (answer.kind === 'progress') {
        if (total !== undefined) dispatch(progress(answer.done, total));
        return;
      }
      waiting.get(request)?.(answer);
      waiting.delete(request);
      if (answer.kind === 'view') {
        const { view } = answer;
        learnExample(command, view);
        if (moment) dispatch(lookingAt(moment, (selection) => page.exists(selection, view.after.sizes)));
        if (moment && origin === 'storage') dispatch(welcome(moment));
        if (calledStop !== undefined) dispatch({ type: 'lesson', stop: calledStop });
        calledStop = undefined;
      }
      if (answer.kind !== 'refused' || !moment) return;
      // The address follows what is shown.
      written = [];
      dispatch(
        answer.needs
          ? questionFor(moment, origin, answer.needs)
          : saying(notOpened(origin, new Error(answer.sentence))),
      );
    },
  };
}

/**
 * Returns the stop of the lesson that an address leads to, from 0.
 *
 * @param {string} hash
 */
function stopOf(hash) {
  const stop = /^#lesson-(\d+)$/.exec(hash)?.[1];
  return stop === undefined ? undefined : Number(stop) - 1;
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
