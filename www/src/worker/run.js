/**
 * A run: it completes mini-batches in slices until a goal is reached or it is stopped. An edit made meanwhile
 * acts from the next mini-batch.
 *
 * @module
 */

/** @import { Edit } from '../protocol/edit.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Goal, RunStatus, Running } from '../protocol/run.js' */
/** @import { Timeline } from '../protocol/timeline.js' */

/**
 * The part of a session that a run needs.
 *
 * @typedef {object} Runnable
 * @property {number} completed
 * @property {(count: number, milliseconds: number) => number} advance
 * @property {(index: number) => Position} positionOf
 * @property {(position: Position) => number} indexOf
 * @property {(position: Position, edit: Edit, continues: boolean) => Position} edit
 * @property {() => RunStatus} runStatus
 * @property {() => Timeline} timeline
 */

/** The rate is measured over at least so many milliseconds. */
const RATED = 1_000;
/** The most mini-batches in one call. */
const MOST = 1e9;

/**
 * Returns the first position of an epoch.
 *
 * @param {number} epoch
 */
const startOf = (epoch) => ({ epoch, miniBatch: 0, sample: 0, step: 0 });

/**
 * Returns the update of the last completed mini-batch, or the first position.
 *
 * @param {Pick<Runnable, 'completed' | 'positionOf'>} session
 */
export const frontier = (session) =>
  session.completed > 0 ? session.positionOf(session.completed - 1) : startOf(0);

/**
 * Begins a run.
 *
 * @param {Runnable} session
 * @param {Goal} goal
 * @param {() => number} now  milliseconds
 */
export function createRun(session, goal, now) {
  const begin = session.completed;
  const first = session.positionOf(begin).epoch;
  const start = now();
  /**
   * What was done at some earlier times, oldest first. The rate is measured from the first of them.
   *
   * @type {{ time: number, samples: number, completed: number }[]}
   */
  const measured = [{ time: start, samples: session.runStatus().samples, completed: begin }];

  /** Returns how many mini-batches are completed at the end of the run, if that is known. */
  function end() {
    if (goal.kind === 'miniBatches') return begin + goal.value;
    if (goal.kind === 'epochs') return session.indexOf(startOf(first + goal.value));
    return undefined;
  }

  /** Returns after how many mini-batches the goal is checked: accuracy and cost at the end of an epoch. */
  function next() {
    if (goal.kind === 'stop') return Infinity;
    return end() ?? session.indexOf(startOf(session.positionOf(session.completed).epoch + 1));
  }

  /** Returns whether the goal is reached. */
  function reached() {
    const target = end();
    if (target !== undefined) return session.completed >= target;
    const { epoch, miniBatch } = session.positionOf(session.completed);
    if (goal.kind === 'stop' || epoch === first || miniBatch > 0) return false;
    const { cost, evaluated } = session.runStatus();
    if (goal.kind === 'cost') return cost !== undefined && cost <= goal.value;
    // An evaluation from before the run does not count.
    return (
      evaluated !== undefined &&
      evaluated.epoch >= first &&
      100 * evaluated.correct >= goal.value * evaluated.total
    );
  }

  /** Returns what is left of the goal. */
  function rest() {
    const { completed } = session;
    if (goal.kind === 'miniBatches') return begin + goal.value - completed;
    return goal.kind === 'epochs' ? first + goal.value - session.positionOf(completed).epoch : goal.value;
  }

  return {
    /**
     * Computes for about so many milliseconds, and returns whether the goal is reached.
     *
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

    /**
     * Makes an edit after the last completed mini-batch.
     *
     * @param {Edit} edit
     * @param {boolean} continues
     */
    change(edit, continues) {
      session.edit(frontier(session), edit, continues);
    },

    /**
     * Returns the progress of the run.
     *
     * @returns {Running}
     */
    progress() {
      const time = now();
      const { completed } = session;
      const { samples, ...runStatus } = session.runStatus();
      measured.push({ time, samples, completed });
      while (measured.length > 2 && time - Number(measured[1]?.time) > RATED) measured.shift();
      const since = /** @type {typeof measured[number]} */ (measured[0]);
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
        rest: { kind: goal.kind, value: rest() },
        timeline: session.timeline(),
        survey: undefined,
      };
    },
  };
}
