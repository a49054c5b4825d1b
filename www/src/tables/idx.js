/**
 * Reads IDX files, the format in which MNIST is published.
 *
 * Two zero bytes, the type of the numbers, the number of dimensions, the length of each dimension in four
 * bytes (big-endian), then the numbers. Only files of unsigned bytes are read.
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten digits".
 *
 * @module
 */

import { MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { Refusal, formatInteger } from './refusal.js';

/** The type of unsigned bytes. */
const UNSIGNED = 0x08;
/** The other types of the format, which are refused by name. @type {Record<number, string>} */
const OTHER_TYPES = {
  0x09: 'signed bytes',
  0x0b: 'whole numbers of two bytes',
  0x0c: 'whole numbers of four bytes',
  0x0d: 'floating-point numbers of four bytes',
  0x0e: 'floating-point numbers of eight bytes',
};
const MAX_DIMENSIONS = 4;

/**
 * An IDX file. `data` is a view of the file's bytes: nothing is copied.
 *
 * @typedef {{ dims: number[], data: Uint8Array }} Idx
 */

/**
 * Reads an IDX file.
 *
 * @param {Uint8Array} bytes  a file that is not packed
 * @returns {Idx}
 * @throws {Refusal} if it is not an IDX file, or its length does not match its dimensions
 */
export function readIdx(bytes) {
  const [first, second, type = 0, dimensions = 0] = bytes;
  if (bytes.length < 4 || first !== 0 || second !== 0) {
    const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new Refusal(`An IDX file begins with the bytes 00 00 08, but this one with ${start || 'nothing'}.`);
  }
  if (type !== UNSIGNED) {
    const got = OTHER_TYPES[type] ?? `numbers of type 0x${type.toString(16).padStart(2, '0')}`;
    throw new Refusal(`IDX files of unsigned bytes (0x08) can be read, but this one has ${got}.`);
  }
  if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
    throw new Refusal(`An IDX file has 1 to ${MAX_DIMENSIONS} dimensions, but this one has ${dimensions}.`);
  }
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) {
    throw new Refusal(
      `The head of an IDX file of ${dimensions} dimensions has ${header} bytes, ` +
        `but this file has ${bytes.length}.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const dims = Array.from({ length: dimensions }, (_, dimension) => view.getUint32(4 + 4 * dimension));
  const zero = dims.indexOf(0);
  if (zero >= 0) throw new Refusal(`This IDX file is empty: the length of its dimension ${zero + 1} is 0.`);
  // The product of four lengths of 32 bits has up to 128 bits.
  const expected = dims.reduce((product, length) => product * BigInt(length), 1n);
  const data = bytes.subarray(header);
  if (BigInt(data.length) !== expected) {
    const size = dims.map(formatInteger).join(' × ');
    throw new Refusal(
      `This IDX file says it has ${size} = ${formatInteger(expected)} numbers, ` +
        `but ${formatInteger(data.length)} bytes follow.`,
    );
  }
  return { dims, data };
}

/**
 * @typedef {object} Images
 * @property {Uint8Array} pixels  `[count][height][width]`, row-major
 * @property {Uint8Array} labels  `[count]`
 * @property {number} width
 * @property {number} height
 * @property {number} count
 * @property {number} classes  one more than the greatest label
 */

/**
 * Pairs images with their labels, as views of the two files.
 *
 * @param {Idx} images
 * @param {Idx} labels
 * @returns {Images}
 * @throws {Refusal} if the files do not match, or are too big
 */
export function pairIdx(images, labels) {
  const [count = 0, height = 0, width = 0] = images.dims;
  if (images.dims.length === 1 && labels.dims.length === 3) {
    throw new Refusal(
      'These are the labels where the images should be, and the images where the labels should be.',
    );
  }
  if (images.dims.length !== 3) {
    throw new Refusal(
      `Images have 3 dimensions (how many, height, width), but this file has ${images.dims.length}.`,
    );
  }
  if (labels.dims.length !== 1) {
    throw new Refusal(`Labels have 1 dimension, but this file has ${labels.dims.length}.`);
  }
  const [labelled = 0] = labels.dims;
  if (labelled !== count) {
    throw new Refusal(
      `Each image has one label, but there are ${formatInteger(count)} images ` +
        `and ${formatInteger(labelled)} labels.`,
    );
  }
  if (count > MAX_ROWS) {
    throw new Refusal(
      `There can be ${formatInteger(MAX_ROWS)} images at most, but there are ${formatInteger(count)}.`,
    );
  }
  if (width * height > MAX_COLUMNS) {
    throw new Refusal(
      `An image has at most ${formatInteger(MAX_COLUMNS)} pixels, ` +
        `but these have ${formatInteger(height)} × ${formatInteger(width)}.`,
    );
  }
  const classes = labels.data.reduce((most, label) => Math.max(most, label), 0) + 1;
  return { pixels: images.data, labels: labels.data, width, height, count, classes };
}
