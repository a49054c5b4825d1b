/**
 * Builds lists and matrices of brackets, numbers and separators, as they are written in several languages.
 *
 * @module
 */
import * as said from '../words/en/homework.js';
import * as words from '../words/en/typed.js';
import { Refusal } from './refusal.js';
import { tokensOf } from './tokens.js';
import { parseNumberOrFraction } from './typed-number.js';

/** @import { Token } from './tokens.js' */

/**
 * Rows of numbers. `flat` is true for a single list without inner brackets.
 *
 * @typedef {{ rows: number[][], flat: boolean }} Matrix
 */

/** A longer line of a list without commas is one that NumPy broke. */
const BROKEN_LINE = 60;

/**
 * Builds the lists of a body.
 */
class Builder {
  /**
   * @param {string} name  of the list, for refusals
   */
  constructor(name) {
    this.name = name;
    /** @type {Frame[]} */
    this.frames = [new Frame(false)];
  }

  /** The list that is read. */
  get frame() {
    return /** @type {Frame} */ (this.frames.at(-1));
  }

  /** @param {Token} token */
  take({ kind, text }) {
    const { frame } = this;
    switch (kind) {
      case 'open':
      case 'call':
        this.frames.push(new Frame(kind === 'call', text));
        return;
      case 'close':
        return this.close(text);
      case 'transpose':
        if (frame.lists.length === 0) throw this.notUnderstood(text);
        frame.turn();
        return;
      case 'number':
        return frame.add(this.number(text));
      case 'junk':
        throw this.notANumber(text);
      default:
        if (frame.separate(kind)) throw new Refusal(words.gap({ name: this.name }));
    }
  }

  /** @param {string} text */
  number(text) {
    const value = parseNumberOrFraction(text);
    if (value === undefined) throw this.notANumber(text);
    return value;
  }

  /** @param {string} text */
  close(text) {
    const closed = this.frames.pop();
    const outer = this.frames.at(-1);
    if (!closed || !outer || closed.closedBy !== text) throw this.unbalanced();
    // (0.5) is a number, (0.5,) a list of one.
    if (text === ')' && closed.isOneNumber()) outer.add(Number(closed.numbers[0]));
    else if (closed.isCall && closed.isOneList()) outer.lists.push(.../** @type {any} */ (closed.lists));
    else outer.lists.push(closed);
    outer.isAfterItem = true;
  }

  /** Returns the whole, once everything is read. */
  done() {
    const [frame] = this.frames;
    if (this.frames.length > 1 || !frame) throw this.unbalanced();
    return frame;
  }

  unbalanced() {
    return new Refusal(said.brackets(this.name));
  }

  /** @param {string} piece */
  notUnderstood(piece) {
    return new Refusal(words.piece({ piece: piece.slice(0, 30), name: this.name }));
  }

