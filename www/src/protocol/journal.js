/**
 * Journals as lists of numbers: what moments need to know of them.
 *
 * @module
 */

/** Index in a journal from which it describes the session and its changes; before it, how far it was run. */
const CHANGES = 2;
/** What the number at that index is if the session's data is too big to be in the journal. */
const DATA_MISSING = 3;
/** Then the index of the data's fingerprint. */
const FINGERPRINT = 6;

/**
 * Returns whether two journals are of the same session with the same changes, however far each was run.
 *
 * @param {Float64Array} one
 * @param {Float64Array} other
 */
export const sameChanges = (one, other) =>
  one.length === other.length && one.every((value, at) => at < CHANGES || Object.is(value, other[at]));

/**
 * Returns the fingerprint of the data that a session needs and its journal does not have; nothing if the
 * journal has all.
 *
 * @param {Float64Array} journal
 */
export const dataKey = (journal) => (journal[CHANGES] === DATA_MISSING ? journal[FINGERPRINT] : undefined);
