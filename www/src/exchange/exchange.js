/**
 * The moment shown, in the address and in this browser's storage. What reads and writes it is fetched after
 * the first picture.
 *
 * @module
 */
import { exists } from '../notation/selection.js';
import { isMoving } from '../state/playback.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Answer } from '../protocol/messages.js' */
/** @import { Action, Command, Dispatch, PageState } from '../state/state.js' */
/** @import { Desk } from './desk.js' */

/**
 * Functions of the first modules that those fetched later use. Imported, each would be in a file of its own
 * where the page is published, and a first visit would fetch more.
 */
export const FUNCTIONS = { exists, isMoving };

/**
 * @typedef {object} Page
 * @property {Dispatch} dispatch
 * @property {() => PageState} now
 * @property {(command: Command) => void} ask
 * @property {(fingerprint: number) => Source | undefined} sourceOf  finds data that was opened
 */

/** Returns whether this browser may have a session to go on with. */
function mayHaveSession() {
  try {
    return sessionStorage['backstep session'] ?? localStorage['backstep last'];
  } catch {
    return undefined;
  }
}

/** A first visit opens the example and takes a step. What reads and writes moments is fetched after that. */
const FIRST = ['open', 'move'];
/** Requests that do not count as work of a person. */
const QUESTIONS = new Set(['inspect', 'survey']);

/** Returns whether an action is for the desk. @param {Action} action */
const isOfMoments = (action) =>
  ['saveFile', 'openFile', 'lesson', 'copy'].includes(action.type) ||
  (action.type === 'dialog' && action.dialog === 'share');

/** @param {Page} page */
export function createExchange(page) {
  /** Kinds of the requests answered so far, without questions. @type {string[]} */
  const answered = [];
  /** Actions carried out while the desk is fetched. @type {Action[]} */
  const missed = [];
  /** @type {Desk | undefined} */
  let desk;
  /** @type {Promise<Desk | undefined> | undefined} */
  let loading;

  /** Fetches what reads and writes. A failure is tried again the next time. */
  function load() {
    loading ??= import('./desk.js').then(
      ({ createDesk }) => {
        desk = createDesk({ ...page, ...FUNCTIONS });
        // What is shown now is written, whatever was missed.
        missed.push({ type: 'partLoaded', name: 'desk' });
        for (const action of missed.splice(0)) desk.after(action);
        return desk;
      },
      () => (loading = undefined),
    );
    return loading;
  }

  // Once the desk is there, it follows the address itself.
  addEventListener('hashchange', () => {
    if (!desk) void load().then((loaded) => loaded?.follow());
  });

  return {
    /**
     * Opens what the address or this browser has; the example if that is nothing.
     *
     * @param {Action} example
     */
    async begin(example) {
      const found = (location.hash || mayHaveSession()) && (await (await load())?.read());
      page.dispatch(example);
      // Asked for at once: the example is shown only if this is refused.
      if (found) page.dispatch(found);
    },

    /**
     * An action was carried out.
     *
     * @param {Action} action
     */
    after(action) {
      if (desk) return desk.after(action);
      if (isOfMoments(action)) void load();
      if (loading) missed.push(action);
    },

    /**
     * A command was answered.
     *
     * @param {Command} command
     * @param {Answer} answer
     */
    answered(command, answer) {
      const { kind } = command.request;
      if (!loading && !QUESTIONS.has(kind)) {
        answered.push(kind);
        if (answered.some((one, at) => one !== FIRST[at])) void load();
      }
      desk?.answered(command, answer);
    },
  };
}
