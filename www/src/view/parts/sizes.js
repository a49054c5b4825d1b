/**
 * Changes of the layer sizes: one neuron less or more, a typed size, a layer removed or added.
 *
 * @module
 */
/** @import { Dispatch, PageState } from '../../state/state.js' */
/** @typedef {ReturnType<typeof sizesEditor>['change']} SizeChanges */

/** The limits of the core; it refuses more by itself too. */
export const MOST_LAYERS = 8;
export const MOST_NEURONS = 1024;
/** Neurons of a layer that is added. */
const NEW_LAYER = 2;

/**
 * Returns the changes of `sizes`. They take a layer's index on the stage; `indexOf` gives its index in
 * `sizes`, −1 for a layer that is about to be removed, which can no more be changed.
 *
 * @param {readonly number[]} sizes
 * @param {(l: number) => number} indexOf
 * @param {Dispatch} dispatch
 */
function changesOf(sizes, indexOf, dispatch) {
  const all = sizes.map((_, l) => l);
  /**
   * @param {number[]} next
   * @param {number[]} keptLayers
   * @param {string} [field]  where a refusal is shown
   */
  const resize = (next, keptLayers, field = 'sizes') =>
    dispatch({ type: 'edit', edit: { kind: 'sizes', sizes: next, keptLayers }, field });
  /** @param {(index: number) => void} change */
  const ifThere = (change) => (/** @type {number} */ l) => {
    if (indexOf(l) >= 0) change(indexOf(l));
  };
  /**
   * @param {number} l
   * @param {number} size
   * @param {string} [field]
   */
  const set = (l, size, field) => ifThere((at) => resize(sizes.with(at, size), all, field))(l);
  return {
    set,
    remove: ifThere((at) => resize(sizes.toSpliced(at, 1), all.toSpliced(at, 1))),
    insert: ifThere((at) => resize(sizes.toSpliced(at, 0, NEW_LAYER), all.toSpliced(at, 0, -1))),
  };
}

/**
 * Returns the sizes to show, with those requested but not answered yet, and the changes of them. Who types
 * faster than the worker answers goes on from what was requested last.
 *
 * @param {readonly number[]} shown  sizes of the layers on the stage
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function sizesEditor(shown, state, dispatch) {
  const { sizes: wanted = shown, keptLayers: wantedLayers } = state.pending;
  const indexOf = (/** @type {number} */ l) => (wantedLayers ? wantedLayers.indexOf(l) : l);
  const sizes = shown.map((size, l) => wanted[indexOf(l)] ?? size);
  return { sizes, change: changesOf(wanted, indexOf, dispatch) };
}
