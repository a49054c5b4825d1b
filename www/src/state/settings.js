/**
 * Settings, which are kept in this browser.
 *
 * @module
 */

/** @import { Style } from '../notation/format.js' */
/** @import { TabName } from './panels.js' */

/**
 * @typedef {object} OwnSettings
 * @property {boolean} letters  whether single letters are keys
 * @property {'step' | 'all' | 'none'} numbers  which numbers stand on the stage: those of the step, all,
 *   none
 * @property {boolean} precise  whether cards show every digit
 * @property {number} places  decimals in the list of every intermediate
 * @property {boolean} background  whether a run goes on while the page is hidden
 * @property {boolean} neurons  whether each neuron shows its own decision map
 * @property {readonly string[]} open  panels that are open
 * @property {readonly string[]} sections  unfolded sections of panels: `rust` of the code
 * @property {TabName} tab  the tab of the side column that is shown
 */

/** @typedef {Style & OwnSettings} Settings */

/** @type {Settings} */
export const SETTINGS = Object.freeze({
  digits: 3,
  comma: false,
  letters: true,
  numbers: 'step',
  precise: false,
  places: 6,
  background: true,
  neurons: false,
  open: ['cards', 'ledger', 'batch', 'eta', 'training', 'code', 'published'],
  sections: [],
  tab: 'inspect',
});
