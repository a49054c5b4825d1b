/**
 * Loads a source into the core: generated, shipped or given data. Images are passed on in pieces, so that
 * 70,000 of them are never in memory twice.
 *
 * @module
 */
import { readFile, unpack } from '../tables/decode.js';
import { pairIdx, readIdx } from '../tables/idx.js';
import { Refusal } from '../protocol/refusal.js';

/** @import { DataSet, Images } from '../../pkg/backstep.js' */
/** @import { Source } from '../protocol/data.js' */

/**
 * The part of the core that loading needs, and the address of the shipped files.
 *
 * @typedef {{ DataSet: typeof DataSet, Images: typeof Images, base: URL }} Core
 */

/**
 * Receives the bytes loaded so far, and their total if that is known.
 *
 * @typedef {(loaded: number, total: number | undefined) => void} Progress
 */

/** The optical digits: their file has the pixels of all images, then the labels. */
const DIGITS = { pixels: 64, top: 16, count: 1_797 };
const DIGIT_CLASSES = 10;
/** Bytes of the header of an IDX file of images, and of one of labels. */
const IMAGES_HEAD = 16;
const LABELS_HEAD = 8;
/** Loading ends with refusals only: other errors are taken for those of a broken module. */
const stopped = (/** @type {unknown} */ cause) => new Refusal({ kind: 'loadingStopped' }, { cause });
const brokenOff = (/** @type {unknown} */ cause) => new Refusal({ kind: 'imagesNotLoaded' }, { cause });

const MNIST = { pixels: 784, train: 60_000, test: 10_000 };

/**
 * Returns the data of a source.
 *
 * @param {Source} source
 * @param {Core} core
 * @param {Progress} progress
 * @param {AbortSignal} signal
 * @returns {Promise<DataSet>}
 * @throws {Refusal}
 */
export async function load(source, core, progress, signal) {
  switch (source.kind) {
    case 'generated':
      return core.DataSet.generate(source.set);
    case 'table': {
      const { inputs, outputs, xs, ys, scalings, evaluates, split = {} } = source;
      return core.DataSet.numbers(inputs, outputs, xs, ys, Uint8Array.from(scalings), evaluates, split);
    }
    case 'shipped':
      return source.name === 'digits' ? digits(core, signal) : mnist(core, progress, signal);
    case 'images':
      return given(source, core);
  }
}

/**
 * Loads the optical digits.
 *
 * @param {Core} core
 * @param {AbortSignal} signal
 */
async function digits({ Images, base }, signal) {
  const [answer] = await files(['digits.bin.gz'], base, signal);
  const bytes = await unpackedBody(/** @type {Response} */ (answer)).catch((cause) => {
    throw signal.aborted ? stopped(cause) : brokenOff(cause);
  });
  const { pixels, top, count } = DIGITS;
  const images = new Images(pixels, DIGIT_CLASSES, top, count);
  images.addPixels(bytes.subarray(0, count * pixels));
  images.addLabels(bytes.subarray(count * pixels));
  return images.done();
}

/**
 * Returns the body of an answer, decompressed.
 *
 * @param {Response} answer
 */
const unpackedBody = async (answer) => unpack(new Uint8Array(await answer.arrayBuffer()));

/**
 * Loads MNIST: the training images, then the test images.
 *
 * @param {Core} core
 * @param {Progress} progress
 * @param {AbortSignal} signal
 */
async function mnist({ Images, base }, progress, signal) {
  const names = ['train-images', 'test-images', 'train-labels', 'test-labels'];
  const answers = await files(
    names.map((name) => `mnist/${name}.idx.gz`),
    base,
    signal,
  );
  const lengths = answers.map(({ headers }) => Number(headers.get('content-length')));
  const total = lengths.every((length) => length > 0)
    ? lengths.reduce((sum, length) => sum + length)
    : undefined;
  let loaded = 0;
  /** @param {number} more */
  const count = (more) => progress((loaded += more), total);
  const images = new Images(MNIST.pixels, DIGIT_CLASSES, 255, MNIST.train + MNIST.test);
  try {
    for (const [at, answer] of answers.entries()) {
      const labels = at >= 2;
      /** @param {Uint8Array} piece */
      const add = (piece) => (labels ? images.addLabels(piece) : images.addPixels(piece));
      await feed(answer, labels ? LABELS_HEAD : IMAGES_HEAD, add, count);
    }
  } catch (cause) {
    images.free();
    if (signal.aborted) throw stopped(cause);
    throw cause;
  }
  return images.done();
}

/**
 * Fetches files, and returns the answers once all of them have begun.
 *
 * @param {string[]} names
 * @param {URL} base
 * @param {AbortSignal} signal
 */
async function files(names, base, signal) {
  try {
    return await Promise.all(
      names.map(async (name) => {
        const answer = await fetch(new URL(name, base), { signal });
        if (!answer.ok) throw new Error(name);
        return answer;
      }),
    );
  } catch (cause) {
    throw signal.aborted ? stopped(cause) : new Refusal({ kind: 'dataNotFetched' }, { cause });
  }
}

/**
 * Passes the decompressed body of an answer on in pieces, without its header.
 *
 * @param {Response} answer
 * @param {number} head  bytes of the header
 * @param {(piece: Uint8Array) => void} add
 * @param {(bytes: number) => void} count  receives the compressed bytes of each piece
 */
async function feed(answer, head, add, count) {
  const counted = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body).pipeThrough(
    new TransformStream({
      transform(piece, controller) {
        count(piece.length);
        controller.enqueue(piece);
      },
    }),
  );
  const reader = counted.pipeThrough(new DecompressionStream('gzip')).getReader();
  let left = head;
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw brokenOff(cause);
    });
    if (done) return;
    if (value.length > left) add(value.subarray(left));
    left = Math.max(0, left - value.length);
  }
}

/**
 * Loads IDX files that a person opened.
 *
 * @param {Extract<Source, { kind: 'images' }>} source
 * @param {Core} core
 */
async function given({ images: imageFile, labels: labelFile }, { Images }) {
  const read = async (/** @type {Blob} */ file) => readIdx(await readFile(file));
  const { pixels, labels, width, height, count, classes } = pairIdx(
    await read(imageFile),
    await read(labelFile),
  );
  const images = new Images(width * height, Math.max(2, classes), 255, count);
  images.addPixels(pixels);
  images.addLabels(labels);
  return images.done();
}
