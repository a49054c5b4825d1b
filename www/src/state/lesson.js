/**
 * Going through the lesson: pure functions of state.
 *
 * @module
 */
import { LESSON_EXAMPLE, LESSON_STOPS } from '../lesson/lesson.js';
import { ask, edit, stopped } from './edit.js';
import { sameRun } from './state.js';

/** @import { Command, Next, PageState } from './state.js' */

/**
 * Whether what is shown is the lesson's example as it begins, with nothing changed: its sentences are about that. The
 * page opens with it.
 *
 * @param {Pick<PageState, 'view' | 'beginning'>} state
 */
export const isLessons = ({ view, beginning }) =>
  view !== undefined && !view.singleSample && sameRun(view.journal, beginning);

/**
 * Goes to a stop of the lesson. What else was open is left for its example, and undo brings it back.
 *
 * @param {PageState} state
 * @param {number | undefined} stop
 * @returns {Next}
 */
export function visitStop(state, stop) {
  const to = stop === undefined ? undefined : LESSON_STOPS[stop];
  if (!to || !state.view) return { state: { ...state, lesson: undefined }, commands: [] };
  const { open, hidden } = state.settings;
  const settings = {
    ...state.settings,
    open: [...open, ...to.open.filter((panel) => !open.includes(panel))],
    hidden: hidden.filter((panel) => !to.open.includes(panel)),
  };
  const ready = { ...stopped(state), settings, lesson: stop, selection: to.selection };
  const begin = isLessons(state)
    ? undefined
    : edit(ready, { type: 'edit', edit: { kind: 'example', name: LESSON_EXAMPLE } });
  const shown = ask(begin?.state ?? ready, { kind: 'show', position: to.position }, 'cut');
  /** @type {Command[]} */
  const home = state.view.singleSample ? [{ request: { kind: 'closeSample' } }] : [];
  return { ...shown, commands: [...home, ...(begin?.commands ?? []), ...shown.commands] };
}
