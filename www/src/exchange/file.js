/**
 * A moment as a file: a zip with `session.json`, and `data.csv` if the session has data of its own.
 *
 * @module
 */
import { strFromU8, strToU8, unzipSync, zipSync } from '../../vendor/fflate/fflate.js';
import { fromReadable, toReadable } from './readable.js';
import { packMoment, unpackMoment } from './pack.js';
import { imagesNotSaved, wrong } from '../words/en/exchange.js';

/** @import { Source } from '../protocol/data.js' */
/** @import { Moment } from './moment.js' */

const VERSION = 1;
/** The most bytes of a file, and of what is in it. */
export const MOST_BYTES = 64_000_000;
const NAMES = ['session.json', 'data.csv'];

/** Sources of data that can be in a file. @typedef {Extract<Source, { kind: 'table' }>} Table */

/** @param {number} value */
const text = (value) => (Object.is(value, -0) ? '-0' : String(value));

/**
 * Returns samples as lines with their numbers.
 *
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {number} inputs
 * @param {number} outputs
 */
function csvOf(xs, ys, inputs, outputs) {
  const names = [
    ...Array.from({ length: inputs }, (_, at) => `x${at + 1}`),
    ...Array.from({ length: outputs }, (_, at) => `y${at + 1}`),
  ];
  const lines = [names.join()];
  for (let row = 0; row * inputs < xs.length; row += 1) {
    const x = Array.from({ length: inputs }, (_, at) => text(Number(xs[row * inputs + at])));
    const y = Array.from({ length: outputs }, (_, at) => text(Number(ys[row * outputs + at])));
    lines.push([...x, ...y].join());
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Reads the samples of such lines.
 *
 * @param {string} csv
 * @param {number} inputs
 * @param {number} outputs
 */
function samplesOf(csv, inputs, outputs) {
  /** @type {[number[], number[]]} */
  const [xs, ys] = [[], []];
  for (const [row, line] of csv.trimEnd().split(/\r?\n/).slice(1).entries()) {
    const cells = line.split(',');
    const numbers = cells.map((cell) => (cell.trim() === '' ? NaN : Number(cell)));
    if (cells.length !== inputs + outputs || !numbers.every(Number.isFinite))
      throw new Error(wrong.line(row + 2, inputs + outputs));
    xs.push(...numbers.slice(0, inputs));
    ys.push(...numbers.slice(inputs));
  }
  return { xs, ys };
}

/**
 * Returns a moment as the bytes of a file.
 *
 * @param {Moment} moment
 * @throws {Error} if its data is images, which are too big for a file
 */
export function fileOf(moment) {
  const session = /** @type {any} */ (toReadable(moment.journal));
  const { source } = moment;
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  const { xs, ys, inputs, outputs } = session.data ?? {};
  if (xs) {
    files['data.csv'] = strToU8(csvOf(xs.map(Number), ys.map(Number), inputs, outputs));
    session.data = { ...session.data, xs: undefined, ys: undefined };
  }
  /** @type {object | undefined} */
  let table;
  if (source?.kind === 'table') {
    files['data.csv'] = strToU8(csvOf(source.xs, source.ys, source.inputs, source.outputs));
    table = { ...source, xs: undefined, ys: undefined };
  } else if (source?.kind === 'images') throw new Error(imagesNotSaved);
  // How it is looked at, as in a link; the journal is readable beside it.
  const look = btoa(String.fromCharCode(...packMoment({ ...moment, journal: new Float64Array() })));
  const content = JSON.stringify({ backstep: VERSION, session, table, look }, undefined, 1);
  return zipSync({ 'session.json': strToU8(content), ...files });
}

/**
 * Reads a file.
 *
 * @param {Uint8Array} bytes
 * @returns {Moment}
 * @throws {Error} whose message is a sentence about the file
 */
export function readFile(bytes) {
  if (bytes.length > MOST_BYTES) throw new Error(wrong.tooBig);
  let left = MOST_BYTES;
  /** @type {Record<string, Uint8Array>} */
  let files;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NAMES.includes(name)) return false;
        left -= originalSize;
        return left >= 0;
      },
    });
  } catch {
    throw new Error(wrong.notOurs);
  }
  if (left < 0) throw new Error(wrong.tooBigUnpacked);
  const content = files['session.json'];
  if (!content) throw new Error(wrong.notOurs);
  /** @type {any} */
  let parsed;
  try {
    parsed = JSON.parse(strFromU8(content));
  } catch {
    throw new Error(wrong.session);
  }
  const { backstep, session, table, look } = parsed ?? {};
  if (backstep > VERSION) throw new Error(wrong.newer);
  if (backstep !== VERSION || typeof look !== 'string' || typeof session !== 'object')
    throw new Error(wrong.otherSession);
  return momentOf(session, table, look, files['data.csv'] && strFromU8(files['data.csv']));
}

/**
 * @param {any} session
 * @param {any} table
 * @param {string} look
 * @param {string | undefined} csv
 * @returns {Moment}
 */
function momentOf(session, table, look, csv) {
  /** @type {string} */
  let bytes;
  try {
    bytes = atob(look);
  } catch {
    throw new Error(wrong.session);
  }
  const moment = unpackMoment(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  const { data } = session ?? {};
  const own = csv !== undefined && data && !table && data.fingerprint === undefined;
  const samples = own ? samplesOf(csv, Number(data.inputs), Number(data.outputs)) : {};
  const journal = fromReadable({ ...session, data: { ...data, ...samples } });
  if (!table || csv === undefined) return { ...moment, journal };
  const { xs, ys } = samplesOf(csv, Number(table.inputs), Number(table.outputs));
  const lists = { xs: Float64Array.from(xs), ys: Float64Array.from(ys) };
  return { ...moment, journal, source: /** @type {Table} */ ({ ...table, ...lists, kind: 'table' }) };
}
