/**
 * Links to a moment: `#m=`, a version, a point, and the moment in base64url. The first of its bytes says
 * whether the rest is compressed, and the next three are a checksum: mail and chat programs cut links off.
 *
 * @module
 */
import { dataKey } from '../protocol/journal.js';
import { Damaged } from './bytes.js';
import { packMoment, unpackMoment } from './pack.js';
import { wrong } from '../words/en/exchange.js';

/** @import { Moment } from './moment.js' */

const MARK = '#m=';
const VERSION = '1';
/** Up to so many characters a link fits everywhere. */
export const LONGEST_SAFE = 2_000;
/** The most characters of a link that is read: more than the biggest data of a journal takes. */
const MOST_CHARACTERS = 100_000;
/** The most bytes that it is decompressed to. */
const MOST_BYTES = 4_000_000;

const PLAIN = 0;
const COMPRESSED = 1;
const HEAD = 4;

/**
 * Returns whether the part of an address from # on is a link to a moment, of this or another version.
 *
 * @param {string} hash
 */
export const isLink = (hash) => hash.startsWith(MARK);

/**
 * Returns whether a link to a moment has all that is needed to open it: data that is too big for a journal
 * has to come with the page.
 *
 * @param {Moment} moment
 */
export const isComplete = ({ journal, source }) =>
  dataKey(journal) === undefined || source?.kind === 'shipped';

/**
 * Returns a link to a moment, from # on.
 *
 * @param {Moment} moment
 * @returns {Promise<string>}
 */
export async function linkOf(moment) {
  const content = packMoment(moment);
  const packed = await compress(content);
  const shorter = packed && packed.length < content.length ? packed : undefined;
  const bytes = new Uint8Array([shorter ? COMPRESSED : PLAIN, ...checksum(content), ...(shorter ?? content)]);
  return `${MARK}${VERSION}.${toText(bytes)}`;
}

/**
 * Reads a link.
 *
 * @param {string} hash  from # on
 * @returns {Promise<Moment>}
 * @throws {Error} whose message is a sentence about the link
 */
export async function readLink(hash) {
  if (hash.length > MOST_CHARACTERS) throw new Error(wrong.tooLong);
  const [version, text = ''] = hash.slice(MARK.length).split(/\.(.*)/s);
  if (version !== VERSION) {
    const newer = /^\d+$/.test(String(version)) && Number(version) > Number(VERSION);
    throw newer ? new Error(wrong.newer) : new Damaged();
  }
  const bytes = fromText(text);
  const rest = bytes.slice(HEAD);
  const content = bytes[0] === COMPRESSED ? await decompress(rest) : rest;
  if (checksum(content).some((byte, at) => byte !== bytes[at + 1])) throw new Damaged();
  return unpackMoment(content);
}

/**
 * Returns three bytes that another content has too only by chance: FNV-1a, the upper byte folded in.
 *
 * @param {Uint8Array} bytes
 */
function checksum(bytes) {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  return [(hash ^ (hash >>> 24)) & 255, (hash >>> 8) & 255, (hash >>> 16) & 255];
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {string} text */
function fromText(text) {
  if (!/^[\w-]+$/.test(text)) throw new Damaged();
  try {
    const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  } catch {
    throw new Damaged();
  }
}

/**
 * Returns the bytes compressed; nothing if this browser cannot.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function compress(bytes) {
  if (typeof CompressionStream === 'undefined') return undefined;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Returns bytes decompressed. It stops as soon as they are too many: a few bytes can become very many.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function decompress(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Damaged();
    });
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    length += value.length;
    if (length > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new Error(wrong.tooBigUnpacked);
    }
    pieces.push(value);
  }
}
