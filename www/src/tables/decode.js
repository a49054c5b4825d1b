/**
 * From the bytes of a file to what is in it: unpacked, and as text.
 *
 * @module
 */

import { Refusal, counted } from './refusal.js';

/** The most bytes of a file, packed or not. A small packed file can hold any number. */
const MAX_BYTES = 200_000_000;

/** @param {Uint8Array} bytes @param {number[]} start */
const startsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);

/** @param {number} limit */
const tooBig = (limit) =>
  new Refusal(`A file can have ${counted(limit)} bytes at most, and this one has more.`);

/**
 * What is in a file packed with gzip; any other file as it is.
 *
 * @param {Uint8Array} bytes
 * @param {number} [limit]  the most bytes to come out
 * @returns {Promise<Uint8Array>}
 * @throws {Refusal} if it is too big, or packed and damaged
 */
export async function unpacked(bytes, limit = MAX_BYTES) {
  if (bytes.length > limit) throw tooBig(limit);
  if (!startsWith(bytes, [0x1f, 0x8b])) return bytes;
  const source = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  /** @type {Uint8Array[]} */
  const pieces = [];
  let length = 0;
  for (;;) {
    const piece = await reader.read().catch(() => {
      throw new Refusal(
        'This file is packed with gzip and cannot be unpacked: it is damaged or not complete.',
      );
    });
    if (piece.done) break;
    length += piece.value.length;
    if (length > limit) {
      reader.cancel().catch(() => {});
      throw tooBig(limit);
    }
    pieces.push(piece.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** What is in a file, unpacked; one that is too big is not read. @param {Blob} file @throws {Refusal} */
export async function contentOf(file) {
  if (file.size > MAX_BYTES) throw tooBig(MAX_BYTES);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Refusal('This file cannot be read any more: choose it again.');
  });
  return unpacked(new Uint8Array(bytes));
}

/**
 * The text of a file in UTF-8, or in UTF-16 with its byte order mark. The mark is no part of the text.
 *
 * @param {Uint8Array} bytes
 * @returns {string}
 * @throws {Refusal} if it is no text, or in another encoding
 */
export function textOf(bytes) {
  if (bytes.length > MAX_BYTES) throw tooBig(MAX_BYTES);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    throw new Refusal('This is a spreadsheet or an archive, not a text file: save the table as CSV.');
  }
  if (startsWith(bytes, [0x1f, 0x8b])) throw new Refusal('This is a packed file, not a text file.');
  const encoding = encodingOf(bytes);
  /** @type {string} */
  let text;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(
      encoding === 'utf-8'
        ? 'This file is not in UTF-8: save it as text with the encoding UTF-8.'
        : 'This file begins as UTF-16 does and is not: save it as text with the encoding UTF-8.',
    );
  }
  return plain(text);
}

/** @param {Uint8Array} bytes */
function encodingOf(bytes) {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

/**
 * Text without a byte order mark.
 *
 * @param {string} text
 * @returns {string}
 * @throws {Refusal} if there is a character of number 0 in it, which only files that are no text have
 */
export function plain(text) {
  if (text.length > MAX_BYTES) throw tooBig(MAX_BYTES);
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    throw new Refusal(
      `This is not a text file in UTF-8: its character number ${counted(zero + 1)} is a zero byte.`,
    );
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
