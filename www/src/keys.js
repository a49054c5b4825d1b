/**
 * The keyboard, wherever no field takes the key for itself.
 *
 * @module
 */

/** @import { Action, Dispatch, PageState } from './state/state.js' */

/** @type {Record<string, Action>} */
const PLAIN = {
  ' ': { type: 'togglePlaying' },
  ArrowRight: { type: 'move', unit: 'pace', by: 1 },
  ArrowLeft: { type: 'move', unit: 'pace', by: -1 },
  ']': { type: 'move', unit: 'sample', by: 1 },
  '[': { type: 'move', unit: 'sample', by: -1 },
  Home: { type: 'show', position: { epoch: 0, miniBatch: 0, sample: 0, step: 0 } },
  '?': { type: 'dialog', dialog: 'help' },
};
/** @type {Record<string, Action>} */
const SHIFTED = {
  ArrowRight: { type: 'move', unit: 'miniBatch', by: 1 },
  ArrowLeft: { type: 'move', unit: 'miniBatch', by: -1 },
  '?': { type: 'dialog', dialog: 'help' },
};
/** Letters, which can be switched off. @type {Record<string, (state: PageState) => Action>} */
const LETTERS = {
  d: () => ({ type: 'pace', pace: 'detail' }),
  s: () => ({ type: 'pace', pace: 'step' }),
  m: () => ({ type: 'pace', pace: 'miniBatch' }),
  t: ({ ui }) => ({ type: 'showAsTable', on: !ui.asTable }),
  f: ({ ui }) => ({ type: 'presentationMode', on: !ui.presentation }),
};

/** With Ctrl or Cmd. @type {Record<string, 'undo' | 'redo'>} */
const CHANGES = { z: 'undo', y: 'redo' };

/** Keys a control needs itself, by what it is. @param {Element} target @param {string} key */
function taken(target, key) {
  if (target.closest('dialog')) return true;
  if (target.closest('input:not([type="checkbox"]), select, textarea, [role="slider"], [role="grid"]'))
    return true;
  return key === ' ' && target.closest('button, summary, a, input, [role="button"]') !== null;
}

/** Answers to a question about a sign. @type {Record<string, number>} */
const SIGNS = { '-': -1, '−': -1, 0: 0, '+': 1, '=': 1 };

/** @param {string} key @param {boolean} shift @param {PageState} state @returns {Action | undefined} */
function actionOf(key, shift, state) {
  const { question, mode } = state.prediction;
  if (question && mode === 'sign' && key in SIGNS) return { type: 'predict', guess: SIGNS[key] };
  if (key === 'End') {
    const run = state.view?.timeline.completed ?? 0;
    return run > 0 ? { type: 'visit', index: run - 1 } : undefined;
  }
  if (key === 'Escape') {
    if (state.ui.presentation) return { type: 'presentationMode', on: false };
    return state.focus.selection ? { type: 'select', selection: undefined } : undefined;
  }
  const letter = state.settings.letters && !shift ? LETTERS[key]?.(state) : undefined;
  return letter ?? (shift ? SHIFTED : PLAIN)[key];
}

/**
 * @param {KeyboardEvent} event
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function onKey(event, state, dispatch) {
  const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const target = /** @type {Element} */ (event.target);
  // In other scripts a letter is known by its place.
  const key = event.key > '~' && code?.startsWith('Key') ? code.slice(3).toLowerCase() : event.key;
  const change = ctrlKey || metaKey ? CHANGES[key.toLowerCase()] : undefined;
  if (change && !altKey && !target.closest('dialog, input:not([type="range"]), textarea')) {
    event.preventDefault();
    return dispatch({ type: shiftKey ? 'redo' : change });
  }
  // Many keyboards have brackets with Alt, or with Ctrl and Alt.
  const isOther = altKey ? key !== '[' && key !== ']' : ctrlKey;
  if (event.defaultPrevented || metaKey || isOther || taken(target, key)) return;
  const action = actionOf(key, shiftKey, state);
  if (!action) return;
  event.preventDefault();
  dispatch(action);
}
