/**
 * The fields of the data sheet: default layer sizes, eta, mini-batch size and train/test split for each kind
 * of data, and the settings parsed from what was typed.
 *
 * @module
 */
import { parseNumber } from '../notation/format.js';
import { settings as words } from '../words/en/data-settings.js';

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
 * The kinds of generated data, in the order of the core: sizes, eta.
 *
 * @type {readonly [string, string][]}
 */
export const GENERATED_KINDS = [
  ['3-2-1', '3'],
  ['2-8-1', '3'],
  ['2-4-1', '3'],
  ['2-8-1', '3'],
  ['2-8-1', '3'],
  ['2-8-8-1', '10'],
  ['1-8-1', '3'],
];

/**
 * Returns the default number of hidden neurons for a table: halfway between inputs and outputs, from 5 to 30.
 *
 * @param {number} inputs
 * @param {number} outputs
 */
const hiddenSize = (inputs, outputs) => Math.min(30, Math.max(5, Math.ceil((inputs + outputs) / 2)));

/**
 * Returns the default mini-batch size: 10, or as many samples as are trained with.
 *
 * @param {number} count  samples
 * @param {number} share  percentage of test data
 */
export function miniBatchFor(count, share) {
  const train = count - Math.min(count - 1, Math.max(1, Math.round((count * share) / 100)));
  return String(Math.max(1, Math.min(10, share > 0 ? train : count)));
}

/**
 * Returns the fields after one of them has changed. A mini-batch size that was proposed, and has become more
 * than the samples to train with, follows.
 *
 * @param {DataFields} fields
 * @param {keyof DataFields} name
 * @param {string} value
 * @param {number} [count]  samples
 */
export function withField(fields, name, value, count) {
  const next = { ...fields, [name]: value };
  if (name !== 'share' || count === undefined || fields.train !== '' || fields.test !== '') return next;
  const [before, after] = [fields.share, value].map((share) => miniBatchFor(count, parseNumber(share) ?? 0));
  return fields.miniBatchSize === before ? { ...next, miniBatchSize: String(after) } : next;
}

/**
 * Returns the default fields for a data source.
 *
 * @param {Source} source
 * @returns {DataFields}
 */
export function defaultFields(source) {
  switch (source.kind) {
    case 'generated': {
      const [sizes = '', eta = '3'] = GENERATED_KINDS[source.set.kind] ?? [];
      const truthTable = source.set.kind === 0;
      const split = { ...DEFAULTS, miniBatchSize: miniBatchFor(source.set.count, Number(DEFAULTS.share)) };
      return { ...split, sizes, eta, ...(truthTable && { share: '0', miniBatchSize: '4', seed: '45' }) };
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
      const miniBatchSize = miniBatchFor(count, Number(DEFAULTS.share));
      return { ...DEFAULTS, eta, sizes, miniBatchSize, ...(small && { share: '0', miniBatchSize: '1' }) };
    }
    case 'images':
      return { ...DEFAULTS, sizes: '' };
  }
}

/** The fields of a split into first and last samples. @type {(keyof typeof words.notANumber)[]} */
const ENDS = ['train', 'test'];
/** The fields of a random split. @type {(keyof typeof words.notANumber)[]} */
const SHARE = ['share', 'splitSeed'];

/**
 * Returns whether the first samples are for training and the last for testing, rather than a random share.
 *
 * @param {DataFields} fields
 */
export const splitsByEnds = ({ train, test }) => train !== '' || test !== '';

/**
 * Returns layer sizes, divided by hyphens or the like, or else by commas or blanks. One that is not clear is
 * not a number, such as 1,024 alone.
 *
 * @param {string} text
 */
function sizesOf(text) {
  const isHyphened = /[-–−×x]/.test(text);
  // Beside hyphens, a comma divides with a blank only.
  const divider = isHyphened ? /,?\s+|\s*[-–−×x]+\s*/ : /[\s,]+/;
  const parts = text.split(divider).filter((part) => part !== '');
  const unclear = !isHyphened && /^\s*[1-9]\d{0,2}(,\d{3})+\s*$/.test(text);
  return unclear ? [NaN] : parts.map((part) => parseNumber(part, true) ?? NaN);
}

/** Fields of whole numbers. */
const WHOLE = new Set(['miniBatchSize', 'seed', 'splitSeed', 'train', 'test']);

/**
 * Parses the fields.
 *
 * @param {DataFields} fields
 * @returns {{ settings: DataSettings, sentence?: undefined } | { sentence: string, settings?: undefined }}
 *   the settings, or a sentence about the first field that is not valid
 */
export function parseFields(fields) {
  const sizes = sizesOf(fields.sizes);
  if (!sizes.every((size) => Number.isInteger(size))) {
    return { sentence: words.sizes(fields.sizes) };
  }
  const ends = splitsByEnds(fields);
  /** @type {(keyof typeof words.notANumber)[]} */
  const numbers = ['eta', 'miniBatchSize', 'seed', ...(ends ? ENDS : SHARE)];
  /** @type {Record<string, number>} */
  const values = {};
  for (const field of numbers) {
    const value = parseNumber(fields[field], WHOLE.has(field));
    if (value === undefined || Number.isNaN(value))
      return { sentence: words.notANumber[field](fields[field]) };
    values[field] = value;
  }
  const { eta = NaN, miniBatchSize = NaN, seed = NaN, train = NaN, test = NaN } = values;
  const { share = NaN, splitSeed = NaN } = values;
  /** @type {Partial<DataSettings>} */
  const split = ends ? { train, test } : share === 0 ? {} : { share: share / 100, splitSeed };
  return { settings: { sizes, eta, miniBatchSize, seed, ...split } };
}
