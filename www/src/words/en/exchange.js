/**
 * Moments that are opened, saved and kept.
 *
 * @module
 */
import { line } from '../phrase.js';

/** What was not opened. Why follows in a sentence of its own. */
export const notOpened = {
  link: 'This link was not opened.',
  file: 'This file was not opened.',
  storage: 'What was kept in this browser was not opened.',
  history: 'That moment was not opened.',
};

/** What needs much work. What it needs follows in a sentence of its own. */
export const notYetOpened = {
  link: 'This link was not opened yet.',
  file: 'This file was not opened yet.',
  storage: 'What was kept in this browser was not opened yet.',
  history: 'That moment was not opened yet.',
};

/** @param {string} miniBatches @param {string} time */
export const miniBatchesNeeded = (miniBatches, time) =>
  `It needs ${miniBatches} mini-batches to be computed, about ${time}.`;
/** @param {string} time */
export const miniBatchNeeded = (time) =>
  `It needs a mini-batch of many numbers to be computed, about ${time}.`;
export const compute = 'Compute and open';

/** How long something takes. */
export const time = {
  /** @param {string} n */
  seconds: (n) => `${n} s`,
  /** @param {string} n */
  minutes: (n) => `${n} minutes`,
  /** @param {string} n */
  hours: (n) => `${n} hours`,
  /** @param {string} n */
  days: (n) => `${n} days`,
};

/** @param {string} miniBatches @param {number} percent */
export const progress = (miniBatches, percent) =>
  `Computing ${miniBatches} mini-batches: ${percent} % are done.`;
export const stop = 'Stop';

/** @param {number} epoch @param {number} miniBatch */
export const welcome = (epoch, miniBatch) =>
  `You are where you left off: epoch ${epoch}, mini-batch ${miniBatch}.`;
export const afresh = 'Start afresh';

export const notSaved = 'The file was not saved.';
export const imagesNotSaved = 'Image files of your own cannot be saved.';
export const notKept =
  'This browser has no room to keep your work, or does not allow it: use Share to save it.';
export const keptDamaged = 'What was kept in this browser is damaged and was left out; the page begins anew.';

/** What is wrong with a link or a file. */
export const wrong = {
  unreadable: 'It cannot be read.',
  damaged: 'It is damaged or not complete.',
  notOurs: 'It is damaged or not a file of this page.',
  tooBig: 'It is too big.',
  tooBigUnpacked: 'It would be too big when it is unpacked.',
  tooLong: 'It is longer than any link this page makes.',
  newer: 'It was made by a newer version of this page: reload the page.',
  session: 'Its session.json is damaged.',
  otherSession: 'Its session.json is not one of this page.',
  /** @param {number} row @param {number} n */
  line: (row, n) => line`Line ${row} of its data.csv does not have ${n} numbers.`,
};

export const copied = 'Copied.';
export const notCopied = 'This browser does not let the page copy.';
