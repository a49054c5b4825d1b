/**
 * Parses named lists of numbers as people type and copy them: tables, decimals and fractions, lists and
 * arrays of Python, JSON, MATLAB and others.
 *
 * Every refusal is one sentence that names the list and the position in it.
 *
 * @module
 */

import * as words from '../words/en/homework.js';
import { noNames } from '../words/en/typed.js';
import { parseMatrix } from './nested-lists.js';
import { plainText, withPoints } from './plain-text.js';
import { Refusal } from './refusal.js';

/** @import { Matrix } from './nested-lists.js' */

/** The most characters of a text: enough for 50,000 numbers. */
const MAX_CHARACTERS = 1_000_000;

/** A name: letters, then the number of a layer. */
const NAME = String.raw`["'\x60]?(?!dtype\b)([A-Za-zη][A-Za-z_]*\d*)["'\x60]?`;
/** A name and what stands between it and its numbers; or one that is known, and its numbers. */
const HEAD = new RegExp(
  String.raw`(^|[\n;,{}\])])[ \t]*(?:${NAME}[ \t]*(?:\[\d+\])*[ \t]*(?:=|:=|:|<-|←)|` +
    String.raw`((?:[wb]|weights?|bias(?:es)?)_?\d+|x|y|eta|η|inputs?|targets?|lr)` +
    String.raw`(?=[ \t]*(?:\t|\n|[ \t][-+.\d[(]|[[(])))`,
  'gi',
);
/** What needs one number only. */
const SCALAR = /^(?:eta|η|lr|learningrate)$/;

/**
 * Parses every `name = numbers` of a text; the numbers are on the same line or below. Comments after #, % and
 * // are removed.
 *
 * @param {string} text
 * @returns {Map<string, Matrix>}  by name in lower case without underscores
 */
export function parseNamedLists(text) {
  if (text.length > MAX_CHARACTERS) {
    throw new Refusal(words.tooLong(text.length));
  }
  const unwrapped = plainText(text).trim();
  const isObject = /^\{\s*["'\x60]?[A-Za-zη]/.test(unwrapped) && unwrapped.endsWith('}');
  const plain = isObject ? unwrapped.slice(1, -1) : unwrapped;
  const heads = [...plain.matchAll(HEAD)].filter((head) => !isSetting(plain, head));
  const before = plain.slice(0, heads[0] ? heads[0].index + String(heads[0][1]).length : plain.length).trim();
  if (before !== '') {
    const said = before.slice(0, 30);
    throw new Refusal(heads.length > 0 ? words.beforeFirst(said) : noNames({ text: said }));
  }
  const named = heads.map((head, at) => {
    const name = String(head[2] ?? head[3]);
    const key = name.toLowerCase().replaceAll('_', '');
    const next = heads[at + 1];
    const end = next ? next.index + (/[\])}]/.test(String(next[1])) ? 1 : 0) : plain.length;
    const body = plain.slice(head.index + head[0].length, end).replace(/[\s;,]+$/, '');
    return { name, key, body, isScalar: SCALAR.test(key) };
  });
  const bodies = withPoints(named);
  /** @type {Map<string, Matrix>} */
  const lists = new Map();
  named.forEach(({ name, key }, at) => {
    if (lists.has(key)) throw new Refusal(words.twice(name));
    lists.set(key, parseMatrix(String(bodies[at]), name));
  });
  return lists;
}

/** Settings of calls look like names. */
const SETTING = /^(?:requires_?grad|device|order|copy|ndmin|grad_fn|subok|names|nrow|ncol|byrow)$/i;

/**
 * Returns whether what looks like a name is a setting of a call, which is still open.
 *
 * @param {string} text
 * @param {RegExpMatchArray} head
 */
function isSetting(text, head) {
  if (SETTING.test(String(head[2]))) return true;
  if (head[1] !== ',') return false;
  const before = text.slice(0, head.index);
  const opened = (before.match(/[([{]/g) ?? []).length - (before.match(/[)\]}]/g) ?? []).length;
  return opened > 0;
}
