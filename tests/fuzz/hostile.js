/**
 * Random numbers from a seed, and values that no function should have to expect.
 *
 * @module
 */

/**
 * Returns a generator of numbers from 0 to 1 (mulberry32).
 *
 * @param {number} seed
 */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const boom = () => {
  throw new TypeError('hostile');
};

/** Values that no parameter takes, or that only some take. */
export const HOSTILE = [
  ...[undefined, null, true, false, '', '1', 'xor', 1n, Symbol('x'), NaN, Infinity, -Infinity],
  ...[-1, -0, 0.5, 1e300, 2 ** 31, 2 ** 32 + 1, 2 ** 40, 2 ** 53, -(2 ** 33)],
].map((value) => () => value);
/** @type {(() => unknown)[]} */
export const OBJECTS = [
  () => ({}),
  () => [],
  () => [1, '2', null],
  () => [, 1], // eslint-disable-line no-sparse-arrays
  () => boom,
  () => new Proxy([1, 2], { get: boom }),
  () => new Proxy({}, { get: boom, has: boom, getPrototypeOf: boom }),
  () => ({ length: 2 ** 40 }),
  () => ({ length: 3, 0: 1 }),
  () => ({ valueOf: boom, toString: boom, get length() { return boom(); } }), // prettier-ignore
  () => Object.defineProperty(Float64Array.of(1, 2, 3), 'length', { value: 2 }),
  () => Object.defineProperty(Float64Array.of(1, 2, 3), 'length', { value: 90 }),
  () => Object.defineProperty(new Uint8Array(3), 'length', { value: 2 }),
  () => BigInt64Array.of(1n),
  () => new DataView(new ArrayBuffer(8)),
  () => {
    const list = Float64Array.of(1, 2);
    structuredClone(list, { transfer: [list.buffer] });
    return list;
  },
];
