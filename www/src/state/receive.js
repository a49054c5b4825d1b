/**
 * What an answer of a worker does to the state.
 *
 * @module
 */
import { exists } from '../notation/selection.js';
import { widthsFor } from '../scene/widths.js';
import { isAwaited, loaded, previewed, tableRead, unread } from './data.js';
import { recognised } from './drawing.js';
import { edit } from './edit.js';
import { sameRun } from './equality.js';
import { clearRefusal, refuse } from './feedback.js';
import { arrive } from './motion.js';
import { patch } from './patch.js';
import { stopped } from './playback.js';
import { judged } from './prediction.js';
import { progressed } from './run.js';
import { learn } from './survey.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Answer, Answers } from '../protocol/messages.js' */
/** @import { Action, Command, Next, PageState } from './state.js' */

/** Milliseconds after which the page says that it waits for an answer. */
const SLOW = 400;

/** The sizes and conventions that were asked for have been answered. */
const NOTHING_PENDING = { sizes: undefined, keptLayers: undefined, conventions: undefined };

/**
 * An answer of a kind.
 *
 * @template {Answer['kind']} K
 * @typedef {Extract<Answer, { kind: K }>} AnswerOf
 */

/**
 * @param {PageState} state
 * @returns {Next}
 */
const quiet = (state) => ({ state, commands: [] });

/**
 * Shows a new view.
 *
 * @param {PageState} state
 * @param {Command} command
 * @param {AnswerOf<'view'>} answer
 * @returns {Next}
 */
function show(state, { field }, { view, stop }) {
  const { sizes, weights } = view.after;
  /** @param {Selection | undefined} selection */
  const still = (selection) => (selection && exists(selection, sizes) ? selection : undefined);
  const { ui, lesson, answers, focus, settings, playback } = state;
  // What was typed or chosen is open now.
  const opened = field === 'homework' || field === 'data';
  // While something plays, the scale stays as it is.
  const widthScale = playback.playing
    ? ui.widthScale
    : widthsFor(weights, settings.widths, state.view && ui.widthScale);
  const ready = patch(clearRefusal(state, field), {
    feedback: { slow: false },
    pending: NOTHING_PENDING,
    run: { current: undefined },
    ui: { dialog: opened ? undefined : ui.dialog, widthScale },
    lesson: { beginning: lesson.beginning ?? view.journal },
    answers: { first: sameRun(view.journal, state.view?.journal) ? answers.first : undefined },
    prediction: judged(state.prediction, view),
    focus: {
      selection: still(focus.selection),
      hover: still(focus.hover),
      pins: focus.pins.filter(still),
    },
  });
  const next = arrive(ready, view);
  if (!stop) return next;
  const notice = { sentence: stop.message, diverged: stop.diverged };
  return quiet(patch(stopped(next.state), { feedback: { notice } }));
}

/**
 * Says why a request, or what was typed into a field, is refused: beside its field, or in a notice.
 *
 * @param {PageState} state
 * @param {Omit<Extract<Action, { type: 'refused' }>, 'type'>} refusal
 * @returns {Next}
 */
export function refused(state, { sentence, diverged, field, request }) {
  if (!isAwaited(state.data, request)) return quiet(state);
  const withData = patch(state, { data: unread(state.data, request) });
  const still = patch(stopped(withData), {
    playback: { waiting: undefined },
    pending: NOTHING_PENDING,
    ui: { resized: undefined },
    feedback: { slow: false },
  });
  if (field === undefined) {
    return quiet(patch(still, { run: { current: undefined }, feedback: { notice: { sentence, diverged } } }));
  }
  // A run goes on with what it had; what was asked for the sheet of data is not on its way any more.
  return quiet(refuse(state.run.current ? withData : still, field, sentence));
}

/**
 * Shows that a request is still being worked on.
 *
 * @param {PageState} state
 * @param {Command} command
 * @param {AnswerOf<'progress'>} answer
 * @param {number} elapsed
 * @returns {PageState}
 */
function progress(state, { request, field }, { done, total, running }, elapsed) {
  if (request.kind === 'table' || request.kind === 'preview' || request.kind === 'openData')
    return loaded(state, request, done, total);
  if (running) return clearRefusal(progressed(state, running), field);
  const { feedback, playback } = state;
  const isNew = elapsed > SLOW && !feedback.slow && playback.waiting !== undefined;
  return isNew ? patch(state, { feedback: { slow: true } }) : state;
}

/**
 * What the answers to questions do, by the kind of their request.
 *
 * @type {{ [K in keyof Answers]: (state: PageState, value: Answers[K], command: Command) => Next }}
 */
const QUESTIONS = {
  inspect(state, inspection, { view }) {
    // The view it was asked about may not be shown any more.
    if (view !== state.view) return quiet(state);
    return quiet(patch(state, { answers: { inspection, first: inspection.first ?? state.answers.first } }));
  },
  survey: (state, answer, { since }) => quiet(learn(state, answer, since)),
  digit: recognised,
  preview: (state, preview, { request }) =>
    quiet(request.kind === 'preview' ? previewed(state, preview, request.source) : state),
  rows: (state, rows) => quiet(patch(state, { data: { rows } })),
  proposeSeed: (state, value) => edit(state, { type: 'edit', edit: { kind: 'seed', value }, field: 'seed' }),
  table: (state, result, { request }) =>
    request.kind === 'table' ? tableRead(state, result, request) : quiet(state),
};

/**
 * Takes an answer.
 *
 * @param {PageState} state
 * @param {Extract<Action, { type: 'answer' }>} action
 * @returns {Next}
 */
export function receive(state, { command, answer, elapsed = 0 }) {
  switch (answer.kind) {
    case 'view':
      return show(state, command, answer);
    case 'answer': {
      const { kind } = command.request;
      const questions = /** @type {Record<string, (...args: any[]) => Next>} */ (QUESTIONS);
      return questions[kind]?.(state, answer.value, command) ?? quiet(state);
    }
    case 'refused':
      return refused(state, { ...command, sentence: answer.message, diverged: answer.diverged });
    case 'steered':
      if (!answer.running) return quiet(state);
      return quiet(clearRefusal(progressed(state, answer.running), command.field));
    case 'progress':
      return quiet(progress(state, command, answer, elapsed));
    default:
      return quiet(state);
  }
}
