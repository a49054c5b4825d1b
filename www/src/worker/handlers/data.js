/**
 * Opening and changing data. Each handler returns the position that is shown afterwards.
 *
 * @module
 */
import { orRefused } from '../refusal.js';
import { ORIGIN } from '../sessions.js';
import { withView } from './handlers.js';

/** @import { Tools } from '../worker.js' */

/** @param {Tools} tools */
export const dataHandlers = ({ sessions, stock, loading, isCancelled }) =>
  withView(sessions, {
    async openData({ id, source, settings }) {
      const data = await stock.take(source, loading(id), isCancelled(id));
      sessions.beginAgain((session, at) => session.openData(at, data, settings));
      return ORIGIN;
    },

    async changeSamples(message, core) {
      const { changeSamples } = await orRefused(import('../change-samples.js'));
      sessions.beginAgain((session, at) => changeSamples(session, at, message, core, stock));
      return ORIGIN;
    },
  });
