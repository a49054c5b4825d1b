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
import { Refusal } from '../protocol/refusal.js';

/** The type of unsigned bytes. */
const UNSIGNED = 0x08;
/** The other types of the format, which are refused by name. @type {Record<number, Why>} */
const OTHER_TYPES = {
  0x09: { kind: 'idxSignedBytes' },
  0x0b: { kind: 'idxIntegers', bytes: 2 },
  0x0c: { kind: 'idxIntegers', bytes: 4 },
  0x0d: { kind: 'idxFloats', bytes: 4 },
  0x0e: { kind: 'idxFloats', bytes: 8 },
};
const MAX_DIMENSIONS = 4;

/** @import { Why } from '../protocol/refusal.js' */

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
    throw new Refusal(start ? { kind: 'notIdx', bytes: start } : { kind: 'idxEmptyFile' });
  }
  if (type !== UNSIGNED) {
    const other = { kind: 'idxOtherType', type: type.toString(16).padStart(2, '0') };
    throw new Refusal(OTHER_TYPES[type] ?? /** @type {Why} */ (other));
  }
  if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
    throw new Refusal({ kind: 'idxDimensions', most: MAX_DIMENSIONS, got: dimensions });
  }
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) {
    throw new Refusal({ kind: 'idxHead', dimensions, head: header, bytes: bytes.length });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const dims = Array.from({ length: dimensions }, (_, dimension) => view.getUint32(4 + 4 * dimension));
  const zero = dims.indexOf(0);
  if (zero >= 0) throw new Refusal({ kind: 'idxEmpty', dimension: zero + 1 });
  // The product of four lengths of 32 bits has up to 128 bits.
  const expected = dims.reduce((product, length) => product * BigInt(length), 1n);
  const data = bytes.subarray(header);
  if (BigInt(data.length) !== expected) {
    throw new Refusal({ kind: 'idxLength', lengths: dims, numbers: expected, bytes: data.length });
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
    throw new Refusal({ kind: 'idxSwapped' });
  }
  if (images.dims.length !== 3) {
    throw new Refusal({ kind: 'notImages', got: images.dims.length });
  }
  if (labels.dims.length !== 1) {
    throw new Refusal({ kind: 'notLabels', got: labels.dims.length });
  }
  const [labelled = 0] = labels.dims;
  if (labelled !== count) {
    throw new Refusal({ kind: 'imagesAndLabels', images: count, labels: labelled });
  }
  if (count > MAX_ROWS) {
    throw new Refusal({ kind: 'tooManyImages', most: MAX_ROWS, got: count });
  }
  if (width * height > MAX_COLUMNS) {
    throw new Refusal({ kind: 'imageTooBig', most: MAX_COLUMNS, height, width });
  }
  const classes = labels.data.reduce((most, label) => Math.max(most, label), 0) + 1;
  return { pixels: images.data, labels: labels.data, width, height, count, classes };
}
