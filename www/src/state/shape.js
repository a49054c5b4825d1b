/**
 * The layout of the network shown, in the room there is.
 *
 * @module
 */
import { layout } from '../scene/layout.js';

/** @import { View } from '../engine/protocol.js' */
/** @import { PageState } from './state.js' */

/** In a lecture hall everything is this much bigger. */
const PRESENTER_ZOOM = 1.35;

/** How much bigger the stage is drawn. @param {PageState} state */
const zoomOf = (state) => (state.presenting ? PRESENTER_ZOOM : 1);

/**
 * @param {PageState} state
 * @param {View} view
 */
export function shapeOf(state, view) {
  const zoom = zoomOf(state);
  const room = { width: state.room.width / zoom, height: state.room.height / zoom };
  return layout(view.after.sizes, room, state.settings.digits);
}
