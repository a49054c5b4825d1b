/**
 * Moving through the lesson.
 *
 * @module
 */
import { LESSON_EXAMPLE, LESSON_STOPS } from '../lesson/stops.js';
import { requestView, edit } from './edit.js';
import { sameRun } from './equality.js';
import { tabOf } from './panels.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Command, Next, PageState } from './state.js' */

/**
 * @typedef {object} Lesson
 * @property {number | undefined} stop  index of the stop shown
 * @property {Float64Array | undefined} beginning  journal of the session that the page opened with
 */

/** @type {Lesson} */
export const LESSON = Object.freeze({ stop: undefined, beginning: undefined });

/**
 * Returns whether the unchanged example of the lesson is open, which its sentences are about. The page opens
 * with it.
 *
 * @param {Pick<PageState, 'view' | 'lesson'>} state
 */
export const isLessonExample = ({ view, lesson }) =>
  view !== undefined && !view.singleSample && sameRun(view.journal, lesson.beginning);

/**
 * Returns the names of both lists, each once.
 *
 * @param {readonly string[]} names
 * @param {readonly string[]} more
 */
const union = (names, more) => [...names, ...more.filter((name) => !names.includes(name))];

/**
 * Goes to a stop of the lesson, or leaves the lesson. Its example replaces any other session; undo brings
 * that back.
 *
 * @param {PageState} state
 * @param {number | undefined} stop
 * @returns {Next}
 */
export function visitStop(state, stop) {
  const to = stop === undefined ? undefined : LESSON_STOPS[stop];
  if (!to || !state.view) return onlyState(patch(state, { lesson: { stop: undefined } }));
  const { open, tab } = state.settings;
  const needed = to.open.at(-1);
  const ready = patch(stopped(state), {
    lesson: { stop },
    focus: { selection: to.selection },
    settings: {
      open: union(open, to.open),
      tab: needed === undefined ? tab : tabOf(needed),
    },
  });
  const opened = isLessonExample(state)
    ? undefined
    : edit(ready, { type: 'edit', edit: { kind: 'example', name: LESSON_EXAMPLE } });
  const shown = requestView(opened?.state ?? ready, { kind: 'show', position: to.position }, 'cut');
  /** @type {Command[]} */
  const closed = state.view.singleSample ? [{ request: { kind: 'closeSample' } }] : [];
  return { ...shown, commands: [...closed, ...(opened?.commands ?? []), ...shown.commands] };
}
