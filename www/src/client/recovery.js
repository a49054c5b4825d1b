/**
 * Decides how another worker goes on where the last one died, and says what came of it. It is fetched with
 * the first work of a person.
 *
 * @module
 */
import { duration } from '../exchange/opening.js';
import * as words from '../words/en/recovery.js';

/** @import { Answer, Needs, Reply, RestoreRequest } from '../protocol/messages.js' */
/** @import { Running } from '../protocol/run.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Notice } from '../state/feedback.js' */
/** @import { Action, Command } from '../state/state.js' */
/** @import { Death, Memory, ViewAnswer } from './client.js' */

/** Questions of panels, which are asked again with the next view. */
const QUESTIONS = new Set(['inspect', 'survey']);
/** What is not asked again. */
const ONCE = new Set([...QUESTIONS, 'stop', 'hold', 'watch', 'fail', 'restart', 'restore']);
/** Questions that nobody waits for. */
const QUIET = new Set([...QUESTIONS, 'rows', 'history']);
/** What a run does not end for. */
const BESIDE = new Set([...QUIET, 'run', 'tune', 'hold', 'watch', 'restart', 'restore']);
/** The most multiplications to come back without asking: some 10 seconds. */
const MOST_UNASKED = 1e10;
/** Multiplications in a millisecond on a slow machine. */
const SLOW = 250_000;
/** How browsers say that a policy forbids WebAssembly. */
const FORBIDDEN = /content security|unsafe-eval|\bCSP\b/i;
/** A history with nothing to undo and nothing to redo. */
const EMPTY = Float64Array.of(0, 0);
/** Index in a journal of how many mini-batches are completed. */
const COMPLETED = 1;

/** @param {number} number */
const integer = (number) => number.toLocaleString('en');

/**
 * Returns the question a command asks, as JSON, to be compared.
 *
 * @param {Command} command
 */
const questionOf = ({ request }) => (QUESTIONS.has(request.kind) ? JSON.stringify(request) : undefined);

/**
 * Returns the journal of a view, and the position to show; after a run, those of its last report.
 *
 * @param {View} view
 * @param {Running} [run]
 */
function placeOf({ journal, after }, run) {
  if (!run) return { journal, position: after.position };
  const now = Float64Array.from(run.journal ?? journal);
  now[COMPLETED] = Math.max(Number(now[COMPLETED]), run.completed);
  return { journal: now, position: run.position };
}

/**
 * @param {Memory} memory
 * @param {(command: Command, answer: Answer) => void} onAnswer
 * @param {(action: Action) => void} dispatch
 */
