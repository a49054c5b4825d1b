/**
 * Taking the answers of the workers into the state.
 *
 * @module
 */
import { exists } from '../notation/selection.js';
import { changesAfter } from './changes.js';
import { isAwaited, showLoading, takePreview, takeTable, withoutRequest } from './data.js';
import { takeDigit } from './drawing.js';
import { edit } from './edit.js';
import { sameRun } from './equality.js';
import { clearRefusal, refuse } from './feedback.js';
import { NUMBER_FIELD } from './gestures.js';
import { momentAfter } from './moment.js';
import { arrive } from './motion.js';
import { onlyState, patch } from './patch.js';
import { stopped } from './playback.js';
import { judge } from './prediction.js';
import { takeProgress } from './run.js';
import { takeSurvey } from './survey.js';

/** @import { Selection } from '../notation/selection.js' */
/** @import { Answer, Answers } from '../protocol/messages.js' */
/** @import { Action, Command, Next, PageState } from './state.js' */

/** Milliseconds after which the page shows that it waits for an answer. */
const SLOW = 400;

/** No change of sizes or conventions waits for an answer. */
const NOTHING_PENDING = { sizes: undefined, keptLayers: undefined, conventions: undefined };

/**
 * An answer of a kind.
 *
 * @template {Answer['kind']} K
 * @typedef {Extract<Answer, { kind: K }>} AnswerOf
 */

/**
 * Shows a new view.
 *
 * @param {PageState} state
 * @param {Command} command
 * @param {AnswerOf<'view'>} answer
 * @returns {Next}
 */
function showView(state, { field, request }, { view, stop }) {
  const { sizes } = view.after;
  /** @param {Selection | undefined} selection */
  const still = (selection) => (selection && exists(selection, sizes) ? selection : undefined);
  const { ui, lesson, answers, focus, feedback } = state;
  // A number that was typed is set: the next one follows.
  const next = field === NUMBER_FIELD ? focus.typing?.next : undefined;
  // What was typed or chosen in a dialog is open now.
  const opened = field === 'homework' || field === 'data';
  const ready = patch(clearRefusal(state, field), {
    feedback: {
      slow: false,
      moment: momentAfter(state, request, view),
      changes: changesAfter(feedback.changes, request),
      notice: feedback.notice?.passing ? undefined : feedback.notice,
    },
    pending: NOTHING_PENDING,
    run: { current: undefined },
    ui: {
      dialog: opened ? undefined : ui.dialog,
      resized: request.kind === 'edit' ? ui.resized : undefined,
    },
    lesson: { beginning: lesson.beginning ?? view.journal },
    answers: { first: sameRun(view.journal, state.view?.journal) ? answers.first : undefined },
    prediction: judge(state.prediction, view),
    focus: {
      selection: still(next ?? focus.selection),
      typing: next && { selection: next },
      hover: still(focus.hover),
      pins: focus.pins.filter(still),
    },
  });
  const shown = arrive(ready, view);
  if (!stop) return shown;
  const notice = { sentence: String(stop.sentence), diverged: stop.why.kind === 'diverged' };
  return onlyState(patch(stopped(shown.state), { feedback: { notice } }));
}

/**
 * Takes a refusal of a request or of a typed value: shown beside its field, or as a notice.
 *
 * @param {PageState} state
 * @param {Omit<Extract<Action, { type: 'refused' }>, 'type'>} refusal
 * @returns {Next}
 */
export function takeRefusal(state, { sentence, diverged, field, request }) {
  if (!isAwaited(state.data, request)) return onlyState(state);
  const withData = patch(state, { data: withoutRequest(state.data, request) });
  // What was refused is no longer marked, what was changed before still is.
  const { moment } = state.feedback;
  const still = patch(stopped(withData), {
    playback: { waiting: undefined },
    pending: NOTHING_PENDING,
    ui: { resized: moment?.kind === 'resized' ? moment.resized : undefined },
    feedback: { slow: false },
  });
  if (field === undefined) {
    return onlyState(
      patch(still, { run: { current: undefined }, feedback: { notice: { sentence, diverged } } }),
    );
  }
  // A run goes on with its previous settings; a request of the data dialog has ended.
  return onlyState(refuse(state.run.current ? withData : still, field, sentence));
}

/**
 * Shows how far a request has been carried out.
 *
 * @param {PageState} state
 * @param {Command} command
 * @param {AnswerOf<'progress'>} answer
 * @param {number} elapsed
 * @returns {PageState}
 */
function showProgress(state, { request, field }, { done, total, running }, elapsed) {
  if (request.kind === 'table' || request.kind === 'preview' || request.kind === 'openData')
    return showLoading(state, request, done, total);
  if (running) return clearRefusal(takeProgress(state, running), field);
  const { feedback, playback } = state;
  const isNew = elapsed > SLOW && !feedback.slow && playback.waiting !== undefined;
  return isNew ? patch(state, { feedback: { slow: true } }) : state;
}

/**
 * How each answer to a question is taken, by the kind of its request.
 *
 * @type {{ [K in keyof Answers]: (state: PageState, value: Answers[K], command: Command) => Next }}
 */
const QUESTIONS = {
  inspect(state, inspection, { view }) {
    // An answer about a view that is no longer shown is dropped.
    if (view !== state.view) return onlyState(state);
    return onlyState(
      patch(state, { answers: { inspection, first: inspection.first ?? state.answers.first } }),
    );
  },
  survey: (state, answer, { since }) => onlyState(takeSurvey(state, answer, since)),
  digit: takeDigit,
  preview: (state, preview, { request }) =>
    onlyState(request.kind === 'preview' ? takePreview(state, preview, request.source) : state),
  rows: (state, rows) => onlyState(patch(state, { data: { rows } })),
  proposeSeed: (state, value) => edit(state, { type: 'edit', edit: { kind: 'seed', value }, field: 'seed' }),
  // It is stored, not shown.
  history: (state) => onlyState(state),
  table: (state, result, { request }) =>
    request.kind === 'table' ? takeTable(state, result, request) : onlyState(state),
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
      return showView(state, command, answer);
    case 'answer': {
      const { kind } = command.request;
      const questions = /** @type {Record<string, (...args: any[]) => Next>} */ (QUESTIONS);
      return questions[kind]?.(state, answer.value, command) ?? onlyState(state);
    }
    case 'refused':
      return takeRefusal(state, {
        ...command,
        sentence: String(answer.sentence),
        diverged: answer.why.kind === 'diverged',
      });
    case 'steered':
      if (!answer.running) return onlyState(state);
      return onlyState(clearRefusal(takeProgress(state, answer.running), command.field));
    case 'progress':
      return onlyState(showProgress(state, command, answer, elapsed));
    default:
      return onlyState(state);
  }
}
