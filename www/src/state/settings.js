/**
 * Settings, which are kept in this browser.
 *
 * @module
 */

/** @import { Style } from '../notation/format.js' */

/**
 * @typedef {object} OwnSettings
 * @property {'auto' | 'linear' | 'log'} widths  how the width of an edge grows with its weight
 * @property {boolean} letters  whether single letters are keys
 * @property {'step' | 'all' | 'none'} numbers  which numbers stand on the new screen's stage: those of the
 *   step, all,
 *   none
 * @property {boolean} precise  whether cards show every digit
 * @property {number} places  decimals in the list of every intermediate
 * @property {boolean} background  whether a run goes on while the page is hidden
 * @property {boolean} neurons  whether each neuron shows its own decision map
 * @property {readonly string[]} open  panels that are open
 * @property {readonly string[]} sections  unfolded sections of panels: `chain` and `matrix` of the
 *   equation, `rust` of the code
 * @property {readonly string[]} hidden  panels that are not shown
 * @property {readonly string[]} order  of the panels that were moved
 */

/** @typedef {Style & OwnSettings} Settings */

/** @type {Settings} */
export const SETTINGS = Object.freeze({
  digits: 3,
  comma: false,
  widths: 'auto',
  letters: true,
  numbers: 'step',
  precise: false,
  places: 6,
  background: true,
  neurons: false,
  open: ['published', 'equation', 'batch', 'cards', 'ledger', 'eta'],
  sections: [],
  hidden: [],
  order: [],
});
