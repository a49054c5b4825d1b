/**
 * Makes typed homework plain: one way to write names, digits, comments and decimal points, whatever it was
 * copied from.
 *
 * @module
 */
import { plainDigits, withoutInvisible } from '../notation/invisible.js';
import * as words from '../words/en/typed.js';
import { Refusal } from './refusal.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** A name with its layer written as in formulas: w², b₂, W^2, b_{2}, W^{[2]}, w[2], W⁽²⁾. */
const RAISED = /([A-Za-z])[⁽₍]?([⁰¹²³⁴-⁹₀-₉]+)[⁾₎]?/g;
const DECORATED = /\b([A-Za-z]+)(?:[_^][{([]*(\d+)[})\]]*|[[(](\d+)[\])])(?=[ \t"'`]*(?:=|:|<-|\t))/g;

/** Lines that only prepare: fences of code, imports. */
const PREPARING = /^[ \t]*(?:```.*|import[ \t].*|from[ \t]\S+[ \t]+import.*|using[ \t].*)$/gm;
/** Comments after #, % or //; a % directly behind a number is none. */
const COMMENT = /#.*$|(?:^|(?<=[\s;,\])}]))(?:%|\/\/).*$/gm;

/**
 * Returns a text whose names, digits and comments are plain.
 *
 * @param {string} text
 */
export const plainText = (text) =>
  plainDigits(withoutInvisible(text))
    // Text programs make dashes of hyphens.
    .replace(/[\u2010-\u2013\ufe63](?=[ ]?[\d.])/g, '-')
    .replace(/\r\n?/g, '\n')
    .replace(RAISED, (_, letter, digits) => letter + [...digits].map(plainIndex).join(''))
    .replace(DECORATED, (_, letters, one, other) => letters + (one ?? other))
    .replace(PREPARING, '')
    .replace(COMMENT, '')
    // PyTorch says so of a parameter, and YAML begins each row with a hyphen.
    .replace(/Parameter containing:/g, '')
    .replace(/^([ \t]*)-[ \t]+(?=\[)/gm, '$1')
    // MATLAB goes on in the next line after three points.
    .replace(/\.\.\.[ \t]*\n/g, ' ');

/** @param {string} digit */
const plainIndex = (digit) => Math.max(SUPERSCRIPTS.indexOf(digit), SUBSCRIPTS.indexOf(digit));

/** A number with a comma between its digits, and nothing else. */
const ONE_COMMA = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;
/** Numbers with commas between them and no blank. */
const SEVERAL = /^[+-]?[\d.e+-]+(?:,[+-]?[\d.e+-]+){2,}$/i;
const WITH_POINT = /(?:^|[^\w.])[+-]?(?:\d+\.\d*|\.\d+)(?![\w.])/;
const LIKE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** What divides pieces, other than a comma. */
const DIVIDER = /([\s;|[\](){}]+)/;

/**
 * A named body of a text, and whether it needs one number only.
 *
 * @typedef {{ name: string, body: string, isScalar: boolean }} Named
 */

/**
 * Returns the pieces of a body with a comma between two digits, and how each stands: `divided` by blanks or
 * semicolons from other numbers, in `brackets` without these, or neither.
 *
 * @param {Named} named
 */
function commasOf({ name, body, isScalar }) {
  const parts = body.split(DIVIDER);
  let depth = 0;
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) {
      for (const mark of part) depth += '[({'.includes(mark) ? 1 : '])}'.includes(mark) ? -1 : 0;
      return [];
    }
    const [before = '', after = ''] = [parts[at - 1], parts[at + 1]];
    const [previous = '', next = ''] = [parts[at - 2], parts[at + 2]];
    const piece = part.replace(/^,+|,+$/g, '');
    if (!/\d,[+-]?\d/.test(piece)) return [];
    /** @param {string} gap @param {string} edge @param {string} other */
    const divides = (gap, edge, other) =>
      /^(?:[ \t]+|[ \t]*[;|][ \t]*)$/.test(gap) && edge !== ',' && /\d/.test(other);
    const left = divides(before, previous.slice(-1), previous) && !part.startsWith(',');
    const right = divides(after, part.slice(-1), next) && !next.startsWith(',');
    const byMark = (left && /[;|]/.test(before)) || (right && /[;|]/.test(after));
    // A comma with a blank behind it stands between others without one.
    const uneven =
      (part.endsWith(',') && /^[ \t]/.test(after)) || (previous.endsWith(',') && /^[ \t]+$/.test(before));
    return [{ name, piece, isScalar, divided: left || right, inBrackets: depth > 0, byMark, uneven }];
  });
}

/**
 * Decides what commas between digits are, and returns the bodies with a point for each decimal comma.
 *
 * @param {Named[]} all
 * @returns {string[]}
 * @throws {Refusal} where a comma can be both
 */
export function withPoints(all) {
  const commas = all.flatMap(commasOf);
  const point = all.map(({ body }) => WITH_POINT.exec(body)?.[0].trim()).find(Boolean);
  const several = commas.find(({ piece }) => SEVERAL.test(piece));
  const single = commas.filter(({ piece }) => ONE_COMMA.test(piece));
  const decimal = single.find(({ divided, inBrackets, byMark }) => divided && !(inBrackets && byMark));
  if (decimal && point)
    throw new Refusal(words.mixed({ comma: decimal.piece, point: point.replace(/^[^\d.+-]/, '') }));
  if (decimal && several) throw new Refusal(words.oneOrTwo(decimal));
  if (decimal) {
    if (single.every(({ piece }) => LIKE_THOUSANDS.test(piece))) throw new Refusal(words.thousands(decimal));
    return all.map(({ body }) => body.replace(/(?<=\d),(?=\d)/g, '.'));
  }
  const spoilt = commas.find(({ piece }) => /,0\d/.test(piece));
  if (spoilt) throw new Refusal(words.thousands(spoilt));
  if (!point && !several) {
    const unclear = single.find(({ inBrackets, divided, uneven, isScalar }) =>
      inBrackets ? divided || uneven : !isScalar,
    );
    if (unclear) throw new Refusal(words.oneOrTwo(unclear));
  }
  return all.map(({ body, isScalar, name }) => {
    const piece = body.trim();
    if (!isScalar || !ONE_COMMA.test(piece)) return body;
    if (point) throw new Refusal(words.mixed({ comma: piece, point: point.replace(/^[^\d.+-]/, '') }));
    if (LIKE_THOUSANDS.test(piece)) throw new Refusal(words.thousands({ piece, name }));
    return piece.replace(',', '.');
  });
}
