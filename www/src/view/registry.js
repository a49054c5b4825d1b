/**
 * The parts of the page that are fetched when they are first shown: what draws them, by name. The state has
 * only the names of those that are there.
 *
 * @module
 */

/** @import { Later } from './screen/later.js' */
/** @import { Dispatch, PageState } from '../state/state.js' */

/** Draws a part of the page. @typedef {(state: PageState, dispatch: Dispatch) => unknown} Draw */

/** @type {Map<string, Draw>} */
const parts = new Map();

/**
 * Returns what draws a part, if it has been fetched.
 *
 * @param {string} name
 */
export const partOf = (name) => parts.get(name);

/**
 * Adds a part.
 *
 * @param {string} name
 * @param {Draw} draw
 */
export const register = (name, draw) => void parts.set(name, draw);

/** @type {Later | undefined} */
let fetched;

/** Returns what later steps need, if it has been fetched. */
export const laterPart = () => fetched;

/** Adds what later steps need. @param {Later} later */
export const addLater = (later) => void (fetched = later);
