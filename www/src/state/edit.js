/**
 * Requesting views, and editing the session.
 *
 * @module
 */
import { clearRefusal } from './feedback.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Request } from '../protocol/messages.js' */
/** @import { Arrival } from './playback.js' */
/** @import { Action, Next, PageState } from './state.js' */

/**
 * Requests a view from the worker.
 *
 * @param {PageState} state
 * @param {Request} request
 * @param {Arrival} waiting  how the view is shown
 * @param {string} [field]  where a refusal is shown
 * @returns {Next}
 */
export const requestView = (state, request, waiting, field) => ({
  state: patch(state, { playback: { waiting } }),
  commands: [{ request, field }],
});

/**
 * Opens a network that was typed. Undo brings the previous session back.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'openNetwork' }>} action
 * @returns {Next}
 */
export function openNetwork(state, { given, field }) {
  if (!state.view) return onlyState(state);
  const { position } = state.view.after;
  const ready = patch(clearRefusal(stopped(state), field), { ui: { resized: undefined } });
  return requestView(ready, { kind: 'openNetwork', position, given }, 'cut', field);
}

/**
 * Returns for each layer of a change of sizes the index of the layer shown that it continues, or -1. The
 * change itself gives indices into the sizes requested last, which may not be answered yet.
 *
 * @param {PageState} state
 * @param {readonly number[]} keptLayers
 */
const fromShown = ({ pending }, keptLayers) =>
  pending.keptLayers ? keptLayers.map((l) => pending.keptLayers?.[l] ?? -1) : keptLayers;

/**
 * Makes an edit at the position shown. A new seed or example goes to the start; any other edit keeps position
 * and t, and playing goes on.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'edit' }>} action
 * @param {boolean} [atEnd]  whether to make it after the last mini-batch of the run instead
 * @returns {Next}
 */
export function edit(state, { edit, continues = false, field, gesture }, atEnd = false) {
  if (!state.view) return onlyState(state);
  const { position, sizes } = state.view.after;
  const restarts = edit.kind === 'seed' || edit.kind === 'example';
  const keptLayers = edit.kind === 'sizes' ? fromShown(state, edit.keptLayers) : undefined;
  const resized = keptLayers && { from: sizes, keptLayers };
  const { pending } = state;
  const ready = patch(clearRefusal(restarts ? stopped(state) : state, field), {
    pending: {
      gesture,
      sizes: edit.kind === 'sizes' ? edit.sizes : pending.sizes,
      keptLayers: keptLayers ?? pending.keptLayers,
      conventions: edit.kind === 'conventions' ? edit : pending.conventions,
    },
    ui: { resized },
  });
  const at = atEnd ? undefined : position;
  return requestView(
    ready,
    { kind: 'edit', position: at, edit, continues },
    restarts ? 'cut' : 'keep',
    field,
  );
}
