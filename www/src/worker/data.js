/**
 * The data that the worker has loaded. The last preview is stored, so that opening it loads nothing again.
 *
 * @module
 */
import { Refusal } from '../protocol/refusal.js';

/** @import { DataSet } from '../../pkg/backstep.js' */
/** @import { Core, Progress } from './load.js' */
/** @import { DataAt, Preview, Source } from '../protocol/data.js' */

/** Milliseconds between two messages of progress while something is loaded. */
export const SIGN = 400;
/** Samples in a preview; of two inputs, which are drawn as points. */
const PREVIEWED = 6;
const PREVIEWED_POINTS = 400;

/** @param {() => Core} core  a function, because the full core is fetched later */
export function createStock(core) {
  /** @type {{ key: string, data: DataSet } | undefined} */
  let last;
  /**
   * The titles, classes and columns of data by fingerprint.
   *
   * @type {Map<number, Pick<DataAt, 'title' | 'classes' | 'inputNames'>>}
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
        throw new Refusal({ kind: 'loaderNotFetched' }, { cause });
      });
      const data = await load(source, core(), (now, all) => ([loaded, total] = [now, all]), signal);
      const { title } = source;
      const { classes, inputNames } = source.kind === 'table' ? source : {};
      names.set(data.fingerprint, { title, classes, inputNames });
      last?.data.free();
      last = { key: key ?? '', data };
      return data;
    } finally {
      clearInterval(sign);
      loading = undefined;
    }
  }

  /**
   * Gives data the names that it was written down with.
   *
   * @param {number} fingerprint
   * @param {Pick<DataAt, 'title' | 'classes' | 'inputNames'>} [given]
   */
  function name(fingerprint, given) {
    if (given) names.set(fingerprint, given);
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
    return {
      inputs,
      outputs,
      count,
      evaluates,
      classes,
      rows: data.rows(0, inputs === 2 ? PREVIEWED_POINTS : PREVIEWED),
    };
  }

  /**
   * Adds title and classes to the description of data.
   *
   * @param {DataAt} now
   * @returns {DataAt}
   */
  const titled = (now) => ({ ...now, ...names.get(now.fingerprint) });

  return { take, preview, name, titled, cancel: () => loading?.abort() };
}
