/**
 * The data the worker has loaded: what was looked at last is at hand when it is opened.
 *
 * @module
 */

/** @import { Session, DataSet } from '../../pkg/backstep.js' */
/** @import { Core, Progress } from './load.js' */
/** @import { DataAt, Preview, Source } from '../protocol/data.js' */
/** @import { Request } from '../protocol/messages.js' */
/** @import { Position } from '../protocol/position.js' */

/** Milliseconds between two signs of life while something is loaded. */
export const SIGN = 400;
/** So many samples are shown of what is not opened yet. */
const PREVIEWED = 6;
/** Data of more numbers is not changed sample by sample: it could not be kept with the session. */
const MOST_NUMBERS = 4_000;

/** @param {() => Core} core  the core is not there from the start */
export function createStock(core) {
  /** @type {{ key: string, data: DataSet } | undefined} */
  let last;
  /** What data is called, and its classes, by fingerprint. @type {Map<number, Pick<DataAt, 'title' | 'classes'>>} */
  const names = new Map();
  /** @type {AbortController | undefined} */
  let loading;

  /** Only what is shipped is known by its name; everything else can be other data the next time. @param {Source} source */
  const keyOf = (source) => (source.kind === 'shipped' ? source.name : undefined);

  /**
   * @param {Source} source
   * @param {Progress} progress
   * @param {boolean} [stopped]  before it began
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
   * @param {Source} source
   * @param {Progress} progress
   * @param {boolean} stopped
   * @returns {Promise<Preview>}
   */
  async function preview(source, progress, stopped) {
    const data = await take(source, progress, stopped);
    const { inputs, outputs, count, evaluates } = data;
    const classes = evaluates ? data.classes() : undefined;
    return { inputs, outputs, count, evaluates, classes, rows: data.rows(0, PREVIEWED) };
  }

  /**
   * Begins anew without a sample of the training data, or with one more.
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

  /** @param {DataAt} now @returns {DataAt} */
  const titled = (now) => ({ ...now, ...names.get(now.fingerprint) });

  return { take, preview, change, titled, cancel: () => loading?.abort() };
}
