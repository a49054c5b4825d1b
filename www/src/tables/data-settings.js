/**
 * The fields of the data sheet: default layer sizes, eta, mini-batch size and train/test split for each kind
 * of data, and the settings parsed from what was typed.
 *
 * @module
 */
import { parseNumber } from '../notation/format.js';

/** @import { DataSettings, Source } from '../protocol/data.js' */

/**
 * The fields as text. `share` is a percentage; if `train` or `test` has a text, they apply instead of it.
 *
 * @typedef {object} DataFields
 * @property {string} sizes
 * @property {string} eta
 * @property {string} miniBatchSize
 * @property {string} seed
 * @property {string} share  percentage of test data
 * @property {string} splitSeed
 * @property {string} train  the number of first samples to train with
 * @property {string} test  the number of last samples to test with
 */

/** @type {DataFields} */
const DEFAULTS = {
  sizes: '',
  eta: '3',
  miniBatchSize: '10',
  seed: '1',
  share: '20',
  splitSeed: '1',
  train: '',
  test: '',
};

/**
 * The kinds of generated data, in the order of the core: name, sizes, eta.
 *
 * @type {readonly [string, string, string][]}
 */
export const GENERATED_KINDS = [
  ['truth table', '3-2-1', '3'],
  ['exclusive or', '2-8-1', '3'],
  ['two blobs', '2-4-1', '3'],
  ['circles', '2-8-1', '3'],
  ['moons', '2-8-1', '3'],
  ['spirals', '2-8-8-1', '10'],
  ['a sine to fit', '1-8-1', '3'],
];

/**
 * Returns the default number of hidden neurons for a table: halfway between inputs and outputs, from 5 to 30.
 *
 * @param {number} inputs
 * @param {number} outputs
 */
const hiddenSize = (inputs, outputs) => Math.min(30, Math.max(5, Math.ceil((inputs + outputs) / 2)));

/**
 * Returns the default fields for a data source.
 *
 * @param {Source} source
 * @returns {DataFields}
 */
export function defaultFields(source) {
  switch (source.kind) {
    case 'generated': {
      const [, sizes = '', eta = '3'] = GENERATED_KINDS[source.set.kind] ?? [];
      const truthTable = source.set.kind === 0;
      return { ...DEFAULTS, sizes, eta, ...(truthTable && { share: '0', miniBatchSize: '4', seed: '45' }) };
    }
    case 'shipped':
      // As in the book: 50,000 of the training images, and the 10,000 test images.
      if (source.name === 'mnist') return { ...DEFAULTS, sizes: '784-30-10', train: '50000', test: '10000' };
      return { ...DEFAULTS, sizes: '64-30-10' };
    case 'table': {
      const { inputs, outputs } = source;
      const eta = source.evaluates ? '3' : '0.5';
      const count = source.ys.length / outputs;
      const sizes = `${inputs}-${hiddenSize(inputs, outputs)}-${outputs}`;
      const small = count < 10;
      return { ...DEFAULTS, eta, sizes, ...(small && { share: '0', miniBatchSize: '1' }) };
    }
    case 'images':
      return { ...DEFAULTS, sizes: '' };
  }
}

/**
 * The fields of a split into first and last samples, with their names in a sentence.
 *
 * @type {[keyof DataFields, string][]}
 */
const ENDS = [
  ['train', 'The number to train with'],
  ['test', 'The number to test with'],
];
/** The fields of a random split, with their names in a sentence. @type {[keyof DataFields, string][]} */
const SHARE = [
  ['share', 'The share of the test data'],
  ['splitSeed', 'The seed of the train/test split'],
];

/**
 * Returns whether the first samples are for training and the last for testing, rather than a random share.
 *
 * @param {DataFields} fields
 */
export const splitsByEnds = ({ train, test }) => train !== '' || test !== '';

/**
 * Parses the fields.
 *
 * @param {DataFields} fields
 * @returns {{ settings: DataSettings, sentence?: undefined } | { sentence: string, settings?: undefined }}
 *   the settings, or a sentence about the first field that is not valid
 */
export function parseFields(fields) {
  const parts = fields.sizes.split(/[-–−\s,×x]+/).filter((part) => part !== '');
  const sizes = parts.map((part) => parseNumber(part) ?? NaN);
  if (!sizes.every((size) => Number.isInteger(size))) {
    return { sentence: `“${fields.sizes}” does not give layer sizes; for example 4-5-3 does.` };
  }
  const ends = splitsByEnds(fields);
  /** @type {[keyof DataFields, string][]} */
  const numbers = [
    ['eta', 'eta'],
    ['miniBatchSize', 'The mini-batch size'],
    ['seed', 'The seed'],
    ...(ends ? ENDS : SHARE),
  ];
  /** @type {Record<string, number>} */
  const values = {};
  for (const [field, name] of numbers) {
    const value = parseNumber(fields[field]);
    if (value === undefined) return { sentence: `${name}: “${fields[field]}” is not a number.` };
    values[field] = value;
  }
  const { eta = NaN, miniBatchSize = NaN, seed = NaN, train = NaN, test = NaN } = values;
  const { share = NaN, splitSeed = NaN } = values;
  /** @type {Partial<DataSettings>} */
  const split = ends ? { train, test } : share === 0 ? {} : { share: share / 100, splitSeed };
  return { settings: { sizes, eta, miniBatchSize, seed, ...split } };
}
