/**
 * The core in two sizes. A small one, which a first visit fetches, opens an example and steps through it, to the same
 * bits as the whole one. The whole one comes when something else is asked for.
 *
 * @module
 */
import init, { Session as Opening, sigmoidCurve } from '../../pkg/opening.js';

/** @typedef {typeof import('../../pkg/backstep.js')} Core */

export { Opening, sigmoidCurve };

const NOT_FETCHED =
  'A part of the page could not be fetched, so nothing was changed. Try again when there is a connection.';

/** Settles when the small core can be used. */
export const ready = init({ module_or_path: new URL('../../pkg/opening_bg.wasm', import.meta.url) });

/**
 * The whole core.
 *
 * @returns {Promise<Core>}
 */
export async function fetchWhole() {
  try {
    const core = await import('../../pkg/backstep.js');
    await core.default({ module_or_path: new URL('../../pkg/backstep_bg.wasm', import.meta.url) });
    return core;
  } catch {
    throw new Error(NOT_FETCHED);
  }
}
