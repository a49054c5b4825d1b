/**
 * The core in two sizes. A small one, which a first visit fetches, opens an example and steps through it, to the same
 * bits as the full core. The full core comes when something else is asked for.
 *
 * @module
 */
import init, { Session as Opening, sigmoidCurve } from '../../pkg/opening.js';

/** @typedef {typeof import('../../pkg/backstep.js')} Core */

export { Opening, sigmoidCurve };

/** Milliseconds after which nothing more is expected to come. */
const PATIENCE = 30_000;

const NOT_FETCHED =
  'A part of the page could not be fetched, so nothing was changed. Try again when there is a connection; if that does not help, reload the page.';

/** Settles when the small core can be used. */
export const ready = init({ module_or_path: new URL('../../pkg/opening_bg.wasm', import.meta.url) });

/** The module and its bindings. The bindings come last: a browser may remember for good that they did not. */
async function moduleAndBindings() {
  const answer = await fetch(new URL('../../pkg/backstep_bg.wasm', import.meta.url));
  if (!answer.ok) throw new Error(answer.statusText);
  const module = await answer.arrayBuffer();
  return { module, core: await import('../../pkg/backstep.js') };
}

/**
 * The full core.
 *
 * @returns {Promise<Core>}
 * @throws {Error} with one sentence, if it does not come
 */
export async function fetchFull() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let watch;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    watch = setTimeout(reject, PATIENCE, new Error('It takes too long.'));
  });
  const { module, core } = await Promise.race([moduleAndBindings(), late])
    .catch((cause) => {
      throw new Error(NOT_FETCHED, { cause });
    })
    .finally(() => clearTimeout(watch));
  await core.default({ module_or_path: module });
  return core;
}
