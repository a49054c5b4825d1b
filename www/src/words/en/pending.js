/**
 * What stands in a panel whose answer is not there.
 *
 * @module
 */

export const whenAtRest = 'Computed when it rests.';
export const tooMuch = 'Too much to compute here: smaller mini-batches or a smaller network can be asked.';
