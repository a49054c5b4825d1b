/**
 * Parses a network, its samples and eta from named lists of numbers: w2, b2, w3, b3 …, x, y, eta.
 *
 * The layer sizes follow from the shapes of the weights. What does not fit is refused with one sentence.
 *
 * @module
 */
import { Refusal } from '../tables/refusal.js';
import { parseNamedLists } from './parse-lists.js';

/** @import { Given } from '../protocol/edit.js' */
/** @import { Matrix } from './parse-lists.js' */

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
 * Returns a count with its noun: "1 row", "2 rows".
 *
 * @param {number} n
 * @param {string} noun
 */
const plural = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/**
 * Returns a vector, which can be written as a row or as a column.
 *
 * @param {Matrix} matrix
 * @param {number} n  its length
 * @param {string} name
 * @param {string} why  why it has this length, for the refusal
 */
function toVector({ rows }, n, name, why) {
  const values =
    rows.length === 1 ? (rows[0] ?? []) : rows.every((row) => row.length === 1) ? rows.flat() : undefined;
  if (!values) throw new Refusal(`${name} must be one list, but it has ${plural(rows.length, 'row')}.`);
  if (values.length !== n) {
    throw new Refusal(`${name} needs ${plural(n, 'number')}, ${why}, but it has ${values.length}.`);
  }
  return values;
}

/**
 * Returns one row for each sample.
 *
 * @param {Matrix} matrix
 * @param {number} n  the length of a row
 * @param {string} name
 * @param {string} unit  what a number of a row belongs to, for the refusal
 */
function toSampleRows({ rows, flat }, n, name, unit) {
  const width = rows[0]?.length ?? 0;
  if (width === n) return rows;
  if (flat && n === 1) return rows.flat().map((value) => [value]);
  // A single sample, written as a column.
  if (width === 1 && rows.length === n) return [rows.flat()];
  throw new Refusal(
    `A row of ${name} needs ${plural(n, 'number')}, one for each ${unit}, but it has ${width}.`,
  );
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
   * @param {string} description  for the refusal
   */
  const need = (name, description) => {
    const matrix = lists.get(name);
    if (!matrix) throw new Refusal(`${name} is missing: ${description}.`);
    return matrix;
  };
  if (layers.length === 0) {
    throw new Refusal('w2 is missing: the weights into layer 2, a row for each of its neurons.');
  }
  const allowed = new Set(['x', 'y', 'eta', ...layers.flatMap((l) => [`w${l}`, `b${l}`])]);
  for (const name of lists.keys()) {
    if (!allowed.has(name)) {
      throw new Refusal(`“${name}” is no name that is known; w2, b2, x, y and eta are.`);
    }
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
      const hint = n === inputs ? ' If it is written the other way round, put .T behind it.' : '';
      throw new Refusal(
        `A row of w${l} needs ${plural(inputs, 'number')}, one for each neuron of the layer before, ` +
          `but it has ${width}.${hint}`,
      );
    }
    const b = need(`b${l}`, `the biases that go with w${l}, ${plural(n, 'number')}`);
    parameters.push(...rows.flat(), ...toVector(b, n, `b${l}`, `one for each row of w${l}`));
    sizes.push(n);
  }
  const x = toSampleRows(need('x', 'the inputs, a row for each sample'), Number(sizes[0]), 'x', 'input');
  const y = toSampleRows(
    need('y', 'the targets, a row for each sample'),
    Number(sizes.at(-1)),
    'y',
    'output',
  );
  if (x.length !== y.length) {
    throw new Refusal(`x has ${plural(x.length, 'sample')}, but y has ${y.length}.`);
  }
  if (x.length * (x[0]?.length ?? 0) + y.length * (y[0]?.length ?? 0) > MAX_SAMPLE_NUMBERS) {
    throw new Refusal(`The samples have more than ${MAX_SAMPLE_NUMBERS} numbers; open them as data.`);
  }
  const [eta = 0] = toVector(need('eta', 'the learning rate'), 1, 'eta', 'the learning rate');
  return {
    sizes,
    parameters: Float64Array.from(parameters),
    xs: Float64Array.from(x.flat()),
    ys: Float64Array.from(y.flat()),
    count: x.length,
    eta,
  };
}
