/**
 * How the page is laid out, and how the stage is drawn.
 *
 * @module
 */

/** @import { Resized } from '../scene/resized.js' */

/** @typedef {'examples' | 'share' | 'run' | 'speed' | 'more'} Menu */

/**
 * @typedef {object} Ui
 * @property {'help' | 'homework' | 'data' | Menu | undefined} dialog  the dialog or menu that is open
 * @property {boolean} asTable  whether a table replaces the picture of the network
 * @property {boolean} presentation  whether the page is in presentation mode: bigger, and without controls
 * @property {boolean} phone  whether the screen is as narrow as a phone's
 * @property {boolean} drawer  whether the side column is open where it has no room of its own
 * @property {boolean} tall  whether it fills the screen of a phone
 * @property {{ width: number, height: number }} room  px there are for the stage
 * @property {Resized | undefined} resized  the last change of sizes, while the stage highlights it
 */

/** @type {Ui} */
export const UI = Object.freeze({
  dialog: undefined,
  asTable: false,
  presentation: false,
  phone: false,
  drawer: false,
  tall: false,
  room: { width: 960, height: 560 },
  resized: undefined,
});
