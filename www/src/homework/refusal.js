/**
 * The error for numbers that were typed and cannot be used.
 *
 * @module
 */

/** Typed numbers that do not make a network; `message` says why in one sentence. */
export class Refusal extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'Refusal';
  }
}
