/**
 * Replacing fields of the state, which is never changed itself.
 *
 * @module
 */

/** @import { PageState } from './state.js' */

/**
 * New values for some fields of some groups.
 * @typedef {{ [G in Exclude<keyof PageState, 'view'>]?: Partial<PageState[G]> }} Patch
 */

/**
 * Returns the state with these fields replaced. Groups and fields that are not named stay the same objects.
 *
 * @param {PageState} state
 * @param {Patch} groups
 * @returns {PageState}
 */
export function patch(state, groups) {
  const changed = Object.entries(groups).map(([name, fields]) => [
    name,
    { ...state[/** @type {keyof Patch} */ (name)], ...fields },
  ]);
  return { ...state, ...Object.fromEntries(changed) };
}
