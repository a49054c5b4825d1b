/**
 * The side column: its tabs, the panels in them, and what is chosen in these.
 *
 * @module
 */

/** @import { Settings } from './settings.js' */

/**
 * Choices made in panels that last as long as the visit.
 * @typedef {object} PanelChoices
 * @property {boolean} unfolded  whether long sums are written out
 * @property {boolean} logarithmic  whether costs and norms are drawn on a logarithmic axis
 * @property {{ output: number, at: number | undefined }} map  of the decision map: index of the output shown,
 *   and of the square pointed at
 * @property {number} h  what the gradient check adds to a parameter and subtracts from it
 * @property {number} sampleNumber  number of the evaluation sample that was opened last, from 1
 */

/** @type {PanelChoices} */
export const PANEL_CHOICES = Object.freeze({
  unfolded: false,
  logarithmic: false,
  map: { output: 0, at: undefined },
  h: 1e-5,
  sampleNumber: 1,
});

/**
 * The tabs of the side column, and the panels in each, in their order.
 *
 * @satisfies {Record<string, readonly string[]>}
 */
export const TABS = Object.freeze({
  inspect: ['cards', 'ledger'],
  miniBatch: ['batch', 'eta', 'gradient'],
  training: ['training', 'map', 'confusion'],
  code: ['code', 'gradient-check', 'conventions'],
  practise: ['published', 'predict', 'homework', 'draw'],
});

/** The name of a tab. @typedef {keyof typeof TABS} TabName */

/** @type {readonly TabName[]} */
export const TAB_NAMES = Object.freeze(/** @type {TabName[]} */ (Object.keys(TABS)));

/**
 * Returns the tab that a panel is in.
 *
 * @param {string} panel
 * @returns {TabName}
 */
export const tabOf = (panel) => TAB_NAMES.find((name) => TABS[name].includes(panel)) ?? 'inspect';

/**
 * Returns whether a panel is open, in the tab that is shown.
 *
 * @param {Pick<Settings, 'open' | 'tab'>} settings
 * @param {string} name
 */
export const isOpen = ({ open, tab }, name) => tabOf(name) === tab && open.includes(name);
