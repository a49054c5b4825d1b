/**
 * A run that is on in the worker: it goes on in slices, reports, and lets itself be steered between them.
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

/** @typedef {Runnable & Surveyed & { stateAt: (position: Position) => State }} Session */

/** What is asked of a run. @typedef {Extract<Message, { kind: 'stop' | 'tune' | 'hold' | 'watch' }>} Steering */

/** Milliseconds of computing after which a message is looked for. */
export const SLICE = 20;
/** Milliseconds between two reports of a run, or signs of life while it is held. */
const REPORT = 120;

const { port1: here, port2: there } = new MessageChannel();

/** Lets messages in. Other than a timer, it does not wait. @returns {Promise<void>} */
export const turn = () =>
  new Promise((resume) => {
    here.onmessage = () => {
      // Nothing listens between two turns, so that nothing is kept alive by it.
      here.onmessage = null;
      resume();
    };
    there.postMessage(undefined);
  });

/**
 * Whether a message steers a run and does not end it.
 *
 * @param {Message} message
 * @returns {message is Exclude<Steering, { kind: 'stop' }>}
 */
export const steers = (message) =>
  message.kind === 'tune' || message.kind === 'hold' || message.kind === 'watch';

/** @param {(reply: Reply) => void} post @param {() => Promise<void>} [letIn]  lets messages in */
export function createSteering(post, letIn = turn) {
  /** @type {{ session: Session, run: ReturnType<typeof createRun> } | undefined} */
  let on;
  /** Whether it waits. */
  let held = false;
  /** Id of the newest message that a run gives way to. */
  let newest = 0;
  /** What a report should have. @type {Wants} */
  let wants = { map: false, neurons: false, confusion: false, norms: false };

  /** How the run stands, with what is wanted of it. @param {NonNullable<typeof on>} running */
  function report({ session, run }) {
    const progress = run.progress();
    if (!wants.map && !wants.neurons) return progress;
    const { sizes } = session.stateAt(progress.position);
    const live = { ...wants, confusion: false, norms: false };
    return { ...progress, survey: survey(session, progress.position, sizes, live) };
  }

  return {
    isOn: () => on !== undefined,

    /** A message has come that ends a run. @param {number} id */
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
          if (held) await new Promise((resume) => setTimeout(resume, REPORT));
          else if (running.run.slice(SLICE)) return;
          if (performance.now() - reported >= REPORT) {
            post({ id, kind: 'progress', done: session.completed, running: report(running) });
            reported = performance.now();
          }
          await letIn();
        }
      } finally {
        on = undefined;
        held = false;
      }
    },

    /** What is asked of a run, at once. @param {Steering} message */
    steer(message) {
      if (message.kind === 'tune') on?.run.change(message.edit, message.continues);
      if (message.kind === 'hold') held = message.on;
      if (message.kind === 'watch') wants = message.wants;
      post({ id: message.id, kind: 'steered', running: on && report(on) });
    },
  };
}
