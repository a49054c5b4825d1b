/**
 * The core in two sizes, and which of them answers a message. No other module knows that there are two.
 *
 * A first visit fetches the small core, which opens an example and steps through it, to the same bits as the
 * full core. The full core is fetched with the first message that needs it, and takes the session over.
 *
 * @module
 */
import init, { Session, sigmoidCurve } from '../../pkg/opening.js';
import { isRefusal, orRefused } from './refusal.js';

/** @import { Message } from '../protocol/messages.js' */

/** @typedef {typeof import('../../pkg/backstep.js')} Core */

export { sigmoidCurve };

/** Milliseconds after which the full core is no longer waited for. */
const PATIENCE = 30_000;

/** Requests that the small core can answer. */
const FOR_SMALL = new Set(['open', 'show', 'move', 'visit', 'stop', 'hold', 'watch']);
/** Questions that wait for the full core beside the queue, so that steps need not wait for them. */
const QUESTIONS = new Set(['inspect', 'survey', 'digit', 'proposeSeed', 'preview', 'rows', 'history']);

/** The small core. It has only the functions of the full one that the messages it answers need. */
const small = /** @type {Core} */ (/** @type {unknown} */ ({ Session, sigmoidCurve }));

/** Milliseconds to wait until the small core is fetched again. */
const PAUSES = [300, 1_500];

/**
 * Fetches the small core. What a browser has stored may be damaged: it is left out from the second time on.
 *
 * @param {number} [attempt]
 * @returns {Promise<void>}
 */
async function fetchSmall(attempt = 0) {
  const url = new URL('../../pkg/opening_bg.wasm', import.meta.url);
  try {
    await init({ module_or_path: fetch(url, { cache: attempt > 0 ? 'reload' : 'default' }) });
  } catch (cause) {
    const pause = PAUSES[attempt];
    if (!pause) throw Object.assign(new TypeError(), { start: String(cause) });
    await new Promise((resume) => setTimeout(resume, pause));
    await fetchSmall(attempt + 1);
  }
}

const smallIsReady = fetchSmall();

/**
 * Returns whether the small core can answer a message.
 *
 * @param {Message} message
 */
function isForSmall(message) {
  switch (message.kind) {
    case 'inspect':
      return Object.keys(message.questions).every((name) => name === 'curve');
    case 'survey':
      return Object.values(message.wants).every((wanted) => !wanted);
    case 'fail':
      // An endless loop needs no core.
      return message.how === 'hang';
    default:
      return FOR_SMALL.has(message.kind);
  }
}

/**
 * Returns the part of a question that the small core can answer, where there is one.
 *
 * @param {Message} message
 * @returns {Message}
 */
function partForSmall(message) {
  switch (message.kind) {
    case 'inspect':
      return { ...message, questions: { curve: message.questions.curve } };
    case 'survey':
      return { ...message, wants: { map: false, neurons: false, confusion: false, norms: false } };
    default:
      return message;
  }
}

/**
 * Fetches the module, then its bindings: a browser may remember that a script could not be imported.
 *
 * @param {RequestCache} cache
 * @returns {Promise<Core>}
 */
async function fetchFiles(cache) {
  const answer = await fetch(new URL('../../pkg/backstep_bg.wasm', import.meta.url), { cache });
  if (!answer.ok) throw new Error(answer.statusText);
  // What arrives may be another file, or half of this one.
  const module = await WebAssembly.compile(await answer.arrayBuffer());
  const core = await import('../../pkg/backstep.js');
  await core.default({ module_or_path: module });
  return core;
}

/**
 * Fetches the full core.
 *
 * @param {RequestCache} cache
 * @returns {Promise<Core>}
 * @throws {Error} with a sentence, if it cannot be fetched
 */
async function fetchFull(cache) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, PATIENCE, new Error('late'));
  });
  return orRefused(Promise.race([fetchFiles(cache), late])).finally(() => clearTimeout(timer));
}

/**
 * The session that moves from one core to the other.
 *
 * @typedef {object} Movable
 * @property {(core: Core) => number} takeOver  opens it in another core; returns how many mini-batches to
 *   complete there
 * @property {(id: number, target: number) => Promise<void>} complete
 */

/**
 * @param {Movable} session
 * @param {<T>(id: number, promise: Promise<T>) => Promise<T>} reportUntil  reports progress until a promise
 *   settles
 */
export function createCores(session, reportUntil) {
  /**
   * The full core, once it has taken over.
   *
   * @type {Core | undefined}
   */
  let full;
  /** @type {Promise<Core> | undefined} */
  let fetching;
  /** @type {RequestCache} */
  let cache = 'default';

  /** Fetches the full core, again if it could not be fetched before. */
  function fetched() {
    fetching ??= fetchFull(cache).catch((error) => {
      fetching = undefined;
      cache = 'reload';
      throw error;
    });
    return fetching;
  }

  /**
   * Returns the full core, after it has taken over.
   *
   * @param {number} id
   */
  async function useFull(id) {
    if (full) return full;
    const core = await reportUntil(id, fetched());
    const completed = session.takeOver(core);
    full = core;
    if (completed > 0) await session.complete(id, completed);
    return core;
  }

  /**
   * Returns the core that answers a message.
   *
   * @param {Message} message
   */
  async function coreFor(message) {
    await reportUntil(message.id, smallIsReady);
    return full ?? (isForSmall(message) ? small : useFull(message.id));
  }

  return {
    /**
     * Answers a message with the core it needs. The small core returns errors without text: then the full
     * core repeats the request to get the message.
     *
     * @template T
     * @param {Message} message
     * @param {(message: Message, core: Core) => T | Promise<T>} answer
     */
    async answer(message, answer) {
      const core = await coreFor(message);
      try {
        return await answer(message, core);
      } catch (error) {
        if (core !== small || !isRefusal(error)) throw error;
        return answer(message, await useFull(message.id));
      }
    },

    /**
     * Fetches the full core for a question that needs it. Returns the question, or the part of it that the
     * small core can answer if the full one could not be fetched; nothing if the question need not wait.
     *
     * @param {Message} message
     * @returns {Promise<Message> | undefined}
     */
    prepare(message) {
      if (full || !QUESTIONS.has(message.kind) || isForSmall(message)) return undefined;
      return reportUntil(message.id, fetched()).then(
        () => message,
        () => partForSmall(message),
      );
    },

    /** Returns the full core, which every message has that needs more than the small one. */
    full() {
      if (!full) throw new Error('missing');
      return full;
    },
  };
}
