/**
 * How the page is laid out, and how the stage is drawn.
 *
 * @module
 */

/** @import { Resized } from '../scene/resized.js' */
/** @import { Widths } from '../scene/widths.js' */

/**
 * @typedef {object} Ui
 * @property {'help' | 'homework' | 'data' | undefined} dialog  the dialog that is open
 * @property {boolean} asTable  whether a table replaces the picture of the network
 * @property {boolean} presentation  whether the page is in presentation mode: bigger, and without controls
 * @property {boolean} newScreen  whether the page is the new screen, `screen.html`
 * @property {boolean} drawer  whether the side column of the new screen is open where it has no room of its
 *   own
 * @property {{ width: number, height: number }} room  px there are for the stage
 * @property {Widths} widthScale  from weights to the widths of edges
 * @property {Resized | undefined} resized  the last change of sizes, while the stage highlights it
 */

/** @type {Widths} */
const WIDTHS = { kind: 'linear', top: 1 };

/** @type {Ui} */
export const UI = Object.freeze({
  dialog: undefined,
  asTable: false,
  presentation: false,
  newScreen: false,
  drawer: false,
  room: { width: 960, height: 560 },
  widthScale: WIDTHS,
  resized: undefined,
});
