/**
 * A run in the worker: it computes in slices. Between two slices it reports, and messages can steer it.
 *
 * @module
 */
import { createRun } from './run.js';
import { survey } from './survey.js';

/** @import { Message, Reply } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Goal } from '../protocol/run.js' */
/** @import { State } from '../protocol/state.js' */
/** @import { Wants } from '../protocol/survey.js' */
/** @import { Runnable } from './run.js' */
/** @import { Surveyed } from './survey.js' */

/**
 * The part of a session that a run with pictures needs.
 *
 * @typedef {Runnable & Surveyed & {
 *   stateAt: (position: Position) => State,
 *   journal: () => Float64Array,
 * }} Session
 */

/**
 * A message that steers a run.
 *
 * @typedef {Extract<Message, { kind: 'stop' | 'tune' | 'hold' | 'watch' }>} Steering
 */

/** Milliseconds of computing between two looks for messages. */
export const SLICE = 20;
/** Milliseconds between two reports of a run, also while it is paused. */
const REPORT = 120;

const { port1: here, port2: there } = new MessageChannel();

/**
 * Yields to the event loop, by a MessageChannel, which browsers don't throttle as they do timers.
 *
 * @returns {Promise<void>}
 */
export const yieldToEvents = () =>
  new Promise((resume) => {
    here.onmessage = () => {
      // Without a listener the channel does not keep Node running.
      here.onmessage = null;
      resume();
    };
    there.postMessage(undefined);
  });

/**
 * Returns whether a message steers a run and does not end it.
 *
 * @param {Message} message
 * @returns {message is Exclude<Steering, { kind: 'stop' }>}
 */
export const steers = (message) =>
  message.kind === 'tune' || message.kind === 'hold' || message.kind === 'watch';

/**
 * @param {(reply: Reply) => void} post
 * @param {() => Promise<void>} [yieldNow]  yields to the event loop
 */
export function createSteering(post, yieldNow = yieldToEvents) {
  /** @type {{ session: Session, run: ReturnType<typeof createRun> } | undefined} */
  let on;
  let isPaused = false;
  /** Id of the newest message that a run gives way to. */
  let newest = 0;
  /**
   * The pictures that reports have.
   *
   * @type {Wants}
   */
  let wants = { map: false, neurons: false, confusion: false, norms: false };

  /**
   * Returns the progress of the run, with the pictures that are wanted.
   *
   * @param {NonNullable<typeof on>} running
   */
  function report({ session, run }) {
    const progress = run.progress();
    if (!wants.map && !wants.neurons) return progress;
    const { sizes } = session.stateAt(progress.position);
    const live = { ...wants, confusion: false, norms: false };
    return { ...progress, survey: survey(session, progress.position, sizes, live) };
  }

  return {
    isOn: () => on !== undefined,

    /**
     * Has the run end for a newer message.
     *
     * @param {number} id
     */
    giveWay: (id) => void (newest = id),

    /**
     * Completes mini-batches until the goal is reached or a run has to give way.
     *
     * @param {number} id
     * @param {Session} session
     * @param {Goal} goal
     * @param {Wants} watched
     * @param {() => void} [begun]  called before the first mini-batch
     */
    async reach(id, session, goal, watched, begun) {
      const running = { session, run: createRun(session, goal, () => performance.now()) };
      on = running;
      wants = watched;
      let reported = -Infinity;
      try {
        begun?.();
        while (newest <= id) {
          if (isPaused) await new Promise((resume) => setTimeout(resume, REPORT));
          else if (running.run.slice(SLICE)) return;
          if (performance.now() - reported >= REPORT) {
            post({ id, kind: 'progress', done: session.completed, running: report(running) });
            reported = performance.now();
          }
          await yieldNow();
        }
      } finally {
        on = undefined;
        isPaused = false;
      }
    },

    /**
     * Carries a message that steers the run out at once.
     *
     * @param {Steering} message
     */
    steer(message) {
      if (message.kind === 'tune') on?.run.change(message.edit, message.continues);
      if (message.kind === 'hold') isPaused = message.on;
      if (message.kind === 'watch') wants = message.wants;
      const journal = message.kind === 'tune' ? on?.session.journal() : undefined;
      post({ id: message.id, kind: 'steered', running: on && { ...report(on), journal } });
    },
  };
}
