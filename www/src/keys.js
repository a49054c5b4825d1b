/**
 * The keyboard, wherever no field takes the key for itself.
 *
 * @module
 */

/** @import { Action, Dispatch } from './state/state.js' */

/** @type {Record<string, Action>} */
const PLAIN = {
  ' ': { type: 'toggle' },
  ArrowRight: { type: 'move', unit: 'step', by: 1 },
  ArrowLeft: { type: 'move', unit: 'step', by: -1 },
  ']': { type: 'move', unit: 'sample', by: 1 },
  '[': { type: 'move', unit: 'sample', by: -1 },
  Home: { type: 'show', position: { epoch: 0, miniBatch: 0, sample: 0, step: 0 } },
};
/** @type {Record<string, Action>} */
const SHIFTED = {
  ArrowRight: { type: 'move', unit: 'miniBatch', by: 1 },
  ArrowLeft: { type: 'move', unit: 'miniBatch', by: -1 },
};

/** Keys a control needs itself, by what it is. @param {Element} target @param {string} key */
function taken(target, key) {
  if (target.closest('input, select, textarea, [role="slider"], [role="grid"]')) return true;
  return key === ' ' && target.closest('button, summary, a, [role="button"]') !== null;
}

/**
 * @param {KeyboardEvent} event
 * @param {Dispatch} dispatch
 */
export function onKey(event, dispatch) {
  const { key } = event;
  const target = /** @type {Element} */ (event.target);
  const undoes = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z';
  if (undoes && !target.closest('input:not([type="range"]), textarea')) {
    event.preventDefault();
    return dispatch({ type: event.shiftKey ? 'redo' : 'undo' });
  }
  if (event.ctrlKey || event.metaKey || event.altKey || taken(target, key)) return;
  const action = (event.shiftKey ? SHIFTED : PLAIN)[key];
  if (!action) return;
  event.preventDefault();
  dispatch(action);
}
