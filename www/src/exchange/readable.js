/**
 * A journal as an object that people can read, and back. Numbers are JSON's shortest decimals, which are read
 * back to the same bits; −0, which JSON does not have, is the text `-0`.
 *
 * @module
 */
import { wrong } from '../words/en/exchange.js';

/** The format of journals that is written as an object. One of another format is a list of numbers. */
const FORMAT = 20_003;

const EXAMPLES = ['majority', 'parity', 'xor', 'mazur', 'textbook'];

/** The kinds of edits in the order of their numbers, with the names of the numbers that each has. */
const EDITS = /** @type {const} */ ([
  { kind: 'eta', fields: ['value'] },
  { kind: 'miniBatchSize', fields: ['value'] },
  { kind: 'sizes', fields: [] },
  { kind: 'weight', fields: ['layer', 'to', 'from', 'value'] },
  { kind: 'bias', fields: ['layer', 'neuron', 'value'] },
  { kind: 'parameters', fields: [] },
  { kind: 'input', fields: ['sample', 'index', 'value'] },
  { kind: 'target', fields: ['sample', 'index', 'value'] },
  { kind: 'conventions', fields: ['bits'] },
]);

const WRONG = wrong.otherSession;

/** @param {number} value */
const plain = (value) => (Object.is(value, -0) ? '-0' : value);

/**
 * Returns a number of an object.
 *
 * @param {unknown} value
 */
function numberOf(value) {
  if (value === '-0') return -0;
  if (typeof value !== 'number') throw new Error(WRONG);
  return value;
}

/**
 * Returns a list of an object.
 *
 * @param {unknown} value
 * @returns {any[]}
 */
function listOf(value) {
  if (!Array.isArray(value)) throw new Error(WRONG);
  return value;
}

/**
 * Returns a journal as an object for JSON.
 *
 * @param {Float64Array} journal
 */
export function toReadable(journal) {
  if (journal[0] !== FORMAT) return { numbers: [...journal].map(plain) };
  let at = 1;
  const number = () => plain(Number(journal[at++]));
  const count = () => Number(number());
  const list = (/** @type {number} */ length) => Array.from({ length }, number);
  const counted = () => list(count());
  const completed = number();
  const data = dataOf(count(), number, count, list);
  const [seed, eta, miniBatchSize, conventions] = list(4);
  const [sizes, parameters] = [counted(), counted()];
  const evaluates = number();
  const [split, kept] = [list(3), list(2)];
  const patches = Array.from({ length: count() }, () => list(3));
  const edits = Array.from({ length: count() }, () => {
    const position = list(4);
    const { kind, fields } = EDITS[count()] ?? { kind: undefined, fields: [] };
    const values = Object.fromEntries(fields.map((name) => [name, number()]));
    if (kind === 'parameters') return { at: position, kind, values: counted() };
    if (kind !== 'sizes') return { at: position, kind, ...values };
    const to = counted();
    return { at: position, kind, sizes: to, keptLayers: list(to.length) };
  });
  const settings = { seed, eta, miniBatchSize, conventions, sizes, parameters, evaluates };
  return { completed, data, ...settings, split, kept, patches, edits };
}

/**
 * @param {number} kind
 * @param {() => number | string} number
 * @param {() => number} count
 * @param {(length: number) => (number | string)[]} list
 */
function dataOf(kind, number, count, list) {
  if (kind === 0) return { example: EXAMPLES[count()] };
  if (kind === 1) return { generated: list(5) };
  const [inputs, outputs, samples] = [count(), count(), count()];
  if (kind === 3) return { inputs, outputs, samples, fingerprint: number() };
  return { inputs, outputs, samples, xs: list(inputs * samples), ys: list(outputs * samples) };
}

/**
 * Returns the journal of an object. What its numbers mean is checked by the core.
 *
 * @param {any} object
 * @returns {Float64Array}
 * @throws {Error} whose message is a sentence about the file
 */
export function fromReadable(object) {
  if (typeof object !== 'object' || object === null) throw new Error(WRONG);
  if (object.numbers) return Float64Array.from(listOf(object.numbers), numberOf);
  const counted = (/** @type {unknown} */ value) => [listOf(value).length, ...listOf(value)];
  const { completed, data, seed, eta, miniBatchSize, conventions, evaluates } = object;
  const numbers = [
    ...[FORMAT, completed, ...originOf(data ?? {}), seed, eta, miniBatchSize, conventions],
    ...[...counted(object.sizes), ...counted(object.parameters), evaluates],
    ...[...listOf(object.split), ...listOf(object.kept)],
    ...[listOf(object.patches).length, ...listOf(object.patches).flatMap(listOf)],
    ...[listOf(object.edits).length, ...listOf(object.edits).flatMap(editOf)],
  ];
  return Float64Array.from(numbers, numberOf);
}

/** @param {any} data */
function originOf({ example, generated, inputs, outputs, samples, fingerprint, xs, ys }) {
  if (example !== undefined) return [0, EXAMPLES.indexOf(example)];
  if (generated) return [1, ...listOf(generated)];
  if (fingerprint !== undefined) return [3, inputs, outputs, samples, fingerprint];
  return [2, inputs, outputs, samples, ...listOf(xs), ...listOf(ys)];
}

/** @param {any} edit */
function editOf(edit) {
  const index = EDITS.findIndex(({ kind }) => kind === edit?.kind);
  if (index < 0) throw new Error(WRONG);
  const head = [...listOf(edit.at), index];
  if (edit.kind === 'parameters') return [...head, listOf(edit.values).length, ...edit.values];
  if (edit.kind === 'sizes')
    return [...head, listOf(edit.sizes).length, ...edit.sizes, ...listOf(edit.keptLayers)];
  return [...head, ...(EDITS[index]?.fields ?? []).map((name) => edit[name])];
}
