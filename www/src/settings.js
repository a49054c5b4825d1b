/**
 * Settings that are kept in this browser. Without a store, or with one that holds something else, they are simply not
 * kept.
 *
 * @module
 */

/** @import { Settings } from './state/state.js' */

const KEY = 'backstep settings';

/** Whether it is a number of decimals that can be chosen. @param {unknown} value */
const isDigits = (value) => Number.isInteger(value) && Number(value) >= 2 && Number(value) <= 17;

/** Whether it is a list of names of panels. @param {unknown} value */
function isNames(value) {
  return Array.isArray(value) && value.length < 40 && value.every((name) => typeof name === 'string');
}

/** Whether a kept value is one that the setting can have. @type {Record<keyof Settings, (value: unknown) => boolean>} */
const VALID = {
  digits: isDigits,
  places: isDigits,
  comma: (value) => typeof value === 'boolean',
  widths: (value) => value === 'auto' || value === 'linear' || value === 'log',
  letters: (value) => typeof value === 'boolean',
  precise: (value) => typeof value === 'boolean',
  background: (value) => typeof value === 'boolean',
  neurons: (value) => typeof value === 'boolean',
  open: isNames,
  hidden: isNames,
  order: isNames,
};

/**
 * @param {() => Pick<Storage, 'getItem'>} store  asked for here, because asking alone can be forbidden
 * @returns {Partial<Settings>}
 */
export function load(store) {
  try {
    const kept = JSON.parse(store().getItem(KEY) ?? '{}') ?? {};
    return Object.fromEntries(
      Object.entries(VALID).flatMap(([name, valid]) => (valid(kept[name]) ? [[name, kept[name]]] : [])),
    );
  } catch {
    return {};
  }
}

/**
 * @param {() => Pick<Storage, 'setItem'>} store
 * @param {Settings} settings
 */
export function save(store, settings) {
  try {
    store().setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser may forbid it or have no room. Then the settings last as long as the page.
  }
}
