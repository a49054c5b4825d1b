/**
 * How wide an edge is drawn for its weight.
 *
 * @module
 */

/** @import { ByLayer } from '../protocol/state.js' */

/** `top` has the greatest width; in a logarithmic scale a thousandth of it has the least. @typedef {{ kind: 'linear' | 'log', top: number }} Widths */

/** Widths in px. */
const LEAST = 1.2;
const MOST = 9;
/** A logarithmic scale spans so many powers of ten. */
const DECADES = 3;
/** From this ratio of the greatest weight to the middle one on, small ones would all look the same on a linear scale. */
const BIG_RANGE = 40;

/** The next of 1, 2, 5, 10, 20, … that is not less. @param {number} value */
function round(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value) ?? 10) * power;
}

/**
 * A scale for these weights. The one before is kept as long as it fits, so that widths do not leap.
 *
 * @param {ByLayer} weights
 * @param {'auto' | 'linear' | 'log'} wanted
 * @param {Widths | undefined} before
 * @returns {Widths}
 */
export function widthsFor(weights, wanted, before) {
  const sizes = weights.flatMap((layer) => (layer ? Array.from(layer, Math.abs) : [])).sort((a, b) => a - b);
  const greatest = sizes.at(-1) ?? 0;
  const middle = sizes[sizes.length >> 1] ?? 0;
  if (greatest === 0) return before ?? { kind: 'linear', top: 1 };
  const fits = before !== undefined && greatest <= before.top && greatest > before.top / 8;
  const auto = greatest > BIG_RANGE * middle ? 'log' : 'linear';
  const kind = wanted === 'auto' ? (fits ? before.kind : auto) : wanted;
  return { kind, top: fits ? before.top : round(greatest) };
}

/**
 * Width in px.
 * @param {number} weight
 * @param {Widths} widths
 */
export function edgeWidth(weight, { kind, top }) {
  const part = Math.abs(weight) / top;
  const share = kind === 'linear' ? part : 1 + Math.log10(part) / DECADES;
  return LEAST + (MOST - LEAST) * Math.min(1, Math.max(0, share));
}

/**
 * Weights to show in a legend, from the least.
 * @param {Widths} widths
 * @returns {number[]}
 */
export const samples = ({ kind, top }) => (kind === 'linear' ? [top / 4, top] : [top / 100, top / 10, top]);
