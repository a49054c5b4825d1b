/**
 * What has been fetched on demand.
 *
 * @module
 */

/**
 * @typedef {object} Fetched
 * @property {readonly string[]} parts  names of the parts of the page that have been fetched;
 *   `view/registry.js` has their draw functions
 * @property {Record<string, string>} sources  text of source files by name
 */

/** @type {Fetched} */
export const FETCHED = Object.freeze({ parts: [], sources: {} });
