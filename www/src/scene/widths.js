/**
 * The widths of edges: how wide an edge is drawn for its weight.
 *
 * @module
 */

/** @import { ByLayer } from '../protocol/state.js' */

/**
 * A scale of widths. `top` is the weight with the greatest width; on a logarithmic scale a thousandth of
 * it has the least.
 * @typedef {{ kind: 'linear' | 'log', top: number }} Widths
 */

/** Widths in px. */
const LEAST = 1.2;
const MOST = 9;
/** A logarithmic scale spans so many powers of ten. */
const DECADES = 3;
/**
 * The scale is logarithmic if the greatest |w| is more than this times the median: on a linear one, small
 * weights would all look the same.
 */
const WIDE_RANGE = 40;

/**
 * Returns the next of 1, 2, 5, 10, 20, … that is not less.
 * @param {number} value
 */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value) ?? 10) * power;
}

/**
 * Returns a scale for these weights: the one before as long as it fits, so that widths do not jump.
 *
 * @param {ByLayer} weights
 * @param {'auto' | 'linear' | 'log'} wanted
 * @param {Widths | undefined} before
 * @returns {Widths}
 */
export function widthsFor(weights, wanted, before) {
  const sizes = weights.flatMap((layer) => (layer ? Array.from(layer, Math.abs) : [])).sort((a, b) => a - b);
  const greatest = sizes.at(-1) ?? 0;
  const median = sizes[sizes.length >> 1] ?? 0;
  if (greatest === 0) return before ?? { kind: 'linear', top: 1 };
  const fits = before !== undefined && greatest <= before.top && greatest > before.top / 8;
  const auto = greatest > WIDE_RANGE * median ? 'log' : 'linear';
  const kind = wanted === 'auto' ? (fits ? before.kind : auto) : wanted;
  return { kind, top: fits ? before.top : roundUp(greatest) };
}

/**
 * Returns the width in px of an edge.
 * @param {number} weight
 * @param {Widths} widths
 */
export function edgeWidth(weight, { kind, top }) {
  const part = Math.abs(weight) / top;
  const share = kind === 'linear' ? part : 1 + Math.log10(part) / DECADES;
  return LEAST + (MOST - LEAST) * Math.min(1, Math.max(0, share));
}

/**
 * Returns weights to show in the legend, the least first.
 * @param {Widths} widths
 */
export const legendWeights = ({ kind, top }) =>
  kind === 'linear' ? [top / 4, top] : [top / 100, top / 10, top];
