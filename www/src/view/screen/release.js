/**
 * Controls that need the arrow keys only while they are used by keyboard. After a click or a touch they give
 * the focus up, so that the arrow keys step through time again.
 *
 * @module
 */

/** Controls that were last used by pointer. @type {WeakSet<EventTarget>} */
const pointed = new WeakSet();

/** A pointer is on a control. @param {Event} event */
export const onPointed = ({ currentTarget }) => void (currentTarget && pointed.add(currentTarget));

/** A key is pressed in a control. @param {Event} event */
export const onKeyed = ({ currentTarget }) => void (currentTarget && pointed.delete(currentTarget));

/** A choice was made in a control. @param {Event} event */
export function onChosen({ currentTarget, target }) {
  if (currentTarget && pointed.has(currentTarget) && target instanceof HTMLElement) target.blur();
}