  /** @param {string} text */
  notANumber(text) {
    const { frame } = this;
    if (/[=(<]|^['"]/.test(text)) return this.notUnderstood(text);
    const outer = this.frames.at(-2);
    const row = this.frames.length > 2 && outer ? outer.lists.length : frame.lines - 1;
    const place = frame.rowLength() + 1;
    const given = { text: text.slice(0, 30), name: this.name, row: row + 1, place };
    return new Refusal(said.notANumber(given));
  }
}

const CLOSING = /** @type {Record<string, string>} */ ({ '[': ']', '(': ')', '{': '}' });

/** A list while it is read. */
class Frame {
  /**
   * @param {boolean} isCall
   * @param {string} [opened]
   */
  constructor(isCall, opened = '') {
    this.isCall = isCall;
    this.isTop = opened === '';
    this.closedBy = CLOSING[opened];
    /** @type {Frame[]} */
    this.lists = [];
    /** Numbers that stand in it, without those of its lists. @type {number[]} */
    this.numbers = [];
    /** Where a semicolon or a line begins a row, as indices of `numbers`. @type {number[]} */
    this.semicolons = [];
    /** @type {number[]} */
    this.breaks = [];
    this.commas = 0;
    /** Whether a number or a list stands before, with nothing between. */
    this.isAfterItem = false;
    this.isAfterComma = false;
    this.lines = 1;
    this.isTurned = false;
  }

  /** @param {number} value */
  add(value) {
    this.numbers.push(value);
    this.isAfterItem = true;
    this.isAfterComma = false;
  }

  /**
   * Takes a separator. Returns whether a number is missing before it.
   *
   * @param {Token['kind']} kind
   */
  separate(kind) {
    const isGap = kind === 'comma' && this.isAfterComma && !this.isAfterItem;
    if (kind === 'comma') {
      this.commas += 1;
      this.isAfterComma = true;
    } else if (kind === 'semicolon') this.semicolons.push(this.numbers.length);
    else if (this.numbers.length > 0 || this.lists.length > 0) {
      this.breaks.push(this.numbers.length);
      this.lines += 1;
      this.isAfterComma = false;
    }
    this.isAfterItem = false;
    return isGap;
  }

  /** Marks the last list, or all of a call, as transposed. */
  turn() {
    const last = this.lists.at(-1);
    if (last) last.isTurned = !last.isTurned;
  }

  isOneNumber() {
    return this.numbers.length === 1 && this.lists.length === 0 && this.commas === 0;
  }

  isOneList() {
    return this.lists.length === 1 && this.numbers.length === 0;
  }

  /** How many numbers the row has that is read. */
  rowLength() {
    return this.numbers.length - Math.max(0, ...(this.isTop ? this.breaks : this.semicolons));
  }

  /**
   * Returns the numbers in rows.
   *
   * @returns {number[][]}
   */
  rows() {
    const starts = this.isTop
      ? this.breaks
      : this.semicolons.length > 0
        ? [...this.semicolons, ...this.breaks]
        : this.hasLinesAsRows()
          ? this.breaks
          : [];
    const edges = [...new Set([0, ...starts, this.numbers.length])].sort((a, b) => a - b);
    return edges.slice(1).map((end, at) => this.numbers.slice(edges[at], end));
  }

  /** Whether the lines of a list without commas are rows, as in MATLAB; NumPy breaks long lists. */
  hasLinesAsRows() {
    const edges = [...new Set([0, ...this.breaks, this.numbers.length])];
    const lengths = edges.slice(1).map((end, at) => end - Number(edges[at]));
    return (
      this.commas === 0 &&
      lengths.length > 1 &&
      Number(lengths[0]) > 1 &&
      lengths.every((length) => length === lengths[0]) &&
      this.width < BROKEN_LINE
    );
  }

  /** The characters of its longest line. */
  width = 0;
}

/**
 * Returns rows of numbers from what was read.
 *
 * @param {Frame} frame
 * @param {string} name
 * @returns {Matrix}
 */
function matrixOf(frame, name) {
  const { lists, numbers, isTop } = frame;
  if (lists.length > 0 && numbers.length > 0) throw new Refusal(words.unlike({ name }));
  if (lists.length === 0) {
    const rows = frame.rows().filter((row) => row.length > 0);
    return turned({ rows, flat: rows.length <= 1 }, frame.isTurned);
  }
  if (isTop && lists.length === 1) return matrixOf(/** @type {Frame} */ (lists[0]), name);
  const inner = lists.map((list) => matrixOf(list, name));
  if (inner.every(({ flat }) => flat)) {
    const rows = inner.map(({ rows: [row = []] }) => row).filter((row) => row.length > 0);
    return turned({ rows, flat: false }, frame.isTurned);
  }
  // Columns of one number each, as a list of them; or one matrix in a list of one.
  if (inner.every(({ rows }) => rows.every((row) => row.length === 1)))
    return { rows: inner.map(({ rows }) => rows.flat()), flat: false };
  if (inner.length === 1) return turned(/** @type {Matrix} */ (inner[0]), frame.isTurned);
  throw new Refusal(words.levels({ name, levels: levelsOf(frame) }));
}

/** @param {Frame} frame @returns {number} */
const levelsOf = ({ lists, isTop }) => Math.max(0, ...lists.map(levelsOf)) + (isTop ? 0 : 1);

/**
 * Returns a matrix, transposed if it is marked so.
 *
 * @param {Matrix} matrix
 * @param {boolean} isTurned
 * @returns {Matrix}
 */
function turned({ rows, flat }, isTurned) {
  const [first = []] = rows;
  if (!isTurned || rows.some((row) => row.length !== first.length)) return { rows, flat };
  return { rows: first.map((_, at) => rows.map((row) => Number(row[at]))), flat: false };
}

/**
 * Parses what follows the name of a list: numbers in brackets, or a table with a row on each line.
 *
 * @param {string} text
 * @param {string} name
 * @returns {Matrix}
 */
export function parseMatrix(text, name) {
  const builder = new Builder(name);
  const longest = Math.max(...text.split('\n').map((line) => line.trim().length));
  for (const token of tokensOf(text)) {
    builder.take(token);
    builder.frame.width = longest;
  }
  const matrix = matrixOf(builder.done(), name);
  const rows = matrix.rows.filter((row) => row.length > 0);
  const [first] = rows;
  if (!first) throw new Refusal(said.empty(name));
  rows.forEach((row, at) => {
    if (row.length !== first.length) {
      throw new Refusal(said.ragged({ name, row: at + 1, numbers: row.length, first: first.length }));
    }
  });
  return { rows, flat: matrix.flat };
}
