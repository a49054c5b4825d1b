/**
 * The range of eta: powers of ten at the ends of its slider and of the curve over eta.
 *
 * @module
 */

/** Exponents of the least and the greatest eta. */
export const ETA_FROM = -3;
export const ETA_TO = 2;

/**
 * Returns the number of values of eta of a curve.
 *
 * @param {number} points  to a power of ten
 */
export const etaCount = (points) => (ETA_TO - ETA_FROM) * points + 1;

/**
 * Returns the values of eta of a curve, at equal distances on a logarithmic axis.
 *
 * @param {number} points  to a power of ten
 */
export const etasOf = (points) =>
  Float64Array.from({ length: etaCount(points) }, (_, at) => 10 ** (ETA_FROM + at / points));
