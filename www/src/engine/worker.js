/**
 * The worker that owns the session. One message in, one answer out, in order; a long computation tells now and
 * then that it is alive.
 *
 * @module
 */
import init, { Session, failOnPurpose, proposeSeed, sigmoidCurve } from '../../pkg/backstep.js';
import { inspect } from './inspect.js';
import { createRun, frontier } from './run.js';

/** @import { Answer, Goal, Message, Position, State, View } from './protocol.js' */

/** Milliseconds of computing after which a message is looked for. */
const SLICE = 20;
/** Milliseconds between two reports of a run, or signs of life while it is held. */
const REPORT = 120;

/** How far the sigmoid is drawn, and in how many points. */
const REACH = 6;
const CURVE_POINTS = 49;

/** Name of the refusal of an update. */
const DIVERGED = 'Diverged';

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

const ready = init({ module_or_path: new URL('../../pkg/backstep_bg.wasm', import.meta.url) });
/** @type {Session | undefined} */
let session;
/** @type {Position} */
let shown = ORIGIN;
let queue = Promise.resolve();
/** The run that is on. @type {ReturnType<typeof createRun> | undefined} */
let running;
/** Whether it waits. */
let held = false;
/** Id of the newest message that a run gives way to. */
let newest = 0;

const { port1: here, port2: there } = new MessageChannel();

/** Lets messages in. Other than a timer, it does not wait. @returns {Promise<void>} */
const turn = () =>
  new Promise((resume) => {
    here.onmessage = () => resume();
    there.postMessage(undefined);
  });

/** @param {Answer} answer */
const post = (answer) => self.postMessage(answer);

/** The session, which every request but the first finds open. */
function open() {
  if (!session) throw new Error('No session is open.');
  return session;
}

/** @param {Position} position */
const parts = ({ epoch, miniBatch, sample, step }) => /** @type {const} */ ([epoch, miniBatch, sample, step]);

/**
 * Completes mini-batches until `target` of them are, in slices.
 *
 * @param {number} id
 * @param {number} target
 */
async function complete(id, target) {
  const running = open();
  while (running.completed < target) {
    running.advance(target - running.completed, SLICE);
    if (running.completed < target) {
      post({ id, progress: running.completed });
      await turn();
    }
  }
}

/**
 * The states at a position and a step before it.
 *
 * @param {number} id
 * @param {Position} position
 * @returns {Promise<View>}
 */
async function look(id, position) {
  const now = open();
  await complete(id, now.indexOf(...parts(position)));
  const after = now.stateAt(...parts(position));
  const earlier = now.neighbour(...parts(position), 'step', -1);
  const before = earlier ? now.stateAt(...parts(earlier)) : after;
  shown = position;
  const same =
    before.sizes.length === after.sizes.length && before.sizes.every((n, l) => n === after.sizes[l]);
  return {
    after,
    // Across a change of sizes there is nothing to draw in between.
    before: same ? before : after,
    timeline: now.timeline(),
    journal: now.journal(),
    curve: sigmoidCurve(REACH, CURVE_POINTS),
    canUndo: now.canUndo,
    canRedo: now.canRedo,
  };
}

/**
 * Completes mini-batches until the goal is reached or a newer message comes.
 *
 * @param {number} id
 * @param {Goal} goal
 */
async function reach(id, goal) {
  const now = open();
  running = createRun(now, goal, () => performance.now());
  let reported = -Infinity;
  try {
    while (newest <= id) {
      if (held) await new Promise((resume) => setTimeout(resume, REPORT));
      else if (running.slice(SLICE)) return;
      if (performance.now() - reported >= REPORT) {
        reported = performance.now();
        post({ id, progress: now.completed, running: running.progress() });
      }
      await turn();
    }
  } finally {
    running = undefined;
    held = false;
  }
}

/**
 * Runs and shows the last mini-batch completed. One whose update cannot be made is shown before it.
 *
 * @param {number} id
 * @param {Goal} goal
 */
async function run(id, goal) {
  const now = open();
  let message;
  let diverged = false;
  try {
    await reach(id, goal);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    message = error.message;
    diverged = error.name === DIVERGED;
  }
  const stuck = { ...now.positionOf(now.completed), step: 1 };
  post({
    id,
    ok: true,
    view: await look(id, message === undefined ? frontier(now) : stuck),
    message,
    diverged,
  });
}

/**
 * What is asked of a run, at once.
 *
 * @param {Extract<Message, { kind: 'stop' | 'tune' | 'hold' }>} message
 */
function steer(message) {
  const { id } = message;
  try {
    if (message.kind === 'tune') running?.change(message.edit, message.continues);
    if (message.kind === 'hold') held = message.on;
    post({ id, ok: true, running: running?.progress() });
  } catch (error) {
    refuse(id, error);
  }
}

/**
 * Takes an edit back or makes it again.
 *
 * @param {number} id
 * @param {'undo' | 'redo'} which
 */
const goBack = (id, which) => look(id, open()[which](...parts(shown)) ?? shown);

/** @param {Message} message */
async function answer(message) {
  const { id } = message;
  switch (message.kind) {
    case 'open':
      session = Session.open(message.example);
      return post({ id, ok: true, view: await look(id, ORIGIN) });
    case 'restore': {
      session = Session.replay(message.journal);
      await complete(id, session.completed + session.unfinished);
      return post({ id, ok: true, view: await look(id, message.position) });
    }
    case 'show':
      return post({ id, ok: true, view: await look(id, message.position) });
    case 'move': {
      const to = open().neighbour(...parts(message.position), message.unit, message.by);
      return post({ id, ok: true, view: await look(id, to ?? message.position) });
    }
    case 'visit':
      return post({ id, ok: true, view: await look(id, open().positionOf(message.index)) });
    case 'edit': {
      const at = open().edit(...parts(message.position ?? frontier(open())), message.edit, message.continues);
      return post({ id, ok: true, view: await look(id, at) });
    }
    case 'undo':
    case 'redo':
      return post({ id, ok: true, view: await goBack(id, message.kind) });
    case 'run':
      return run(id, message.goal);
    case 'tune': {
      // Its run is over by now.
      const at = open().edit(...parts(frontier(open())), message.edit, message.continues);
      return post({ id, ok: true, view: await look(id, at) });
    }
    case 'stop':
    case 'hold':
      return post({ id, ok: true, running: undefined });
    case 'inspect':
      return post({ id, ok: true, inspection: inspect(open(), message) });
    case 'proposeSeed':
      return post({ id, ok: true, seed: proposeSeed() });
    case 'fail':
      if (message.how === 'hang') for (;;);
      return failOnPurpose(message.how);
  }
}

/**
 * A refusal is an `Error` of the core. Anything else, a trap above all, means that the module is broken.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
const isRefusal = (error) => error instanceof Error && error.constructor === Error;

/** Says why not; a module that is broken says so. @param {number} id @param {unknown} error */
function refuse(id, error) {
  if (isRefusal(error)) post({ id, ok: false, message: error.message, diverged: error.name === DIVERGED });
  else post({ id, ok: false, message: String(error), dead: true });
}

/** @param {Message} message */
async function handle(message) {
  try {
    await ready;
    await answer(message);
  } catch (error) {
    refuse(message.id, error);
  }
}

self.addEventListener('message', ({ data }) => {
  const message = /** @type {Message} */ (data);
  const steers = message.kind === 'tune' || message.kind === 'hold';
  if (!steers) newest = message.id;
  if (running && (steers || message.kind === 'stop')) steer(message);
  else queue = queue.then(() => handle(message));
});
