/**
 * Panels beside the stage: which are shown, in which order, and what is chosen in them.
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
 * Returns whether a panel is shown and open.
 *
 * @param {Pick<Settings, 'open' | 'hidden'>} settings
 * @param {string} name
 */
export const isOpen = ({ open, hidden }, name) => open.includes(name) && !hidden.includes(name);

/**
 * Sorts names in the order the user has chosen. A name that is not in it, because it is newer, keeps its
 * place after the name that it follows by default.
 *
 * @param {readonly string[]} names  in the default order
 * @param {readonly string[]} order
 * @returns {string[]}
 */
export function orderPanels(names, order) {
  const sorted = order.filter((name, at) => names.includes(name) && order.indexOf(name) === at);
  names.forEach((name, at) => {
    if (sorted.includes(name)) return;
    sorted.splice(at === 0 ? 0 : sorted.indexOf(String(names[at - 1])) + 1, 0, name);
  });
  return sorted;
}

/**
 * Moves a name one place up (−1) or down (1), if it is not at the end already.
 *
 * @param {readonly string[]} order
 * @param {string} name
 * @param {1 | -1} by
 * @returns {string[]}
 */
export function movePanel(order, name, by) {
  const from = order.indexOf(name);
  const to = Math.min(order.length - 1, Math.max(0, from + by));
  const others = order.filter((other) => other !== name);
  return [...others.slice(0, to), name, ...others.slice(to)];
}
