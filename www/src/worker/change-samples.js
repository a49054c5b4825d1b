/**
 * Adds and removes samples.
 *
 * @module
 */
import { Refusal } from '../protocol/refusal.js';

/** @import { Session } from '../../pkg/backstep.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */
/** @import { Core } from './cores.js' */
/** @import { Tools } from './worker.js' */

/** The most numbers of data whose samples can be added and removed: more do not fit into a journal. */
const MOST_NUMBERS = 4_000;

/**
 * Starts the session again without one of the training samples, or with one more.
 *
 * @param {Session} session
 * @param {Position} position
 * @param {Extract<Request, { kind: 'changeSamples' }>} change
 * @param {Core} core
 * @param {Tools['stock']} stock  knows the names of data
 */
export function changeSamples(session, position, { remove, add, title }, core, stock) {
  const now = stock.titled(session.dataAt(position));
  const { sizes } = session.stateAt(position);
  const [inputs = 1, outputs = 1] = [sizes[0], sizes.at(-1)];
  const width = inputs + outputs;
  if (remove === undefined && add?.length !== width) throw new Refusal({ kind: 'sampleLength', n: width });
  const rest = (now.count + now.test) * width + (add?.length ?? 0);
  if (rest > MOST_NUMBERS) throw new Refusal({ kind: 'samplesFixed', most: MOST_NUMBERS });
  const train = session.rows(position, false, 0, now.count);
  const test = session.rows(position, true, 0, now.test);
  const [xs, ys] = [[...train.xs], [...train.ys]];
  if (remove !== undefined) {
    xs.splice(remove * inputs, inputs);
    ys.splice(remove * outputs, outputs);
  }
  xs.push(...(add?.subarray(0, inputs) ?? []), ...test.xs);
  ys.push(...(add?.subarray(inputs) ?? []), ...test.ys);
  const lists = /** @type {const} */ ([Float64Array.from(xs), Float64Array.from(ys)]);
  const data = core.DataSet.numbers(inputs, outputs, ...lists, Uint8Array.of(0, 0), now.evaluates, {});
  try {
    session.changeSamples(position, data);
    stock.name(data.fingerprint, { title, classes: now.classes });
  } finally {
    data.free();
  }
}
