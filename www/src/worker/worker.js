/**
 * The worker that owns the session. It answers every message but `cancel`, in the order of `queue.js`, and
 * reports progress meanwhile.
 *
 * @module
 */
import { createCores } from './cores.js';
import { SIGN, createStock } from './data.js';
import { dataHandlers } from './handlers/data.js';
import { questionHandlers } from './handlers/questions.js';
import { runHandlers } from './handlers/runs.js';
import { sessionHandlers } from './handlers/session.js';
import { createQueue } from './queue.js';
import { isRefusal, orRefused } from './refusal.js';
import { createSessions } from './sessions.js';
import { SLICE, createSteering, steers, yieldToEvents } from './steering.js';

/** @import { Answer, Message, Reply, Request } from '../protocol/messages.js' */
/** @import { Handlers } from './handlers/handlers.js' */

/** @param {Reply} reply */
const post = (reply) => self.postMessage(reply);

/** Id of the newest message that cancels loading. */
let cancelled = 0;

/**
 * Reports progress until a promise settles, so that the page goes on waiting.
 *
 * @template T
 * @param {number} id
 * @param {Promise<T>} promise
 */
function reportUntil(id, promise) {
  const timer = setInterval(() => post({ id, kind: 'progress', done: 0 }), SIGN);
  return promise.finally(() => clearInterval(timer));
}

const stock = createStock(() => ({ ...cores.full(), base: new URL('../../data/', import.meta.url) }));
const sessions = createSessions((id, done) => tools.report(id, done), stock.titled);
const cores = createCores(sessions, reportUntil);
const steering = createSteering(post);

/** What handlers work with. */
const tools = {
  sessions,
  stock,
  steering,
  /**
   * Returns what reports the progress of loading.
   *
   * @param {number} id
   * @returns {(loaded: number, total: number | undefined) => void}
   */
  loading: (id) => (done, total) => post({ id, kind: 'progress', done, total }),
  /**
   * Returns whether loading was cancelled before it began.
   *
   * @param {number} id
   */
  isCancelled: (id) => cancelled > id,
  /**
   * Reports how many mini-batches are completed.
   *
   * @param {number} id
   * @param {number} done
   */
  report: (id, done) => post({ id, kind: 'progress', done }),
  isRefusal,
  slice: SLICE,
  yieldToEvents,
  /**
   * Tells the queue that a run has begun.
   *
   * @param {number} id
   */
  begun: (id) => queue.begun(id),
};

/** @typedef {typeof tools} Tools */

/** Fetches what a first visit does not need. */
const moments = async () => (await orRefused(import('./handlers/moments.js'))).momentHandlers(tools);

/** @type {Handlers<Exclude<Request['kind'], 'table' | 'cancel' | 'restart'>, Answer>} */
const HANDLERS = {
  ...sessionHandlers(tools),
  ...dataHandlers(tools),
  ...questionHandlers(tools),
  ...runHandlers(tools),
  openMoment: async (message, core) => (await moments()).openMoment(message, core),
  restore: async (message, core) => (await moments()).restore(message, core),
  fail({ how }, core) {
    if (how === 'hang') for (;;);
    core.failOnPurpose(how);
    return { kind: 'dead', message: '' };
  },
};

/**
 * Returns the answer to what cannot be done, or to what shows that the module is broken.
 *
 * @param {unknown} error
 * @returns {Answer}
 */
function answerTo(error) {
  return isRefusal(error)
    ? { kind: 'refused', why: error.why }
    : { kind: 'dead', message: String(error), start: /** @type {any} */ (error)?.start };
}

const queue = createQueue({
  async answer(message) {
    const { id } = message;
    /** @type {import('./handlers/handlers.js').Handler<any, Answer>} */
    const handler = HANDLERS[/** @type {keyof typeof HANDLERS} */ (message.kind)];
    post({ id, ...(await cores.answer(message, handler).catch(answerTo)) });
  },
  steer(message) {
    try {
      steering.steer(message);
    } catch (error) {
      post({ id: message.id, ...answerTo(error) });
    }
  },
  isOn: steering.isOn,
  prepare: cores.prepare,
});

self.addEventListener('message', ({ data }) => {
  const message = /** @type {Message} */ (data);
  if (message.kind === 'cancel') {
    cancelled = message.id;
    return stock.cancel();
  }
  if (!steers(message)) steering.giveWay(message.id);
  queue.receive(message);
});
