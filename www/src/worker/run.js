/**
 * A run: mini-batches completed in slices until a goal is reached or somebody stops it. What is changed while it runs
 * acts from the next mini-batch.
 *
 * @module
 */

/** @import { Edit } from '../protocol/edit.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Goal, RunStatus, Running } from '../protocol/run.js' */
/** @import { Timeline } from '../protocol/timeline.js' */

/**
 * What a run needs of the session.
 * @typedef {object} Runnable
 * @property {number} completed
 * @property {(count: number, milliseconds: number) => number} advance
 * @property {(index: number) => Position} positionOf
 * @property {(position: Position) => number} indexOf
 * @property {(position: Position, edit: Edit, continues: boolean) => Position} edit
 * @property {() => RunStatus} runStatus
 * @property {() => Timeline} timeline
 */

/** The rate is that of so many milliseconds at least. */
const RATED = 1_000;
/** More mini-batches than this are not asked for at once. */
const MOST = 1e9;

/** Returns the first position of an epoch. @param {number} epoch */
const startOf = (epoch) => ({ epoch, miniBatch: 0, sample: 0, step: 0 });

/** The end of the last mini-batch completed, or the start. @param {Pick<Runnable, 'completed' | 'positionOf'>} session */
export const frontier = (session) =>
  session.completed > 0 ? session.positionOf(session.completed - 1) : startOf(0);

/**
 * @param {Runnable} session
 * @param {Goal} goal
 * @param {() => number} now  milliseconds
 */
export function createRun(session, goal, now) {
  const begin = session.completed;
  const first = session.positionOf(begin).epoch;
  const start = now();
  /** When how many samples had been gone through; the oldest that counts comes first. @type {{ time: number, samples: number, completed: number }[]} */
  const marks = [{ time: start, samples: session.runStatus().samples, completed: begin }];

  /** How many mini-batches are completed when it ends, if that is known. */
  function end() {
    if (goal.kind === 'miniBatches') return begin + goal.value;
    if (goal.kind === 'epochs') return session.indexOf(startOf(first + goal.value));
    return undefined;
  }

  /** Where it has to be looked at next: goals that are counted are reached at the end of an epoch. */
  function next() {
    if (goal.kind === 'stop') return Infinity;
    return end() ?? session.indexOf(startOf(session.positionOf(session.completed).epoch + 1));
  }

  function reached() {
    const target = end();
    if (target !== undefined) return session.completed >= target;
    const { epoch, miniBatch } = session.positionOf(session.completed);
    if (goal.kind === 'stop' || epoch === first || miniBatch > 0) return false;
    const { cost, evaluated } = session.runStatus();
    if (goal.kind === 'cost') return cost !== undefined && cost <= goal.value;
    // An evaluation from before the run says nothing about it.
    return (
      evaluated !== undefined &&
      evaluated.epoch >= first &&
      100 * evaluated.correct >= goal.value * evaluated.total
    );
  }

  return {
    /**
     * Computes for about so many milliseconds. Returns whether it is done.
     * @param {number} milliseconds
     */
    slice(milliseconds) {
      const until = now() + milliseconds;
      while (!reached()) {
        session.advance(Math.min(next() - session.completed, MOST), Math.max(0, until - now()));
        if (now() >= until) return reached();
      }
      return true;
    },

    /** A change while it runs, at the end of what has been run. @param {Edit} edit @param {boolean} continues */
    change(edit, continues) {
      session.edit(frontier(session), edit, continues);
    },

    /** How it stands. @returns {Running} */
    progress() {
      const time = now();
      const { completed } = session;
      const { samples, ...runStatus } = session.runStatus();
      marks.push({ time, samples, completed });
      while (marks.length > 2 && time - Number(marks[1]?.time) > RATED) marks.shift();
      const since = /** @type {typeof marks[number]} */ (marks[0]);
      const seconds = (time - since.time) / 1_000;
      const target = end();
      const left =
        target === undefined ? undefined : (target - completed) / ((completed - since.completed) / seconds);
      return {
        ...runStatus,
        completed,
        position: frontier(session),
        rate: seconds > 0 ? (samples - since.samples) / seconds : undefined,
        left: left !== undefined && Number.isFinite(left) ? left : undefined,
        timeline: session.timeline(),
        survey: undefined,
      };
    },
  };
}
