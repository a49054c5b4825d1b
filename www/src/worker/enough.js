/**
 * Which requests the small core is enough for.
 *
 * @module
 */
import { asksEtaOnly } from './inspect.js';

/** @import { Message } from '../protocol/messages.js' */

/** @type {Set<Message['kind']>} */
const SMALL = new Set(['open', 'show', 'move', 'visit', 'stop', 'hold', 'watch']);
/** Questions beside the steps, which need not wait for what only these need. @type {Set<Message['kind']>} */
const BESIDE = new Set(['inspect', 'survey', 'digit', 'proposeSeed', 'preview', 'rows']);

/** Whether the small core is enough. @param {Message} message */
export const isSmall = (message) =>
  SMALL.has(message.kind) ||
  (message.kind === 'inspect' && asksEtaOnly(message)) ||
  // Nothing of a core is needed to hang.
  (message.kind === 'fail' && message.how === 'hang');

/** Whether it can wait for the full core beside the others. @param {Message} message */
export const isBeside = (message) => BESIDE.has(message.kind) && !isSmall(message);
