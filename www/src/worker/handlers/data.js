/**
 * Opening and changing data. Each handler returns the position that is shown afterwards.
 *
 * @module
 */
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

    changeSamples(message) {
      sessions.beginAgain((session, at) => stock.change(session, at, message));
      return ORIGIN;
    },
  });
