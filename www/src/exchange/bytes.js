/**
 * Packs numbers and texts into few bytes, and reads them back to the same bits.
 *
 * The first byte of a number says how it is packed:
 * - 0 to 191: the integer itself;
 * - 192 + k: an integer of k bytes, least significant first, k from 1 to 7;
 * - 208 + d, or 224 + d if negative: a decimal with d digits after the point, then its digits as a varint;
 * - 240: the 8 bytes of a double, least significant first.
 *
 * @module
 */
import { wrong } from '../words/en/exchange.js';

/** The greatest integer that is a byte of its own. */
const SMALL = 191;
const INTEGER = 192;
const DECIMAL = 208;
const NEGATIVE = 224;
const DOUBLE = 240;
/** The most digits after the point of a decimal. */
const MOST_DIGITS = 15;
/** Digits of a decimal are an integer below this: with more of them a double is as short. */
const MOST_MANTISSA = 2 ** 49;
/** Payload bits of a byte of a varint. */
const VARINT = 128;

/** Bytes that cannot be read. */
export class Damaged extends Error {
  constructor() {
    super(wrong.damaged);
    this.name = 'Damaged';
  }
}

/**
 * Returns a number as the digits of a decimal and how many of them are after the point, if it is short.
 *
 * @param {number} size  the number without its sign
 * @returns {{ mantissa: number, digits: number } | undefined}
 */
function decimalOf(size) {
  const [text = '', exponent] = size.toExponential().split('e');
  const mantissa = Number(text.replace('.', ''));
  const digits = Math.max(0, text.length - 2) - Number(exponent);
  if (digits < 0) return size < MOST_MANTISSA ? { mantissa: size, digits: 0 } : undefined;
  return digits <= MOST_DIGITS && mantissa < MOST_MANTISSA ? { mantissa, digits } : undefined;
}

/** Returns what collects bytes. */
export function createWriter() {
  let bytes = new Uint8Array(256);
  let length = 0;

  /** @param {number} value */
  function byte(value) {
    if (length === bytes.length) {
      const longer = new Uint8Array(2 * length);
      longer.set(bytes);
      bytes = longer;
    }
    bytes[length] = value;
    length += 1;
  }

  /** @param {number} value  an integer from 0 */
  function varint(value) {
    for (let rest = value; ; rest = Math.floor(rest / VARINT)) {
      if (rest < VARINT) return byte(rest);
      byte((rest % VARINT) + VARINT);
    }
  }

  /** @param {number} value */
  function integer(value) {
    if (value <= SMALL) return byte(value);
    const parts = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) parts.push(rest % 256);
    byte(INTEGER + parts.length);
    parts.forEach(byte);
  }

  /** @param {number} value */
  function double(value) {
    byte(DOUBLE);
    new Uint8Array(new Float64Array([value]).buffer).forEach(byte);
  }

  /** @param {number} value */
  function number(value) {
    if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) return integer(value);
    const decimal = Number.isFinite(value) && value !== 0 ? decimalOf(Math.abs(value)) : undefined;
    if (!decimal) return double(value);
    byte((value < 0 ? NEGATIVE : DECIMAL) + decimal.digits);
    varint(decimal.mantissa);
  }

  /** @param {string} value */
  function text(value) {
    const encoded = new TextEncoder().encode(value);
    varint(encoded.length);
    encoded.forEach(byte);
  }

  return {
    varint,
    number,
    text,

    /** @param {ArrayLike<number>} values */
    numbers(values) {
      varint(values.length);
      for (let at = 0; at < values.length; at += 1) number(Number(values[at]));
    },

    /** Returns what was written. */
    done: () => bytes.slice(0, length),
  };
}

/**
 * Returns what reads bytes that were written in the same order.
 *
 * @param {Uint8Array} bytes
 * @throws {Damaged} from each of its functions, if there is no such thing next
 */
export function createReader(bytes) {
  let at = 0;

  function byte() {
    const value = bytes[at];
    if (value === undefined) throw new Damaged();
    at += 1;
    return value;
  }

  /** @param {number} most */
  function varint(most = Number.MAX_SAFE_INTEGER) {
    let [value, unit] = [0, 1];
    for (;;) {
      const part = byte();
      value += (part % VARINT) * unit;
      if (value > most) throw new Damaged();
      if (part < VARINT) return value;
      unit *= VARINT;
      if (unit > Number.MAX_SAFE_INTEGER) throw new Damaged();
    }
  }

  /** @param {number} count */
  function part(count) {
    if (count > bytes.length - at) throw new Damaged();
    at += count;
    return bytes.slice(at - count, at);
  }

  function number() {
    const kind = byte();
    if (kind <= SMALL) return kind;
    if (kind === DOUBLE) return Number(new Float64Array(part(8).buffer)[0]);
    if (kind > INTEGER && kind < INTEGER + 8)
      return part(kind - INTEGER).reduceRight((sum, value) => sum * 256 + value, 0);
    if (kind >= DECIMAL && kind < DOUBLE) {
      const sign = kind < NEGATIVE ? 1 : -1;
      return sign * Number(`${varint()}e-${kind % 16}`);
    }
    throw new Damaged();
  }

  return {
    varint,
    number,

    /** @param {number} most  bytes */
    text(most) {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(part(varint(most)));
      } catch {
        throw new Damaged();
      }
    },

    numbers() {
      // Each has a byte at least, so that no more memory is asked for than there are bytes.
      const count = varint(bytes.length - at);
      const values = new Float64Array(count);
      for (let index = 0; index < count; index += 1) values[index] = number();
      return values;
    },

    /** Whether everything was read. */
    isDone: () => at === bytes.length,
  };
}

/** @typedef {ReturnType<typeof createWriter>} Writer */
/** @typedef {ReturnType<typeof createReader>} Reader */
