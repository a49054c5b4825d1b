/**
 * The parts of the page that are fetched when they are first shown: what draws them, by name. The state has
 * only the names of those that are there.
 *
 * @module
 */

/** @import { Draw } from './panels/panel.js' */

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
