/**
 * Remembers what another worker needs to go on where the last one died.
 *
 * @module
 */

/** @import { Source } from '../protocol/data.js' */
/** @import { View } from '../protocol/view.js' */
/** @import { Command } from '../state/state.js' */

/** Questions of panels, which are asked again and again. */
const QUESTIONS = new Set(['inspect', 'survey']);

/**
 * Returns the question a command asks, as JSON, to be compared.
 *
 * @param {Command} command
 * @returns {string | undefined}
 */
const questionOf = ({ request }) => (QUESTIONS.has(request.kind) ? JSON.stringify(request) : undefined);

export function createRecovery() {
  /**
   * The first command, with which another worker begins if there was no view yet.
   *
   * @type {Command | undefined}
   */
  let first;
  /**
   * The last view of the session itself, from which another worker goes on.
   *
   * @type {View | undefined}
   */
  let lastView;
  /**
   * Data that was opened, by fingerprint: another worker needs it again.
   *
   * @type {Map<number, Source>}
   */
  const sources = new Map();
  /** Whether another worker has not shown a view yet. */
  let isRestoring = false;
  /**
   * A restore that was refused because the full core could not be fetched.
   *
   * @type {Command | undefined}
   */
  let failedRestore;
  /**
   * The question at which the last worker died. It is not asked again: the next worker would die of it too.
   *
   * @type {string | undefined}
   */
  let fatalQuestion;

  return {
    /**
     * Returns where data was opened from.
     *
     * @param {number} fingerprint
     */
    sourceOf: (fingerprint) => sources.get(fingerprint),

    /** Returns the last view of the session itself. */
    lastView: () => lastView,

    /**
     * A command is given.
     *
     * @param {Command} command
     * @param {boolean} showsView  whether it is answered with a view
     */
    given(command, showsView) {
      first ??= command;
      // After a move or a change the question may be asked again.
      if (showsView && command.request.kind !== 'restore') fatalQuestion = undefined;
    },

    /**
     * A command was refused.
     *
     * @param {Command} command
     */
    refused(command) {
      if (command.request.kind === 'restore') failedRestore = command;
    },

    /**
     * A command was answered with a view.
     *
     * @param {Command} command
     * @param {View} view
     */
    shown({ request }, view) {
      isRestoring = false;
      // A single-sample session is not in the journal and cannot be restored.
      if (!view.singleSample) lastView = view;
      if ((request.kind === 'openData' || request.kind === 'openMoment') && request.source)
        sources.set(view.data.fingerprint, request.source);
    },

    /**
     * Returns whether a command asks the question at which the last worker died.
     *
     * @param {Command} command
     */
    isFatal: (command) => fatalQuestion !== undefined && fatalQuestion === questionOf(command),

    /** Returns a restore that has to be tried again; once. */
    takeFailed() {
      const command = failedRestore;
      failedRestore = undefined;
      return command;
    },

    /**
     * A worker has died.
     *
     * @param {Command | undefined} at  the command it was working on
     * @param {boolean} hasAnswered  whether it had answered anything
     * @returns {Command | undefined}  with which another one begins; none if that one would die too
     */
    died(at, hasAnswered) {
      fatalQuestion = at && questionOf(at);
      if (isRestoring || (!lastView && !hasAnswered)) return undefined;
      isRestoring = first !== undefined;
      if (!lastView) return first;
      const { journal, after, data } = lastView;
      const source = sources.get(data.fingerprint);
      return { request: { kind: 'restore', journal, position: after.position, ...(source && { source }) } };
    },
  };
}
