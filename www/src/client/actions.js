/**
 * Turns answers into the actions that they are for the state.
 *
 * @module
 */

/** @import { Answer, Answers } from '../protocol/messages.js' */
/** @import { Action, Command } from '../state/state.js' */

/** Milliseconds after which the page is told that it has to wait. */
const SLOW = 400;

/**
 * The actions of the answers to questions, by the kind of the request.
 *
 * @type {{ [K in keyof Answers]: (value: Answers[K], command: Command) => Action | undefined }}
 */
const QUESTIONS = {
  inspect: (inspection, { view }) => ({ type: 'inspected', inspection, view }),
  survey: (survey, { since }) => ({ type: 'surveyed', survey, since }),
  digit: (digit) => ({ type: 'digit', digit }),
  preview: (preview, { request }) =>
    request.kind === 'preview' ? { type: 'previewed', preview, source: request.source } : undefined,
  rows: (rows) => ({ type: 'rows', rows }),
  proposeSeed: (seed) => ({ type: 'seedProposed', seed }),
  table: (read, { request }) => (request.kind === 'table' ? { type: 'tableRead', read, request } : undefined),
};

/**
 * Returns the action that an answer is.
 *
 * @param {Command} command
 * @param {Answer} answer
 * @param {number} elapsed  milliseconds since the command was given
 * @returns {Action | undefined}
 */
export function actionOf(command, answer, elapsed) {
  const { request, field } = command;
  switch (answer.kind) {
    case 'view':
      return { type: 'answered', view: answer.view, ...answer.stop, field };
    case 'answer': {
      const question = /** @type {Record<string, (value: any, command: Command) => Action | undefined>} */ (
        QUESTIONS
      );
      return question[request.kind]?.(answer.value, command);
    }
    case 'refused':
      return { type: 'refused', sentence: answer.message, diverged: answer.diverged, field, request };
    case 'steered':
      return answer.running && { type: 'progress', running: answer.running, field };
    case 'progress': {
      const { running, done, total } = answer;
      if (request.kind === 'table' || request.kind === 'preview' || request.kind === 'openData')
        return { type: 'loading', loaded: done, total, request };
      if (running) return { type: 'progress', running, field };
      return elapsed > SLOW ? { type: 'slow' } : undefined;
    }
    case 'dead':
      return undefined;
  }
}
