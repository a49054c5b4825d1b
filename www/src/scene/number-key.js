/**
 * Keys for single numbers of a state.
 *
 * @module
 */

/**
 * Returns a key for one number: its quantity, layer and index.
 * @param {string} quantity  as in the state
 * @param {number} [layer]  the book's number
 * @param {number} [index]  in the layer's array
 */
export const numberKey = (quantity, layer = 0, index = 0) => `${quantity} ${layer} ${index}`;
