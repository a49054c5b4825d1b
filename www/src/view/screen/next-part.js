/**
 * What Next will do in detail: the part of the step that comes.
 *
 * @module
 */
import { coming } from '../../captions/coming.js';
import { partsOf } from '../../captions/part.js';
import { layoutOf } from '../../state/layout.js';
import * as words from '../../words/en/parts.js';
import { draw } from './caption.js';

/** @import { PageState } from '../../state/state.js' */

/**
 * Returns which part of its step comes next in detail, from 0, and all of them; none at another pace.
 *
 * @param {PageState} state
 */
function partsShown(state) {
  const { view, playback } = state;
  if (!view || playback.pace !== 'detail') return { at: 0, parts: [] };
  const { nodes } = layoutOf(state, view);
  const parts = partsOf(view.after, (layer) =>
    nodes.filter((node) => node.layer === layer).map(({ neuron }) => neuron),
  );
  return { at: Math.ceil(playback.t * parts.length - 1e-9), parts };
}

/** Returns which part comes next, from 0. @param {PageState} state */
export const comingPartAt = (state) => partsShown(state).at;

/** Draws what comes next; nothing at the end of a step. @param {PageState} state */
export function comingPart(state) {
  const { at, parts } = partsShown(state);
  const part = parts[at];
  return state.view && part && coming(state.view.after, part, words).map((piece) => draw(piece));
}
