/**
 * What Undo and Redo say they would do.
 *
 * @module
 */
import { undo as words } from '../../words/en/trouble.js';

/** @import { PageState } from '../../state/state.js' */

/** @param {string | undefined} kind */
const named = (kind) => words.changes[kind ?? ''] ?? words.other;

/**
 * Returns the sentences of both buttons.
 *
 * @param {PageState} state
 */
export const undoTitles = ({ view, feedback: { changes } }) => ({
  undo: view?.canUndo ? words.undo(named(changes.done.at(-1))) : words.none,
  redo: view?.canRedo ? words.redo(named(changes.undone.at(-1))) : words.noRedo,
});
