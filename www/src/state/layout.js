/**
 * The layout of the network shown, for the size of the stage.
 *
 * @module
 */
import { layoutFor } from '../scene/layout.js';
import { layoutOf as netLayoutOf } from '../scene/net-layout.js';

/** @import { View } from '../protocol/view.js' */
/** @import { Layout } from '../scene/layout.js' */
/** @import { PageState } from './state.js' */

/** How much bigger the stage is drawn in presentation mode. */
const PRESENTATION_ZOOM = 1.35;
/** Size in px from which on the drawing is enlarged instead of given more room. */
const FULL = { width: 1200, height: 700 };

/**
 * Returns how much bigger than its layout the stage is drawn.
 *
 * @param {PageState} state
 */
export function zoomOf({ ui: { presentation, room } }) {
  const grown = Math.max(1, Math.min(room.width / FULL.width, room.height / FULL.height));
  return presentation ? grown * PRESENTATION_ZOOM : grown;
}

/**
 * Returns the layout of the network shown.
 *
 * @param {PageState} state
 * @param {View} view
 */
export function layoutOf(state, view) {
  const zoom = zoomOf(state);
  const room = { width: state.ui.room.width / zoom, height: state.ui.room.height / zoom };
  return layoutFor(view.after.sizes, room, state.settings.digits);
}

/** Height in px of the line of the layers above the picture of the new screen. */
const ARCHITECTURE = 30;
/** That picture has so much height at least, in px. */
const LEAST_HEIGHT = 120;

/** Returns the px there are for the picture of the new screen. @param {Pick<PageState, 'ui'>} state */
export const pictureRoom = ({ ui: { room } }) => ({
  width: room.width,
  height: Math.max(LEAST_HEIGHT, room.height - ARCHITECTURE),
});

/**
 * Returns the layout of the network on the new screen.
 *
 * @param {Pick<PageState, 'ui'>} state
 * @param {View} view
 */
export const netLayout = (state, view) => netLayoutOf(view.after.sizes, pictureRoom(state));

/**
 * Returns which neurons are drawn: what the beats of a step depend on.
 *
 * @param {PageState} state
 * @param {View} view
 * @returns {Pick<Layout, 'nodes'>}
 */
export const drawnNeurons = (state, view) =>
  state.ui.newScreen ? netLayout(state, view) : layoutOf(state, view);
