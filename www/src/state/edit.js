/**
 * Asking the worker for a view, and editing the session.
 *
 * @module
 */
import { clearRefusal } from './feedback.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Request } from '../protocol/messages.js' */
/** @import { Arrival } from './playback.js' */
/** @import { Action, Next, PageState } from './state.js' */

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
  state: patch(state, { playback: { waiting } }),
  commands: [{ request, field }],
});

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
  const ready = patch(clearRefusal(stopped(state), field), { ui: { resized: undefined } });
  return ask(ready, { kind: 'openNetwork', position, given }, 'cut', field);
}

/**
 * Returns, for each layer of a change of sizes, which of the layers shown it continues, or -1. The change itself counts
 * the layers asked for last, whose answer may still be on its way.
 *
 * @param {PageState} state
 * @param {readonly number[]} keptLayers
 */
const fromShown = ({ pending: { keptLayers: asked } }, keptLayers) =>
  asked ? keptLayers.map((l) => asked[l] ?? -1) : keptLayers;

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
  const keptLayers = edit.kind === 'sizes' ? fromShown(state, edit.keptLayers) : undefined;
  const resized = keptLayers && { from: sizes, keptLayers };
  const { pending } = state;
  const ready = patch(clearRefusal(begins ? stopped(state) : state, field), {
    pending: {
      gesture,
      sizes: edit.kind === 'sizes' ? edit.sizes : pending.sizes,
      keptLayers: keptLayers ?? pending.keptLayers,
      conventions: edit.kind === 'conventions' ? edit : pending.conventions,
    },
    ui: { resized },
  });
  const at = atEnd ? undefined : position;
  return ask(ready, { kind: 'edit', position: at, edit, continues }, begins ? 'cut' : 'keep', field);
}
