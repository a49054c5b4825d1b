/**
 * What stands in the menus: examples, runs, speed, and the rest.
 *
 * @module
 */

/** @import { Goal } from '../../protocol/run.js' */

/** The menu of examples: its groups, and for each example its name and one line. */
export const examples = {
  title: 'Examples',
  find: 'Find an example',
  none: 'No example has that in its name.',
  groups: {
    hand: 'Small enough to do by hand',
    watch: 'To watch it learn',
    pictures: 'Pictures',
  },
  /** @type {Record<string, [string, string]>} */
  lines: {
    majority: ['Majority of three bits', 'Are at least two of three bits 1?'],
    parity: ['Parity of three bits', 'Is an odd number of bits 1?'],
    xor: ['Exclusive or', 'The classic that needs a hidden layer'],
    mazur: ['Mazur’s example', 'One sample, printed step by step'],
    textbook: ['Han and Kamber’s example', 'From the data mining textbook'],
    spirals: ['Two spirals', '200 points, with a decision map'],
    iris: ['Iris', '150 flowers, three species'],
    penguins: ['Penguins', '342 birds, three species'],
    digits: ['Digits, 8 × 8', '1,797 pictures, 44 kB'],
    mnist: ['Handwritten digits', '70,000 pictures, 11 MB when opened'],
  },
  other: 'Other data',
  own: 'Your own numbers',
  undo: 'Undo brings back what is open now.',
  loading: 'Loading',
  /** @param {string} loaded @param {string | undefined} total  megabytes */
  loaded: (loaded, total) => (total === undefined ? `${loaded} MB` : `${loaded} of ${total} MB`),
  stop: 'Stop',
  offline: 'needs a connection',
};

/** @param {string} amount @param {Goal} goal */
const until = (amount, { kind }) =>
  ({
    miniBatches: `Run ${amount} ${amount === '1' ? 'mini-batch' : 'mini-batches'}`,
    epochs: `Run ${amount} ${amount === '1' ? 'epoch' : 'epochs'}`,
    accuracy: `Run until ${amount} % correct`,
    cost: `Run until mean cost ${amount}`,
    stop: 'Run until stopped',
  })[kind];

/** The menu of runs. */
export const run = {
  title: 'How long to run',
  amount: 'For so many',
  condition: 'Or until',
  /** What stands before and after the number of each kind of goal, and the number's name. */
  goals: {
    miniBatches: ['', 'mini-batches', 'Mini-batches'],
    epochs: ['', 'epochs', 'Epochs'],
    accuracy: ['', '% of the test samples are correct', 'Percent correct'],
    accuracyOfAll: ['', '% of the samples are correct', 'Percent correct'],
    cost: ['the mean cost falls to', '', 'Mean cost'],
    stop: ['I press Stop', '', ''],
  },
  until,
  background: 'keep running in background',
  backgroundHint: 'Otherwise the run waits until the page is visible again',
  /** @param {string} done @param {string | undefined} total  mini-batches */
  progress: (done, total) =>
    total === undefined ? `${done} mini-batches` : `${done} of ${total} mini-batches`,
};

/** The menu of speed. */
export const speed = {
  title: 'Speed of Play',
  direction: 'Direction',
  forwards: 'forwards',
  backwards: 'backwards',
  position: 'Position in the step',
  hint: 'Drag to hold the packets half way, both ways.',
};

/** The menu of the rest. */
export const more = {
  title: 'More',
  data: 'Data …',
  /** @param {string} count */
  samples: (count) => (count === '1' ? '1 sample' : `${count} samples`),
  lesson: 'Lesson',
  present: 'Present',
  share: 'Share',
  redo: 'Redo',
  key: 'Key',
  seed: 'Start weights from seed',
  seedHint: 'Start values and shuffles come from it',
  newSeed: 'New start weights',
  table: 'Table of all numbers',
  conventions: 'Conventions',
  openFile: 'Open a file …',
  settings: 'Settings',
  decimals: 'Decimals',
  allDecimals: 'all',
  decimalSign: 'Decimal sign',
  letters: 'Single letters are keys',
  keyboard: 'Keyboard',
};
