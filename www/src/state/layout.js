/**
 * The layout of the network shown, for the size of the stage.
 *
 * @module
 */
import { neuronIn } from '../notation/selection.js';
import { layoutOf as layoutFor } from '../scene/layout.js';

/** @import { View } from '../protocol/view.js' */
/** @import { PageState } from './state.js' */

/** Height in px of the line of the layers above the picture, which a phone does not have. */
const ARCHITECTURE = 30;
/** The picture has so much height at least, in px. */
const LEAST_HEIGHT = 120;

/** Returns the px there are for the picture. @param {Pick<PageState, 'ui'>} state */
export const pictureRoom = ({ ui: { room, phone } }) => ({
  width: room.width,
  height: Math.max(LEAST_HEIGHT, room.height - (phone ? 0 : ARCHITECTURE)),
});

/**
 * Returns the layout of the network shown.
 *
 * @param {Pick<PageState, 'ui'> & { focus?: PageState['focus'] }} state
 * @param {View} view
 */
export function layoutOf({ ui, focus }, view) {
  const chosen = focus?.selection;
  const brought = chosen && 'layer' in chosen && chosen.layer === 2 ? neuronIn(chosen, 2) : undefined;
  return layoutFor(view.after.sizes, pictureRoom({ ui }), brought);
}
