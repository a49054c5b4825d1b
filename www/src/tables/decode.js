/**
 * Unpacks gzip files and decodes the bytes of a file to text.
 *
 * @module
 */

import { withoutInvisible } from '../notation/invisible.js';
import { Refusal } from '../protocol/refusal.js';

/** The most bytes of a file, before and after unpacking: a small gzip file can unpack to any length. */
const MAX_BYTES = 200_000_000;

/**
 * @param {Uint8Array} bytes
 * @param {number[]} start
 */
const startsWith = (bytes, start) => start.every((byte, at) => bytes[at] === byte);

/** @param {number} limit */
const tooBig = (limit) => new Refusal({ kind: 'fileTooBig', most: limit });

/**
 * Unpacks a gzip file. Any other file is returned as it is.
 *
 * @param {Uint8Array} bytes
 * @param {number} [limit]  the most bytes to return
 * @returns {Promise<Uint8Array>}
 * @throws {Refusal} if the file is too big, or a damaged gzip file
 */
export async function unpack(bytes, limit = MAX_BYTES) {
  if (bytes.length > limit) throw tooBig(limit);
  if (!startsWith(bytes, [0x1f, 0x8b])) return bytes;
  const source = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  /** @type {Uint8Array[]} */
  const pieces = [];
  let length = 0;
  for (;;) {
    const piece = await reader.read().catch(() => {
      throw new Refusal({ kind: 'gzipDamaged' });
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

/**
 * Reads a file and unpacks it. A file that is too big is refused without reading it.
 *
 * @param {Blob} file
 * @throws {Refusal}
 */
export async function readFile(file) {
  if (file.size > MAX_BYTES) throw tooBig(MAX_BYTES);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Refusal({ kind: 'fileGone' });
  });
  return unpack(new Uint8Array(bytes));
}

/**
 * Decodes UTF-8, or UTF-16 with a byte order mark. The mark is removed.
 *
 * @param {Uint8Array} bytes
 * @returns {string}
 * @throws {Refusal} if the bytes are not text, or in another encoding
 */
export function decodeText(bytes) {
  if (bytes.length > MAX_BYTES) throw tooBig(MAX_BYTES);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    throw new Refusal({ kind: 'spreadsheet' });
  }
  if (startsWith(bytes, [0x1f, 0x8b])) throw new Refusal({ kind: 'packed' });
  const encoding = encodingOf(bytes);
  /** @type {string} */
  let text;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal({ kind: encoding === 'utf-8' ? 'notUtf8' : 'notUtf16' });
  }
  return cleanText(text);
}

/**
 * Returns the encoding by the byte order mark; without one it is UTF-8.
 *
 * @param {Uint8Array} bytes
 */
function encodingOf(bytes) {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
}

/**
 * Removes byte order marks and other characters that show nothing, and refuses a NUL character, which only
 * binary files have.
 *
 * @param {string} text
 * @returns {string}
 * @throws {Refusal} if the text is too long or has a NUL character
 */
export function cleanText(text) {
  if (text.length > MAX_BYTES) throw tooBig(MAX_BYTES);
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    throw new Refusal({ kind: 'zeroByte', character: zero + 1 });
  }
  return withoutInvisible(text);
}
