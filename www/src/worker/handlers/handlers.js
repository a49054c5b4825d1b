/**
 * The types of handlers, and how their results become answers.
 *
 * @module
 */

/** @import { Answer, Answers, Message, Request } from '../../protocol/messages.js' */
/** @import { Position } from '../../protocol/position.js' */
/** @import { Core } from '../cores.js' */
/** @import { Sessions } from '../sessions.js' */

/**
 * The message of a request.
 *
 * @template {Request['kind']} K
 * @typedef {Extract<Message, { kind: K }>} MessageOf
 */

/**
 * Carries a message out.
 *
 * @template {Request['kind']} K
 * @template T  what it returns
 * @typedef {(message: MessageOf<K>, core: Core) => T | Promise<T>} Handler
 */

/**
 * Handlers by the kind of their request.
 *
 * @template {Request['kind']} K
 * @template T
 * @typedef {{ [Kind in K]: Handler<Kind, T> }} Handlers
 */

/**
 * Makes handlers answer with the view of the position they return.
 *
 * @template {Request['kind']} K
 * @param {Sessions} sessions
 * @param {Handlers<K, Position>} handlers
 * @returns {Handlers<K, Answer>}
 */
export const withView = (sessions, handlers) =>
  wrap(handlers, async ({ id }, position) => ({ kind: 'view', view: await sessions.show(id, position) }));

/**
 * Makes the handlers of questions answer with the value they return.
 *
 * @template {keyof Answers} K
 * @param {{ [Kind in K]: Handler<Kind, Answers[Kind]> }} handlers
 * @returns {Handlers<K, Answer>}
 */
export const withValue = (handlers) => wrap(handlers, (_, value) => ({ kind: 'answer', value }));

/**
 * @param {Record<string, Handler<any, any>>} handlers
 * @param {(message: Message, result: any) => Answer | Promise<Answer>} answer
 * @returns {any}
 */
const wrap = (handlers, answer) =>
  Object.fromEntries(
    Object.entries(handlers).map(([kind, handler]) => [
      kind,
      async (/** @type {Message} */ message, /** @type {Core} */ core) =>
        answer(message, await handler(message, core)),
    ]),
  );
