/**
 * Moments that are opened, from a link, a file or this browser's storage, and the link to the moment shown.
 *
 * @module
 */

/** @import { View } from '../protocol/view.js' */

/** Where a moment comes from. @typedef {'link' | 'file' | 'storage' | 'history'} MomentOrigin */

/**
 * A link, of which view it is, and whether it has all that is needed to open it.
 *
 * @typedef {{ link: string, view: View, complete: boolean }} Linked
 */

/**
 * @typedef {object} Exchange
 * @property {Linked | undefined} linked  the newest link
 */

/** @type {Exchange} */
export const EXCHANGE = Object.freeze({ linked: undefined });
