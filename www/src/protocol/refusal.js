/**
 * Why something cannot be done, as plain data: its kind, with the numbers and names of its sentence. The
 * workers and the core answer with it, and the page says the sentence.
 *
 * @module
 */

/** @import { Sentences } from '../words/refusals.js' */

/**
 * What a function of the catalogue is called with.
 * @template F
 * @typedef {F extends (given: infer G) => string ? (unknown extends G ? {} : G) : never} Given
 */

/**
 * Refusals of a kind, which can be about several things.
 * @template {keyof Sentences} K
 * @typedef {Sentences[K] extends Function
 *   ? { kind: K } & Given<Sentences[K]>
 *   : {
 *     [W in keyof Sentences[K]]: { kind: K, what: W } & Given<Sentences[K][W]>
 *   }[keyof Sentences[K]]} OfKind
 */

/** @typedef {{ [K in keyof Sentences]: OfKind<K> }[keyof Sentences]} Why */

/** An error that a person can do something about. */
export class Refusal extends Error {
  /**
   * @param {Why} why
   * @param {ErrorOptions & { row?: number, column?: number }} [options]  the cause, and the cell of a table
   *   where the fault is, from 1 as in a spreadsheet
   */
  constructor(why, { row, column, ...options } = {}) {
    super(why.kind, options);
    this.name = 'Refusal';
    this.why = why;
    this.row = row;
    this.column = column;
  }
}
