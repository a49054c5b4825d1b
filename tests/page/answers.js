/**
 * Makes the actions that the client dispatches for answers of the worker.
 *
 * @module
 */

/** @import { Answers, Request } from '../../www/src/protocol/messages.js' */
/** @import { Running } from '../../www/src/protocol/run.js' */
/** @import { View } from '../../www/src/protocol/view.js' */
/** @import { Action, Command } from '../../www/src/state/state.js' */

/** @type {Request} */
const ANY = { kind: 'undo' };

/**
 * Returns a request of which only its kind matters.
 *
 * @param {Request['kind']} kind
 */
export const ofKind = (kind) => /** @type {Request} */ (/** @type {unknown} */ ({ kind }));

/**
 * A view is shown.
 *
 * @param {View} view
 * @param {string} [field]
 * @returns {Action}
 */
export const answered = (view, field) => ({
  type: 'answer',
  command: { request: ANY, field },
  answer: { kind: 'view', view },
});

/**
 * A question is answered.
 *
 * @param {Answers[keyof Answers]} value
 * @param {Command} command
 * @returns {Action}
 */
export const replied = (value, command) => ({ type: 'answer', command, answer: { kind: 'answer', value } });

/**
 * A run reports.
 *
 * @param {Running} running
 * @param {string} [field]
 * @returns {Action}
 */
export const reported = (running, field) => ({
  type: 'answer',
  command: { request: ANY, field },
  answer: { kind: 'progress', done: running.completed, running },
});

/**
 * A part has been loaded.
 *
 * @param {Request} request
 * @param {number} done  bytes
 * @param {number} [total]
 * @returns {Action}
 */
export const loading = (request, done, total) => ({
  type: 'answer',
  command: { request },
  answer: { kind: 'progress', done, total },
});
