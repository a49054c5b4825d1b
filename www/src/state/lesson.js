/**
 * Going through the lesson: pure functions of state.
 *
 * @module
 */
import { LESSON_EXAMPLE, LESSON_STOPS } from '../lesson/lesson.js';
import { ask, edit } from './edit.js';
import { sameRun } from './equality.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';

/** @import { Command, Next, PageState } from './state.js' */

/**
 * @typedef {object} Lesson
 * @property {number | undefined} stop  the stop of the lesson, from 0
 * @property {Float64Array | undefined} beginning  journal of what the page opened with, before anything was changed
 */

/** @type {Lesson} */
export const LESSON = Object.freeze({ stop: undefined, beginning: undefined });

/**
 * Whether what is shown is the lesson's example as it begins, with nothing changed: its sentences are about that. The
 * page opens with it.
 *
 * @param {Pick<PageState, 'view' | 'lesson'>} state
 */
export const isLessons = ({ view, lesson }) =>
  view !== undefined && !view.singleSample && sameRun(view.journal, lesson.beginning);

/**
 * Returns the names of both lists, each once.
 *
 * @param {readonly string[]} names
 * @param {readonly string[]} more
 */
const union = (names, more) => [...names, ...more.filter((name) => !names.includes(name))];

/**
 * Goes to a stop of the lesson. What else was open is left for its example, and undo brings it back.
 *
 * @param {PageState} state
 * @param {number | undefined} stop
 * @returns {Next}
 */
export function visitStop(state, stop) {
  const to = stop === undefined ? undefined : LESSON_STOPS[stop];
  if (!to || !state.view) return { state: patch(state, { lesson: { stop: undefined } }), commands: [] };
  const { open, sections, hidden } = state.settings;
  const ready = patch(stopped(state), {
    lesson: { stop },
    focus: { selection: to.selection },
    settings: {
      open: union(open, to.open),
      sections: union(sections, to.sections ?? []),
      hidden: hidden.filter((panel) => !to.open.includes(panel)),
    },
  });
  const begin = isLessons(state)
    ? undefined
    : edit(ready, { type: 'edit', edit: { kind: 'example', name: LESSON_EXAMPLE } });
  const shown = ask(begin?.state ?? ready, { kind: 'show', position: to.position }, 'cut');
  /** @type {Command[]} */
  const home = state.view.singleSample ? [{ request: { kind: 'closeSample' } }] : [];
  return { ...shown, commands: [...home, ...(begin?.commands ?? []), ...shown.commands] };
}
