/**
 * Settings that are stored in this browser. They are not stored where the browser forbids it, and a stored
 * value that the setting cannot have is ignored.
 *
 * @module
 */

import { TAB_NAMES } from './state/panels.js';

/** @import { Settings } from './state/state.js' */

const KEY = 'backstep settings';

/**
 * Returns whether it is a number of decimals that can be chosen.
 *
 * @param {unknown} value
 */
const isDigits = (value) => Number.isInteger(value) && Number(value) >= 2 && Number(value) <= 17;

/**
 * Returns whether it is a list of names of panels.
 *
 * @param {unknown} value
 */
const isNames = (value) =>
  Array.isArray(value) && value.length < 40 && value.every((name) => typeof name === 'string');

/** @param {unknown} value */
const isBoolean = (value) => typeof value === 'boolean';

/**
 * Whether a setting can have a value.
 *
 * @type {Record<keyof Settings, (value: unknown) => boolean>}
 */
const VALID = {
  digits: isDigits,
  places: isDigits,
  comma: isBoolean,
  letters: isBoolean,
  numbers: (value) => value === 'step' || value === 'all' || value === 'none',
  precise: isBoolean,
  background: isBoolean,
  neurons: isBoolean,
  open: isNames,
  sections: isNames,
  tab: (value) => TAB_NAMES.some((name) => name === value),
};

/**
 * Reads the settings that are stored and valid.
 *
 * @param {() => Pick<Storage, 'getItem'>} store  a function, because a browser may forbid even to name its
 *   store
 * @returns {Partial<Settings>}
 */
export function load(store) {
  try {
    const stored = JSON.parse(store().getItem(KEY) ?? '{}') ?? {};
    const valid = Object.entries(VALID).filter(([name, isValid]) => isValid(stored[name]));
    return Object.fromEntries(valid.map(([name]) => [name, stored[name]]));
  } catch {
    return {};
  }
}

/**
 * Stores the settings, if the browser allows it and has room.
 *
 * @param {() => Pick<Storage, 'setItem'>} store
 * @param {Settings} settings
 */
export function save(store, settings) {
  try {
    store().setItem(KEY, JSON.stringify(settings));
  } catch {
    // Then the settings last as long as the page.
  }
}
