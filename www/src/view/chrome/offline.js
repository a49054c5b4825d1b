/**
 * Says once that the connection is gone, and that what is open keeps working.
 *
 * @module
 */
import { offline } from '../../words/en/trouble.js';

/** @import { Dispatch } from '../../state/state.js' */

/** @param {Dispatch} dispatch */
export const watchConnection = (dispatch) =>
  addEventListener('offline', () =>
    dispatch({ type: 'notice', notice: { sentence: offline, passing: true } }),
  );
