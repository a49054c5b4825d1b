/**
 * Opening, moving in and changing the session. Each handler returns the position that is shown afterwards.
 *
 * @module
 */
import { frontier } from '../run.js';
import { ORIGIN } from '../sessions.js';
import { withView } from './handlers.js';

/** @import { Session } from '../../../pkg/backstep.js' */
/** @import { Position } from '../../protocol/position.js' */
/** @import { Tools } from '../worker.js' */

/** @param {Tools} tools */
export function sessionHandlers({ sessions }) {
  const { current } = sessions;
  return withView(sessions, {
    open({ example }, core) {
      sessions.closeSample();
      sessions.open(core, example);
      return ORIGIN;
    },

    show: ({ position }) => position,
    move: ({ position, unit, by }) => current().neighbour(position, unit, by) ?? position,
    visit: ({ index }) => current().positionOf(index),

    edit({ edit, continues, position }) {
      /**
       * @param {Session} session
       * @param {Position} from
       */
      const make = (session, from) => session.edit(from, edit, continues);
      // A new beginning starts from the session itself, also while a single sample is shown.
      const begins = edit.kind === 'seed' || edit.kind === 'example';
      return begins ? sessions.beginAgain(make) : make(current(), position ?? frontier(current()));
    },

    undo: () => current().undo(sessions.shown()) ?? sessions.shown(),
    redo: () => current().redo(sessions.shown()) ?? sessions.shown(),

    openNetwork({ given, position }, core) {
      const { sizes, parameters, xs, ys, count, eta, conventions } = given;
      const [inputs, outputs] = [Number(sizes[0]), Number(sizes.at(-1))];
      const data = core.DataSet.numbers(inputs, outputs, xs, ys, new Uint8Array(), false, {});
      try {
        const settings = { sizes, seed: 0, eta, miniBatchSize: count, ...conventions };
        sessions.beginAgain((session, at) => session.openNetwork(at, data, settings, parameters), position);
      } finally {
        data.free();
      }
      return ORIGIN;
    },

    openSample({ position, x, y }) {
      sessions.openSample(current().singleSampleSession(position, x, y), position);
      return ORIGIN;
    },

    openEvaluationSample({ position, number }) {
      sessions.openSample(current().evaluationSampleSession(position, number), position);
      return ORIGIN;
    },

    closeSample() {
      sessions.closeSample();
      return sessions.shown();
    },
  });
}
