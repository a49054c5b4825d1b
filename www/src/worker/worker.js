/**
 * The worker that owns the session. Every message but `cancel` is answered, in the order `queue.js` says; a
 * long computation tells now and then that it is alive.
 *
 * @module
 */
import { ready } from './cores.js';
import { SIGN, createStock } from './data.js';
import { isBeside, isSmall } from './enough.js';
import { asksEtaOnly, inspect, inspectEta } from './inspect.js';
import { viewOf } from './look.js';
import { frontier } from './run.js';
import { createQueue } from './queue.js';
import { DIVERGED, isRefusal } from './refusal.js';
import { createSessions } from './sessions.js';
import { SLICE, createSteering, steers, turn } from './steering.js';
import { UNKNOWN, survey } from './survey.js';

/** @import { Session } from '../../pkg/backstep.js' */
/** @import { Given, Goal, Message, Position, Reply, Stop, View } from '../protocol/messages.js' */
/** @import { Wants } from './survey.js' */

const ORIGIN = { epoch: 0, miniBatch: 0, sample: 0, step: 0 };

/** @type {Position} */
let shown = ORIGIN;
/** The newest message that stops loading. */
let cancelled = 0;
/** @param {Reply} reply */
const post = (reply) => self.postMessage(reply);

const steering = createSteering(post);
const { fullCore, open, ...sessions } = createSessions();
const stock = createStock(() => ({ ...fullCore(), base: new URL('../../data/', import.meta.url) }));

/**
 * Tells that it is alive while something is fetched.
 *
 * @template T
 * @param {number} id
 * @param {Promise<T>} fetched
 */
function alive(id, fetched) {
  const sign = setInterval(() => post({ id, kind: 'progress', done: 0 }), SIGN);
  return fetched.finally(() => clearInterval(sign));
}

/** The full core takes over, where the small one is. @param {number} id */
async function grow(id) {
  if (!sessions.isSmall()) return;
  const completed = await alive(id, sessions.grow());
  if (completed > 0) await complete(id, completed);
}

/** Opens a single-sample session. @param {{ id: number, position: Position }} message @param {Session} opened */
async function openSample({ id, position }, opened) {
  sessions.openSample(opened, position);
  post({ id, kind: 'view', view: await look(id, ORIGIN) });
}

/** Back to the session that was left for a single sample. */
function closeSample() {
  shown = sessions.closeSample() ?? shown;
}

/**
 * Completes mini-batches until `target` of them are, in slices.
 *
 * @param {number} id
 * @param {number} target
 */
async function complete(id, target) {
  const running = sessions.shown();
  while (running.completed < target) {
    running.advance(target - running.completed, SLICE);
    if (running.completed < target) {
      post({ id, kind: 'progress', done: running.completed });
      await turn();
    }
  }
}

/**
 * Goes to a position, completing what is missing, and shows it.
 *
 * @param {number} id
 * @param {Position} position
 * @returns {Promise<View>}
 */
async function look(id, position) {
  await complete(id, sessions.shown().indexOf(position));
  const view = viewOf(sessions.shown(), position);
  shown = position;
  return { ...view, data: stock.titled(view.data), singleSample: sessions.left() !== undefined };
}

/**
 * Runs and shows the last mini-batch completed. One whose update cannot be made is shown before it.
 *
 * @param {number} id
 * @param {Goal} goal
 * @param {Wants} wants
 */
async function run(id, goal, wants) {
  const now = open();
  /** @type {Stop | undefined} */
  let stop;
  try {
    await steering.reach(id, now, goal, wants, () => queue.begun(id));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    stop = { message: error.message, diverged: error.name === DIVERGED };
  }
  const stuck = { ...now.positionOf(now.completed), step: 1 };
  post({ id, kind: 'view', view: await look(id, stop ? stuck : frontier(now)), stop });
}

/**
 * Takes an edit back or makes it again.
 *
 * @param {number} id
 * @param {'undo' | 'redo'} which
 */
const goBack = (id, which) => look(id, open()[which](shown) ?? shown);

/**
 * Begins anew in the session that a single-sample session may have come from, which goes only if that is not
 * refused.
 *
 * @template T
 * @param {(session: Session, home: Position) => T} begin  with where that session was left
 * @param {Position} [position]  that is shown outside a single-sample session
 * @returns {T}
 */
function beginAnew(begin, position = shown) {
  const begun = begin(sessions.home(), sessions.left() ?? position);
  closeSample();
  return begun;
}

/** Begins again with a network and samples that somebody typed. @param {Given} given @param {Position} position */
function openNetwork({ sizes, parameters, xs, ys, count, eta, conventions }, position) {
  const data = fullCore().DataSet.numbers(
    Number(sizes[0]),
    Number(sizes.at(-1)),
    xs,
    ys,
    new Uint8Array(),
    false,
    {},
  );
  try {
    const settings = { sizes, seed: 0, eta, miniBatchSize: count, ...conventions };
    beginAnew((session, home) => session.openNetwork(home, data, settings, parameters), position);
  } finally {
    data.free();
  }
}

/** Tells that loading goes on. @param {number} id @returns {(loaded: number, total: number | undefined) => void} */
const heard = (id) => (loaded, total) => post({ id, kind: 'progress', done: loaded, total });

