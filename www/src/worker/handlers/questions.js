/**
 * Questions, which change nothing. Each handler returns the answer.
 *
 * @module
 */
import { inspect } from '../../protocol/questions.js';
import { survey } from '../survey.js';
import { withValue } from './handlers.js';

/** @import { Tools } from '../worker.js' */

/** @param {Tools} tools */
export function questionHandlers({ sessions, stock, loading, isCancelled }) {
  const { current } = sessions;
  return withValue({
    inspect: ({ position, questions }) => inspect(current(), position, questions),
    survey: ({ position, sizes, wants }) => survey(current(), position, sizes, wants),

    digit({ position, ink, side, inputs }, core) {
      const x = core.digit(ink, side, inputs);
      return { x, output: current().answer(position, x) };
    },

    rows: ({ position, test, first, count }) => ({
      first,
      test,
      ...current().rows(position, test, first, count),
    }),

    preview: ({ id, source }) => stock.preview(source, loading(id), isCancelled(id)),
    proposeSeed: (_, core) => core.proposeSeed(),
    history: () => sessions.home().history(),
  });
}
