/**
 * A network with its samples, put together from named lists: shapes are found from the weights, and what does not fit is
 * refused with one sentence. Pure.
 *
 * @module
 */
import { Refusal } from '../tables/refusal.js';
import { readNamed } from './parse-lists.js';

/** @import { Given } from '../protocol/messages.js' */
/** @import { Table } from './parse-lists.js' */

/** Other names of the same things. @type {Record<string, string>} */
const NAMES = {
  input: 'x',
  inputs: 'x',
  target: 'y',
  targets: 'y',
  t: 'y',
  η: 'eta',
  lr: 'eta',
  learningrate: 'eta',
};

/** So many numbers of samples are taken; more are not typed by hand. */
const MOST_NUMBERS = 2_000;

/** @param {string} name */
function nameOf(name) {
  const list = /^(w|weights?|b|bias|biases)(\d+)$/.exec(name);
  return list ? `${String(list[1]).slice(0, 1)}${list[2]}` : (NAMES[name] ?? name);
}

/** @param {number} n @param {string} what */
const some = (n, what) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** A list in any of the ways it can be written: a row or a column. @param {Table} table @param {number} n @param {string} name @param {string} why */
function list({ rows }, n, name, why) {
  const values =
    rows.length === 1 ? (rows[0] ?? []) : rows.every((row) => row.length === 1) ? rows.flat() : undefined;
  if (!values) throw new Refusal(`${name} must be one list, but it has ${some(rows.length, 'row')}.`);
  if (values.length !== n) {
    throw new Refusal(`${name} needs ${some(n, 'number')}, ${why}, but it has ${values.length}.`);
  }
  return values;
}

/** One row for each sample. @param {Table} table @param {number} n @param {string} name @param {string} what */
function samples({ rows, flat }, n, name, what) {
  const width = rows[0]?.length ?? 0;
  if (width === n) return rows;
  if (flat && n === 1) return rows.flat().map((value) => [value]);
  // A single sample as a column.
  if (width === 1 && rows.length === n) return [rows.flat()];
  throw new Refusal(
    `A row of ${name} needs ${some(n, 'number')}, one for each ${what}, but it has ${width}.`,
  );
}

/**
 * @param {string} text  named lists: w2, b2, w3, b3 …, x, y, eta
 * @returns {Omit<Given, 'conventions'>}
 */
export function givenOf(text) {
  const named = new Map([...readNamed(text)].map(([name, value]) => [nameOf(name), value]));
  const numbers = [...named.keys()]
    .flatMap((name) => (/^w\d+$/.test(name) ? [Number(name.slice(1))] : []))
    .sort((one, other) => one - other);
  /** @param {string} name @param {string} what */
  const need = (name, what) => {
    const value = named.get(name);
    if (!value) throw new Refusal(`${name} is missing: ${what}.`);
    return value;
  };
  if (numbers.length === 0) {
    throw new Refusal('w2 is missing: the weights into layer 2, a row for each of its neurons.');
  }
  const known = new Set(['x', 'y', 'eta', ...numbers.flatMap((l) => [`w${l}`, `b${l}`])]);
  for (const name of named.keys()) {
    if (!known.has(name)) throw new Refusal(`“${name}” is no name that is known; w2, b2, x, y and eta are.`);
  }
  /** @type {number[]} */
  const sizes = [need(`w${numbers[0]}`, '').rows[0]?.length ?? 0];
  /** @type {number[]} */
  const parameters = [];
  for (const l of numbers) {
    const { rows } = need(`w${l}`, '');
    const [inputs, n] = [Number(sizes.at(-1)), rows.length];
    const width = rows[0]?.length ?? 0;
    if (width !== inputs) {
      const turned = n === inputs ? ' If it is written the other way round, put .T behind it.' : '';
      throw new Refusal(
        `A row of w${l} needs ${some(inputs, 'number')}, one for each neuron of the layer before, but it has ${width}.${turned}`,
      );
    }
    const b = need(`b${l}`, `the biases that go with w${l}, ${some(n, 'number')}`);
    parameters.push(...rows.flat(), ...list(b, n, `b${l}`, `one for each row of w${l}`));
    sizes.push(n);
  }
  const x = samples(need('x', 'the inputs, a row for each sample'), Number(sizes[0]), 'x', 'input');
  const y = samples(need('y', 'the targets, a row for each sample'), Number(sizes.at(-1)), 'y', 'output');
  if (x.length !== y.length) {
    throw new Refusal(`x has ${some(x.length, 'sample')}, but y has ${y.length}.`);
  }
  if (x.length * (x[0]?.length ?? 0) + y.length * (y[0]?.length ?? 0) > MOST_NUMBERS) {
    throw new Refusal(`The samples have more than ${MOST_NUMBERS} numbers; open them as data.`);
  }
  const [eta = 0] = list(need('eta', 'the learning rate'), 1, 'eta', 'the learning rate');
  return {
    sizes,
    parameters: Float64Array.from(parameters),
    xs: Float64Array.from(x.flat()),
    ys: Float64Array.from(y.flat()),
    count: x.length,
    eta,
  };
}
