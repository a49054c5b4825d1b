/**
 * Asking the worker, and editing: pure functions of state.
 *
 * @module
 */

/** @import { Request } from '../protocol/messages.js' */
/** @import { Action, Arrival, Next, PageState } from './state.js' */

/**
 * Asks for a view.
 *
 * @param {PageState} state
 * @param {Request} request
 * @param {Arrival} waiting
 * @param {string} [field]  where a refusal is shown
 * @returns {Next}
 */
export const ask = (state, request, waiting, field) => ({
  state: { ...state, waiting },
  commands: [{ request, field }],
});

/** Stops all motion where it is. @param {PageState} state @returns {PageState} */
export const stopped = (state) => ({ ...state, playing: false, motion: 0, rest: 0, presses: [] });

/**
 * @param {Record<string, string>} refusals
 * @param {string | undefined} field
 */
export function without(refusals, field) {
  if (field === undefined || !(field in refusals)) return refusals;
  const { [field]: _, ...rest } = refusals;
  return rest;
}

/**
 * Begins again with what somebody typed; undo brings back what was.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'openNetwork' }>} action
 * @returns {Next}
 */
export function openNetwork(state, { given, field }) {
  if (!state.view) return { state, commands: [] };
  const { position } = state.view.after;
  const ready = { ...stopped(state), refusals: without(state.refusals, field), resized: undefined };
  return ask(ready, { kind: 'openNetwork', position, given }, 'cut', field);
}

/**
 * A change of sizes told from the layers shown, though another may be on its way.
 *
 * @param {PageState} state
 * @param {readonly number[]} keptLayers  of what was asked for last
 */
const since = ({ wantedLayers }, keptLayers) =>
  wantedLayers ? keptLayers.map((l) => wantedLayers[l] ?? -1) : keptLayers;

/**
 * An edit is made at the position shown. A new beginning goes there; everything else stays where it is, and
 * goes on playing.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'edit' }>} action
 * @param {boolean} [atEnd]  whether it is made at the end of what has been run instead
 * @returns {Next}
 */
export function edit(state, { edit, continues = false, field, gesture }, atEnd = false) {
  if (!state.view) return { state, commands: [] };
  const { position, sizes } = state.view.after;
  const begins = edit.kind === 'seed' || edit.kind === 'example';
  const keptLayers = edit.kind === 'sizes' ? since(state, edit.keptLayers) : undefined;
  const resized = keptLayers && { from: sizes, keptLayers };
  const wanted = edit.kind === 'sizes' ? edit.sizes : state.wanted;
  const wantedLayers = keptLayers ?? state.wantedLayers;
  const wantedConventions = edit.kind === 'conventions' ? edit : state.wantedConventions;
  const refusals = without(state.refusals, field);
  const ready = {
    ...(begins ? stopped(state) : state),
    refusals,
    gesture,
    resized,
    wanted,
    wantedLayers,
    wantedConventions,
  };
  const at = atEnd ? undefined : position;
  return ask(ready, { kind: 'edit', position: at, edit, continues }, begins ? 'cut' : 'keep', field);
}
