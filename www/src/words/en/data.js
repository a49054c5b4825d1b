/**
 * The dialog of data: where it comes from, what is in it, and what a session with it begins with.
 *
 * @module
 */
import { line, phrase } from '../phrase.js';

export const title = 'Data';
export const origins = 'Where data comes from';
export const tabs = {
  generated: 'Generated',
  shipped: 'Included',
  own: 'Your own',
  samples: 'Samples',
};

export const loading = {
  label: 'Loading',
  /** @param {string} loaded  in megabytes @param {string} total */
  of: (loaded, total) => `${loaded} of ${total} MB`,
  /** @param {string} loaded  in megabytes */
  some: (loaded) => `${loaded} MB`,
  cancel: 'Stop',
};

/** What a session begins with. */
export const opening = {
  sizes: 'Layers',
  sizesHint: 'Neurons of each layer, input first',
  eta: 'η (eta)',
  miniBatchSize: 'Mini-batch',
  seed: 'Seed',
  seedHint: 'Start values and shuffles come from it',
  train: 'Train with the first',
  test: 'Test with the last',
  share: 'Test share, %',
  shareHint: '0: nothing is kept apart',
  splitSeed: 'Its seed',
  splitSeedHint: 'Which samples are kept apart',
};

export const generated = {
  label: 'What is computed',
  kinds: ['truth table', 'exclusive or', 'two blobs', 'circles', 'moons', 'spirals', 'a sine to fit'],
  /** @param {number} rule */
  table: (rule) => `3 bits · rule ${rule}`,
  /** @param {string} kind @param {number} samples */
  set: (kind, samples) => `${kind} · ${samples} samples`,
  /** @param {number} rule */
  rule: (rule) => `Answers of rule ${rule}`,
  /** @param {string} bits */
  answer: (bits) => `Answer to ${bits}`,
  count: 'Samples',
  noise: 'Noise, 0 to 1',
  seed: 'Seed',
};

/** Data that comes with the page. */
export const shipped = {
  label: 'Which data',
  notFetched: 'The data could not be fetched: is there a connection?',
};

export const preview = {
  label: 'Preview',
  /**
   * @param {object} of
   * @param {unknown} of.count  as it is drawn
   * @param {number} of.inputs
   * @param {number} of.targets
   * @param {[string | number, number][] | undefined} of.classes  how many samples each has
   */
  summary({ count, inputs, targets, classes }) {
    const x = inputs === 1 ? '1 input' : `${inputs} inputs`;
    const y = targets === 1 ? '1 target' : `${targets} targets`;
    if (!classes) return phrase`${count} samples, ${x}, ${y}.`;
    const each = classes.map(([name, samples]) => `${name}:\u00a0${samples}`).join(', ');
    return phrase`${count} samples, ${x}, ${y}; of each class: ${each}.`;
  },
  first: 'The first samples',
  scaled: 'Scaled here by all rows; what is opened is scaled by the rows that are trained with.',
};

/** A table or images of one's own. */
export const own = {
  file: 'Table (CSV, TSV)',
  paste: 'or paste it',
  pasted: 'pasted table',
  images: 'Images (IDX, gzip too)',
  labels: 'and labels',
  previewImages: 'Preview the images',
  noImages: 'Choose a file of images and one of their labels.',
  delimiter: 'Delimiter',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'blanks' },
  header: 'First row has names',
  decimalComma: 'Decimal comma',
  roles: { input: 'input', target: 'target', none: 'leave out' },
  coding: 'Targets',
  codings: { number: 'as numbers', zeroOne: 'two classes: 0 and 1', oneHot: 'classes: one output each' },
  inputScaling: 'Inputs',
  targetScaling: 'Target numbers',
  scalings: ['as they are', 'to 0 … 1', 'standardised'],
  leftOut: 'Left out',
  /** @param {string} sentence */
  fault: (sentence) => `Left out: ${sentence}`,
};

/** The samples of the session, to be changed. */
export const samples = {
  /** What data is called whose samples were added or removed. */
  title: 'samples of your own',
  singleSample: 'A single sample is on the stage. Back in the run, its samples are here to be changed.',
  /** @param {unknown} train  as it is drawn */
  train: (train) => phrase`${train} to train with`,
  back: 'Back',
  on: 'On',
  /** @param {number} from @param {number} to */
  range: (from, to) => `${from} to ${to}`,
  add: 'Add a sample like the last one shown',
  acts: line`A number that is changed acts from where you are in the run. With a sample more or less the run
    begins anew with the weights and biases shown; undo brings the old one back.`,
  label: 'Samples',
  /** @param {string} name @param {number} sample */
  number: (name, sample) => `${name} of sample ${sample}`,
  /** @param {number} sample */
  remove: (sample) => `Remove sample ${sample}`,
  map: {
    press: 'A press on the map puts a sample of class',
    label: 'The samples: x1 to the right, x2 upwards',
  },
};
