/**
 * The data that the worker has loaded. The last preview is stored, so that opening it loads nothing again.
 *
 * @module
 */

/** @import { Session, DataSet } from '../../pkg/backstep.js' */
/** @import { Core, Progress } from './load.js' */
/** @import { DataAt, Preview, Source } from '../protocol/data.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */

/** Milliseconds between two messages of progress while something is loaded. */
export const SIGN = 400;
/** Samples in a preview. */
const PREVIEWED = 6;
/** The most numbers of data whose samples can be added and removed: more do not fit into a journal. */
const MOST_NUMBERS = 4_000;

/** @param {() => Core} core  a function, because the full core is fetched later */
export function createStock(core) {
  /** @type {{ key: string, data: DataSet } | undefined} */
  let last;
  /**
   * The titles and the classes of data by fingerprint.
   *
   * @type {Map<number, Pick<DataAt, 'title' | 'classes'>>}
   */
  const names = new Map();
  /** @type {AbortController | undefined} */
  let loading;

  /**
   * Returns the name of shipped data. Other sources have none: their data can be another the next time.
   *
   * @param {Source} source
   */
  const keyOf = (source) => (source.kind === 'shipped' ? source.name : undefined);

  /**
   * Returns the data of a source, loaded if it is not stored.
   *
   * @param {Source} source
   * @param {Progress} progress
   * @param {boolean} [stopped]  whether loading was stopped before it began
   */
  async function take(source, progress, stopped = false) {
    const key = keyOf(source);
    if (last && last.key === key) return last.data;
    loading = new AbortController();
    if (stopped) loading.abort();
    const { signal } = loading;
    let [loaded, total] = [0, /** @type {number | undefined} */ (undefined)];
    const sign = setInterval(() => progress(loaded, total), SIGN);
    try {
      const { load } = await import('./load.js').catch((cause) => {
        throw new Error('What loads data could not be fetched: is there a connection?', { cause });
      });
      const data = await load(source, core(), (now, all) => ([loaded, total] = [now, all]), signal);
      const { title } = source;
      names.set(data.fingerprint, { title, classes: source.kind === 'table' ? source.classes : undefined });
      last?.data.free();
      last = { key: key ?? '', data };
      return data;
    } finally {
      clearInterval(sign);
      loading = undefined;
    }
  }

  /**
   * Returns the preview of a source.
   *
   * @param {Source} source
   * @param {Progress} progress
   * @param {boolean} stopped  whether loading was stopped before it began
   * @returns {Promise<Preview>}
   */
  async function preview(source, progress, stopped) {
    const data = await take(source, progress, stopped);
    const { inputs, outputs, count, evaluates } = data;
    const classes = evaluates ? data.classes() : undefined;
    return { inputs, outputs, count, evaluates, classes, rows: data.rows(0, PREVIEWED) };
  }

  /**
   * Starts the session again without one of the training samples, or with one more.
   *
   * @param {Session} session
   * @param {Position} position
   * @param {Extract<Request, { kind: 'changeSamples' }>} change
   */
  function change(session, position, { remove, add }) {
    const now = session.dataAt(position);
    const { sizes } = session.stateAt(position);
    const [inputs = 1, outputs = 1] = [sizes[0], sizes.at(-1)];
    const width = inputs + outputs;
    if (remove === undefined && add?.length !== width) throw new Error(`A sample has ${width} numbers here.`);
    const rest = (now.count + now.test) * width + (add?.length ?? 0);
    if (rest > MOST_NUMBERS)
      throw new Error('Samples can be added and removed where the data has no more than 4,000 numbers.');
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
    const data = core().DataSet.numbers(inputs, outputs, ...lists, Uint8Array.of(0, 0), now.evaluates, {});
    try {
      session.changeSamples(position, data);
      const { classes } = names.get(now.fingerprint) ?? {};
      names.set(data.fingerprint, { title: 'samples of your own', classes });
    } finally {
      data.free();
    }
  }

  /**
   * Adds title and classes to the description of data.
   *
   * @param {DataAt} now
   * @returns {DataAt}
   */
  const titled = (now) => ({ ...now, ...names.get(now.fingerprint) });

  return { take, preview, change, titled, cancel: () => loading?.abort() };
}
