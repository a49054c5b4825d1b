/**
 * Names for single numbers of a state.
 *
 * @module
 */

/**
 * One number by its quantity, the book's layer and its index in the layer's list.
 * @param {string} quantity
 * @param {number} [layer]
 * @param {number} [index]
 */
export const numberKey = (quantity, layer = 0, index = 0) => `${quantity} ${layer} ${index}`;
