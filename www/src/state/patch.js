/**
 * Functions that build the next state; a state itself is never changed.
 *
 * @module
 */

/** @import { Next, PageState } from './state.js' */

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

/**
 * Returns a state without commands for the worker.
 *
 * @param {PageState} state
 * @returns {Next}
 */
export const onlyState = (state) => ({ state, commands: [] });
