/**
 * How English writes an integer.
 *
 * @module
 */

/** Returns an integer with commas between its thousands: 1,234,567. @param {number | bigint} value */
export const integer = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