export function createRecovery(memory, onAnswer, dispatch) {
  /** Whether another worker has not shown a view yet. */
  let isRestoring = false;
  /**
   * The question at which the last worker died. It is not asked again: the next worker would die of it too.
   *
   * @type {string | undefined}
   */
  let fatal;
  /** What was asked twice, since a worker was silent at it. @type {WeakSet<Command>} */
  const repeated = new WeakSet();
  /** Changes that were refused since there was no worker, and are made by the next. @type {Command[]} */
  const kept = [];
  /** The last report of the run that is on, with the journal. @type {Running | undefined} */
  let run;
  /** What undo leads to. @type {RestoreRequest['past']} */
  let past;
  /**
   * What is to be said once the session is back.
   *
   * @type {{ death: Death, view: View | undefined, run: Running | undefined, goesOn: boolean,
   *   leftOut: boolean } | undefined}
   */
  let story;

  /** @param {string[]} sentences @param {Notice['ways']} [ways] */
  const say = (sentences, ways) =>
    dispatch({ type: 'notice', notice: { sentence: sentences.join(' '), ways } });

  /**
   * Refuses a command.
   *
   * @param {Command} command
   * @param {string} message
   */
  const refuse = (command, message) =>
    onAnswer(command, { kind: 'refused', why: { kind: 'partNotFetched' }, sentence: message });

  /**
   * Leaves it at having no worker, until a person asks for something.
   *
   * @param {Death} death
   * @param {Command[]} left
   */
  function giveUp(death, left) {
    const { home } = memory;
    const forbidden = FORBIDDEN.test(String(death.start));
    const unfetched = !forbidden && (death.kind === 'refused' || death.start !== undefined);
    const crashed = home && !unfetched && !forbidden;
    const why = unfetched
      ? words.unfetched
      : forbidden
        ? words.forbidden
        : crashed
          ? words.again
          : words.unstarted;
    for (const command of left) {
      const { kind } = command.request;
      if (!ONCE.has(kind) && !QUIET.has(kind)) refuse(command, why);
      if (kind === 'edit') kept.push(command);
    }
    /** @type {NonNullable<Notice['ways']>[number]} */
    const again = { label: words.tryAgain, action: { type: 'restart' } };
    const start = { label: words.toTheStart, action: /** @type {Action} */ ({ type: 'restart', most: 0 }) };
    isRestoring = false;
    say(home ? [why, words.kept] : [why], crashed ? [again, start] : [again]);
  }

  /**
   * Returns whether a command is asked again. One at which the module broke would break it again; one that
   * did not come to an end is tried once more.
   *
   * @param {Command} command
   * @param {Command | undefined} at
   * @param {Death} death
   */
  function isAskedAgain(command, at, death) {
    const { kind } = command.request;
    if (ONCE.has(kind) || (kind === 'run' && run)) return false;
    if (command !== at) return true;
    const isSilent = death.kind === 'silent';
    if (isSilent && !repeated.has(command)) return repeated.add(command);
    refuse(command, isSilent ? words.silentAt : words.crashedAt);
    return false;
  }

  /**
   * Returns the command that brings the session back.
   *
   * @param {View} home
   * @param {number} most
   * @returns {Command}
   */
  function restoring(home, most) {
    const { shown, sources } = memory;
    const isSample = shown?.singleSample === true;
    const { fingerprint, title, classes } = home.data;
    const place = placeOf(home, isSample ? undefined : run);
    return {
      request: {
        kind: 'restore',
        ...place,
        source: sources.get(fingerprint),
        names: { title, classes },
        past: home.canUndo || home.canRedo ? past : undefined,
        sample: isSample ? placeOf(shown, run) : undefined,
        most,
      },
      total: place.journal[COMPLETED],
    };
  }

  /**
   * Says what came of it, and goes on with the run.
   *
   * @param {View} view
   * @param {Needs | undefined} needs
   */
  function tell(view, needs) {
    if (!story) return;
    const { death, view: before, run: ran, goesOn, leftOut } = story;
    story = undefined;
    const goes = goesOn && !needs;
    const sentences = [
      death.kind === 'silent' ? words.silent : death.kind === 'dead' ? words.crashed : words.back,
      ...(leftOut ? [words.leftOut] : []),
    ];
    const undo = before?.canUndo && !view.canUndo ? words.undoLost : undefined;
    if (needs) sentences.push(words.toBeComputed(integer(needs.miniBatches), duration(needs.work)));
    else if (ran && !goes) sentences.push(words.runStopped(integer(ran.completed)));
    else if (!undo) sentences.push(goes ? words.goesOn : words.whole);
    if (undo) sentences.push(undo);
    const isAside = view.singleSample || !before;
    say(
      sentences,
      needs && !isAside ? [{ label: words.compute, action: computing(before, ran, needs) }] : [],
    );
    if (!goes || !ran) return;
    dispatch({ type: 'run', goal: ran.rest });
    if (globalThis.document?.hidden) dispatch({ type: 'hidden', hidden: true });
  }

  /**
   * Returns the action that computes what was not brought back.
   *
   * @param {View} before
   * @param {Running | undefined} run
   * @param {Needs} needs
   * @returns {Action}
   */
  function computing(before, run, { miniBatches, longest }) {
    const request = { kind: /** @type {const} */ ('openMoment'), ...placeOf(before, run), most: Infinity };
    return {
      type: 'openMoment',
      command: { request, patience: longest / SLOW, total: miniBatches },
    };
  }

  return {
    /**
     * Returns whether a command asks the question at which the last worker died. After a move or a change it
     * may be asked again.
     *
     * @param {Command} command
     * @param {boolean} showsView  whether it is answered with a view
     */
    isFatal(command, showsView) {
      if (showsView && !isRestoring) fatal = undefined;
      return fatal !== undefined && fatal === questionOf(command);
    },

    /**
     * A command was answered: remembers what the client does not.
     *
     * @param {Command} command
     * @param {Reply} answer
     */
    remember({ request }, answer) {
      const { home } = memory;
      const place = home && { journal: home.journal, position: home.after.position };
      if (answer.kind === 'view') {
        run = undefined;
        // The first change, whose history is not asked for yet.
        const isFirst = !past && home?.canUndo === false && answer.view.canUndo && !answer.view.singleSample;
        if (isFirst && place) past = { ...place, history: EMPTY };
      } else if ('running' in answer && answer.running) {
        run = { ...answer.running, journal: answer.running.journal ?? run?.journal };
      } else if (answer.kind === 'answer' && request.kind === 'history' && place) {
        past = { ...place, history: /** @type {Float64Array} */ (answer.value) };
      }
    },

    /**
     * A view was shown.
     *
     * @param {ViewAnswer} answer
     */
    shown({ view, needs }) {
      isRestoring = false;
      tell(view, needs);
    },

    /**
     * A worker has died.
     *
     * @param {Command | undefined} at  the command it was working on
     * @param {Death} death
     * @param {boolean} hasAnswered  whether it had answered anything
     * @param {Command[]} unanswered
     * @returns {Command[] | undefined}  with which another one begins; none if that one would die too
     */
    died(at, death, hasAnswered, unanswered) {
      const left = [...kept.splice(0), ...unanswered];
      const { home, shown, first } = memory;
      const isWanted = death.kind === 'restart';
      fatal = at && questionOf(at);
      const cannotStart = !home && (!hasAnswered || death.start !== undefined);
      if (!isWanted && (isRestoring || cannotStart)) return void giveUp(death, left);
      isRestoring = true;
      const again = left.filter((command) => isAskedAgain(command, at, death));
      if (!home) return first && !again.includes(first) ? [first, ...again] : again;
      const isRefused = at !== undefined && !again.includes(at) && !ONCE.has(at.request.kind);
      const broke = death.kind === 'dead' && at?.request.kind === 'run';
      // What was asked meanwhile ends a run.
      const isAlone = left.every(({ request }) => BESIDE.has(request.kind));
      story = {
        ...(story ?? { death, view: shown, leftOut: isRefused && at.request.kind !== 'run' }),
        ...{ run, goesOn: run !== undefined && !broke && isAlone && story?.goesOn !== false },
      };
      const wanted = left.find(({ request }) => request.kind === 'restart')?.request;
      const most = (wanted?.kind === 'restart' ? wanted.most : undefined) ?? MOST_UNASKED;
      dispatch({ type: 'notice', notice: { sentence: words.restarting, passing: true } });
      return [restoring(home, most), ...again];
    },
  };
}

/** @typedef {ReturnType<typeof createRecovery>} Recovery */
