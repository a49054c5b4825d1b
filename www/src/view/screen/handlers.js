/**
 * Event handlers and classes of what can be selected on the stage: pointing, choosing, dragging and keys.
 *
 * @module
 */
import { relationOf } from '../../scene/related.js';
import { sameSelection } from '../../notation/selection.js';
import { editable } from '../../state/editable.js';

/** @import { Selection } from '../../notation/selection.js' */
/** @import { Dispatch, PageState } from '../../state/state.js' */

/** What an arrow key adds, and with shift. */
const NUDGE = 0.1;
const NUDGE_MORE = 1;
/** Keys that begin a number, and those that go on with one before its field is there. */
const TYPED = /^[-−.,\d]$/;
const TYPED_ON = /^[-−+.,\de]$/i;

/** Whether the press that ends with a click was a drag. */
let dragged = false;

/**
 * Returns the handlers, the classes and whether it is selected.
 *
 * @param {Selection} selection
 * @param {PageState} state
 * @param {Dispatch} dispatch
 */
export function handlersFor(selection, state, dispatch) {
  const now = state.view?.after;
  const focused = state.focus.hover ?? state.focus.selection;
  const chosen = sameSelection(selection, state.focus.selection);
  const classes = [
    chosen ? 'chosen' : '',
    sameSelection(selection, state.focus.hover) ? 'lit' : '',
    relationOf(focused, selection, now?.sizes.length ?? 0),
  ];
  const change = now && editable(now, selection);
  return {
    chosen,
    classes: classes.filter(Boolean).join(' ') + (change ? ' pulls' : ''),
    // The second click opens the field.
    click: () =>
      chosen && change && !dragged
        ? dispatch({ type: 'typeNumber', typing: { selection } })
        : dispatch({ type: 'select', selection }),
    enter: () => dispatch({ type: 'hover', selection }),
    leave: () => dispatch({ type: 'hover', selection: undefined }),
    /** @param {KeyboardEvent} event */
    key: (event) => {
      const { question, mode } = state.prediction;
      const asksSign = question !== undefined && mode === 'sign';
      const held = event.ctrlKey || event.metaKey || event.altKey;
      const begun = state.focus.typing !== undefined && chosen;
      const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (up && change) {
        event.preventDefault();
        dispatch({ type: 'nudge', selection, by: up * (event.shiftKey ? NUDGE_MORE : NUDGE) });
      } else if (
        change &&
        !asksSign &&
        !held &&
        ((begun ? TYPED_ON : TYPED).test(event.key) || (chosen && event.key === 'Enter'))
      ) {
        event.preventDefault();
        dispatch({
          type: 'typeNumber',
          typing: { selection, text: event.key === 'Enter' ? undefined : event.key },
        });
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        dispatch({ type: 'select', selection });
      } else if (event.key === 'p' && state.settings.letters) {
        event.preventDefault();
        dispatch({ type: 'pin', selection });
      }
    },
    /** @param {PointerEvent} event */
    down: (event) => {
      if (!change || event.button !== 0) return;
      /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
      dispatch({ type: 'grab', selection, value: change.value, y: event.clientY });
    },
    /** @param {PointerEvent} event */
    move: (event) => {
      if (state.focus.drag) dispatch({ type: 'drag', y: event.clientY });
    },
    up: () => {
      dragged = state.focus.drag?.moved === true;
      dispatch({ type: 'release' });
    },
  };
}
