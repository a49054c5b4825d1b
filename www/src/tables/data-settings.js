/**
 * What is proposed for each kind of data: layer sizes, eta, mini-batch size, and how much is kept apart to test with.
 * Everything is text as it stands in a field, to be changed before anything is opened.
 *
 * @module
 */
import { parse } from '../notation/format.js';

/** @import { DataSettings, Source } from '../protocol/messages.js' */

/**
 * Fields as they are typed. `share` is a percentage; `train` and `test` take its place where one is given.
 * @typedef {{ sizes: string, eta: string, miniBatchSize: string, seed: string, share: string, splitSeed: string, train: string, test: string }} Fields
 */

/** @type {Fields} */
const USUAL = {
  sizes: '',
  eta: '3',
  miniBatchSize: '10',
  seed: '1',
  share: '20',
  splitSeed: '1',
  train: '',
  test: '',
};

/** The kinds of generated data, in the order of the core: name, sizes, eta. @type {readonly [string, string, string][]} */
export const KINDS = [
  ['truth table', '3-2-1', '3'],
  ['exclusive or', '2-8-1', '3'],
  ['two blobs', '2-4-1', '3'],
  ['circles', '2-8-1', '3'],
  ['moons', '2-8-1', '3'],
  ['spirals', '2-8-8-1', '10'],
  ['a sine to fit', '1-8-1', '3'],
];

/** Neurons between inputs and outputs of a table. @param {number} inputs @param {number} outputs */
const between = (inputs, outputs) => Math.min(30, Math.max(5, Math.ceil((inputs + outputs) / 2)));

/** @param {Source} source @returns {Fields} */
export function propose(source) {
  switch (source.kind) {
    case 'generated': {
      const [, sizes = '', eta = '3'] = KINDS[source.set.kind] ?? [];
      const truthTable = source.set.kind === 0;
      return { ...USUAL, sizes, eta, ...(truthTable && { share: '0', miniBatchSize: '4', seed: '45' }) };
    }
    case 'shipped':
      // The book's run: 50,000 of the training images, and the 10,000 test images.
      if (source.name === 'mnist') return { ...USUAL, sizes: '784-30-10', train: '50000', test: '10000' };
      return { ...USUAL, sizes: '64-30-10' };
    case 'table': {
      const { inputs, outputs } = source;
      const eta = source.evaluates ? '3' : '0.5';
      const count = source.ys.length / outputs;
      const sizes = `${inputs}-${between(inputs, outputs)}-${outputs}`;
      const small = count < 10;
      return { ...USUAL, eta, sizes, ...(small && { share: '0', miniBatchSize: '1' }) };
    }
    case 'images':
      return { ...USUAL, sizes: '' };
  }
}

/** Fields of the two ways to divide, with their names in a sentence. @type {[keyof Fields, string][]} */
const ENDS = [
  ['train', 'The number to train with'],
  ['test', 'The number to test with'],
];
/** @type {[keyof Fields, string][]} */
const SHARE = [
  ['share', 'The share of the test data'],
  ['splitSeed', 'The seed of the train/test split'],
];

/** Whether the first samples are trained with and the last tested with. @param {Fields} fields */
export const splitsByEnds = ({ train, test }) => train !== '' || test !== '';

/**
 * The settings that are meant by the fields.
 *
 * @param {Fields} fields
 * @returns {{ settings: DataSettings, sentence?: undefined } | { sentence: string, settings?: undefined }}
 */
export function settingsOf(fields) {
  const parts = fields.sizes.split(/[-–−\s,×x]+/).filter((part) => part !== '');
  const sizes = parts.map((part) => parse(part) ?? NaN);
  if (!sizes.every((size) => Number.isInteger(size))) {
    return { sentence: `“${fields.sizes}” does not give layer sizes; for example 4-5-3 does.` };
  }
  const ends = splitsByEnds(fields);
  /** @type {[keyof Fields, string][]} */
  const numbers = [
    ['eta', 'eta'],
    ['miniBatchSize', 'The mini-batch size'],
    ['seed', 'The seed'],
    ...(ends ? ENDS : SHARE),
  ];
  /** @type {Record<string, number>} */
  const values = {};
  for (const [field, what] of numbers) {
    const value = parse(fields[field]);
    if (value === undefined) return { sentence: `${what}: “${fields[field]}” is not a number.` };
    values[field] = value;
  }
  const { eta = NaN, miniBatchSize = NaN, seed = NaN, train = NaN, test = NaN } = values;
  const { share = NaN, splitSeed = NaN } = values;
  /** @type {Partial<DataSettings>} */
  const split = ends ? { train, test } : share === 0 ? {} : { share: share / 100, splitSeed };
  return { settings: { sizes, eta, miniBatchSize, seed, ...split } };
}