/** @param {Message} message */
async function answer(message) {
  const { id } = message;
  switch (message.kind) {
    case 'open':
      closeSample();
      sessions.example(message.example);
      return post({ id, kind: 'view', view: await look(id, ORIGIN) });
    case 'restore': {
      const { source, journal } = message;
      const replayed = source
        ? fullCore().Session.replayWith(journal, await stock.take(source, heard(id)))
        : fullCore().Session.replay(journal);
      sessions.replace(replayed);
      await complete(id, replayed.completed + replayed.unfinished);
      return post({ id, kind: 'view', view: await look(id, message.position) });
    }
    case 'preview':
      return post({
        id,
        kind: 'answer',
        value: await stock.preview(message.source, heard(id), cancelled > id),
      });
    case 'openData': {
      const data = await stock.take(message.source, heard(id), cancelled > id);
      beginAnew((session, home) => session.openData(home, data, message.settings));
      return post({ id, kind: 'view', view: await look(id, ORIGIN) });
    }
    case 'changeSamples':
      beginAnew((session, home) => stock.change(session, home, message));
      return post({ id, kind: 'view', view: await look(id, ORIGIN) });
    case 'rows': {
      const { position, test, first, count } = message;
      const values = open().rows(position, test, first, count);
      return post({ id, kind: 'answer', value: { first, test, values } });
    }
    case 'cancel':
      return;
    case 'show':
      return post({ id, kind: 'view', view: await look(id, message.position) });
    case 'move': {
      const to = sessions.shown().neighbour(message.position, message.unit, message.by);
      return post({ id, kind: 'view', view: await look(id, to ?? message.position) });
    }
    case 'visit':
      return post({ id, kind: 'view', view: await look(id, sessions.shown().positionOf(message.index)) });
    case 'edit': {
      const { edit, continues, position } = message;
      /** @param {Session} session @param {Position} from */
      const make = (session, from) => session.edit(from, edit, continues);
      // A new beginning is one of the session that was left, and needs no place in it: another may be there meanwhile.
      const anew = edit.kind === 'seed' || edit.kind === 'example';
      const at = anew ? beginAnew(make) : make(open(), position ?? frontier(open()));
      return post({ id, kind: 'view', view: await look(id, at) });
    }
    case 'openNetwork':
      openNetwork(message.given, message.position);
      return post({ id, kind: 'view', view: await look(id, ORIGIN) });
    case 'undo':
    case 'redo':
      return post({ id, kind: 'view', view: await goBack(id, message.kind) });
    case 'run':
      return run(id, message.goal, message.wants);
    case 'tune': {
      // Its run is over by now.
      const at = open().edit(frontier(open()), message.edit, message.continues);
      return post({ id, kind: 'view', view: await look(id, at) });
    }
    case 'stop':
    case 'hold':
    case 'watch':
      return post({ id, kind: 'steered', running: undefined });
    case 'openSample':
      return openSample(message, open().singleSampleSession(message.position, message.x, message.y));
    case 'openEvaluationSample':
      return openSample(message, open().evaluationSampleSession(message.position, message.number));
    case 'closeSample':
      closeSample();
      return post({ id, kind: 'view', view: await look(id, shown) });
    case 'survey':
      return post({
        id,
        kind: 'answer',
        value: survey(open(), message.position, message.sizes, message.wants),
      });
    case 'digit': {
      const x = fullCore().digit(message.ink, message.side, message.inputs);
      return post({ id, kind: 'answer', value: { x, output: open().answer(message.position, x) } });
    }
    case 'inspect':
      return post({
        id,
        kind: 'answer',
        value: asksEtaOnly(message) ? inspectEta(sessions.shown(), message) : inspect(open(), message),
      });
    case 'proposeSeed':
      return post({ id, kind: 'answer', value: fullCore().proposeSeed() });
    case 'fail':
      if (message.how === 'hang') for (;;);
      return fullCore().failOnPurpose(message.how);
  }
}

/** Says why not; a module that is broken says so. @param {number} id @param {unknown} error */
function refuse(id, error) {
  if (isRefusal(error))
    post({ id, kind: 'refused', message: error.message, diverged: error.name === DIVERGED });
  else post({ id, kind: 'dead', message: String(error) });
}

/** @param {Message} message @param {boolean} [without]  the full core, which did not come */
async function handle(message, without = false) {
  const { id } = message;
  try {
    await ready;
    // Questions of panels are left open; they are asked again with the next network.
    if (without && message.kind === 'inspect') {
      return post({ id, kind: 'answer', value: inspectEta(sessions.shown(), message) });
    }
    if (without && message.kind === 'survey') return post({ id, kind: 'answer', value: UNKNOWN });
    if (!isSmall(message)) await grow(id);
    try {
      await answer(message);
    } catch (error) {
      if (!sessions.isSmall() || !isRefusal(error)) throw error;
      // The small core refuses without a sentence, the full core has it.
      await grow(id);
      await answer(message);
    }
  } catch (error) {
    refuse(id, error);
  }
}

/** @type {ReturnType<typeof createQueue>} */
const queue = createQueue({
  answer: handle,
  steer(message) {
    try {
      steering.steer(message);
    } catch (error) {
      refuse(message.id, error);
    }
  },
  isOn: steering.isOn,
  waits(message) {
    return isBeside(message) && sessions.isSmall() ? alive(message.id, sessions.fetched()) : undefined;
  },
});

self.addEventListener('message', ({ data }) => {
  const message = /** @type {Message} */ (data);
  if (message.kind === 'cancel') {
    cancelled = message.id;
    return stock.cancel();
  }
  if (!steers(message)) steering.giveWay(message.id);
  queue.receive(message);
});
