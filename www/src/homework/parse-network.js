/**
 * Parses a network, its samples and eta from named lists of numbers: w2, b2, w3, b3 …, x, y, eta.
 *
 * The layer sizes follow from the shapes of the weights. What does not fit is refused with one sentence.
 *
 * @module
 */
import { Refusal } from './refusal.js';
import { singleWeights, wayRound } from '../words/en/typed.js';
import { parseNamedLists } from './parse-lists.js';
import * as words from '../words/en/homework.js';

/** @import { Given } from '../protocol/edit.js' */
/** @import { Matrix } from './nested-lists.js' */

/** Other names that are accepted. @type {Record<string, string>} */
const ALIASES = {
  input: 'x',
  inputs: 'x',
  target: 'y',
  targets: 'y',
  t: 'y',
  η: 'eta',
  lr: 'eta',
  learningrate: 'eta',
};

/** The most numbers in all samples; nobody types more by hand. */
const MAX_SAMPLE_NUMBERS = 2_000;

/**
 * Returns the short name of a list: w2 for "weights2", eta for "lr".
 *
 * @param {string} name
 */
function shortName(name) {
  const list = /^(w|weights?|b|bias|biases)(\d+)$/.exec(name);
  return list ? `${String(list[1]).slice(0, 1)}${list[2]}` : (ALIASES[name] ?? name);
}

/**
 * Returns a vector, which can be written as a row or as a column.
 *
 * @param {Matrix} matrix
 * @param {number} n  its length
 * @param {string} name
 * @param {(has: number) => string} wrong  the refusal of another length
 */
function toVector({ rows }, n, name, wrong) {
  const values =
    rows.length === 1 ? (rows[0] ?? []) : rows.every((row) => row.length === 1) ? rows.flat() : undefined;
  if (!values) throw new Refusal(words.notAList(name, rows.length));
  if (values.length !== n) throw new Refusal(wrong(values.length));
  return values;
}

/**
 * Returns one row for each sample.
 *
 * @param {Matrix} matrix
 * @param {number} n  the length of a row
 * @param {'x' | 'y'} name
 */
function toSampleRows({ rows, flat }, n, name) {
  const width = rows[0]?.length ?? 0;
  if (width === n) return rows;
  if (flat && n === 1) return rows.flat().map((value) => [value]);
  // A single sample, written as a column.
  if (width === 1 && rows.length === n) return [rows.flat()];
  const hint = rows.length === n ? ` ${wayRound}` : '';
  throw new Refusal(words.width[name](n, width) + hint);
}

/**
 * Parses a network with its samples.
 *
 * @param {string} text
 * @returns {Omit<Given, 'conventions'>}
 * @throws {Refusal} if a list is missing, unknown, or does not fit the others
 */
export function parseNetwork(text) {
  const lists = new Map([...parseNamedLists(text)].map(([name, matrix]) => [shortName(name), matrix]));
  const layers = [...lists.keys()]
    .flatMap((name) => (/^w\d+$/.test(name) ? [Number(name.slice(1))] : []))
    .sort((one, other) => one - other);
  /**
   * @param {string} name
   * @param {string} missing  the refusal if it is not there
   */
  const need = (name, missing) => {
    const matrix = lists.get(name);
    if (!matrix) throw new Refusal(missing);
    return matrix;
  };
  if (layers.length === 0) throw new Refusal(words.missing.weights);
  const isSingle = layers.every((l) => lists.get(`w${l}`)?.rows.flat().length === 1);
  if (layers.length > 2 && isSingle && layers.some((l) => !lists.has(`b${l}`)))
    throw new Refusal(singleWeights({ first: Number(layers[0]), last: Number(layers.at(-1)) }));
  const allowed = new Set(['x', 'y', 'eta', ...layers.flatMap((l) => [`w${l}`, `b${l}`])]);
  for (const name of lists.keys()) {
    if (!allowed.has(name)) throw new Refusal(words.unknown(name));
  }
  /** @type {number[]} */
  const sizes = [need(`w${layers[0]}`, '').rows[0]?.length ?? 0];
  /** @type {number[]} */
  const parameters = [];
  for (const l of layers) {
    const { rows } = need(`w${l}`, '');
    const [inputs, n] = [Number(sizes.at(-1)), rows.length];
    const width = rows[0]?.length ?? 0;
    if (width !== inputs) {
      const { weights, transposed } = words.width;
      throw new Refusal((n === inputs ? transposed : weights)({ l, n: inputs, has: width }));
    }
    const b = need(`b${l}`, words.missing.biases(l, n));
    const wrong = (/** @type {number} */ has) => words.length.biases({ l, n, has });
    parameters.push(...rows.flat(), ...toVector(b, n, `b${l}`, wrong));
    sizes.push(n);
  }
  const x = toSampleRows(need('x', words.missing.x), Number(sizes[0]), 'x');
  const y = toSampleRows(need('y', words.missing.y), Number(sizes.at(-1)), 'y');
  if (x.length !== y.length) throw new Refusal(words.counts(x.length, y.length));
  if (x.length * (x[0]?.length ?? 0) + y.length * (y[0]?.length ?? 0) > MAX_SAMPLE_NUMBERS) {
    throw new Refusal(words.tooMany(MAX_SAMPLE_NUMBERS));
  }
  const [eta = 0] = toVector(need('eta', words.missing.eta), 1, 'eta', words.length.eta);
  return {
    sizes,
    parameters: Float64Array.from(parameters),
    xs: Float64Array.from(x.flat()),
    ys: Float64Array.from(y.flat()),
    count: x.length,
    eta,
  };
}
