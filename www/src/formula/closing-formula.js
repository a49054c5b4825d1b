/**
 * Formulas whose numbers close: what stands before the last sign of equality is, as it is written, what
 * stands after it.
 *
 * @module
 */
import { closing, writtenIn } from '../notation/closing.js';

/** @import { Style } from '../notation/format.js' */
/** @import { Piece } from './pieces.js' */

/** @param {Piece | undefined} piece @param {string} text */
const isSign = (piece, text) => piece?.tag === 'mo' && piece.parts[0] === text;

/** The numbers of the core in these pieces, in order. @param {Piece[]} pieces @returns {Piece[]} */
const numbersIn = (pieces) =>
  pieces.flatMap((piece) => (piece.number === undefined ? numbersIn(partsOf(piece)) : [piece]));

/** @param {Piece} piece */
const partsOf = ({ parts }) => parts.filter((part) => typeof part !== 'string');

/**
 * Returns what an expression gives, not a number if it has something else than numbers.
 *
 * @param {Piece[]} pieces
 * @param {(piece: Piece) => number} valueOf  a number of the core
 * @returns {number}
 */
function evaluate(pieces, valueOf) {
  let [total, product, divides, begins] = [0, 1, false, true];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = /** @type {Piece} */ (pieces[at]);
    if (isSign(piece, '+') || isSign(piece, '−')) {
      if (!begins) total += product;
      product = isSign(piece, '−') ? -1 : 1;
    } else if (isSign(piece, '÷')) divides = true;
    else if (!isSign(piece, '·')) {
      const end = isSign(piece, '(')
        ? pieces.findIndex((other, index) => index > at && isSign(other, ')'))
        : at;
      if (end < at) return NaN;
      const value = end > at ? evaluate(pieces.slice(at + 1, end), valueOf) : single(piece, valueOf);
      product = divides ? product / value : product * value;
      divides = false;
      at = end;
    }
    begins = false;
  }
  return total + product;
}

/** @param {Piece} piece @param {(piece: Piece) => number} valueOf @returns {number} */
function single(piece, valueOf) {
  if (piece.number !== undefined) return valueOf(piece);
  if (piece.tag === 'mn') return Number(piece.parts[0]);
  const parts = partsOf(piece);
  if (piece.tag === 'mrow') return evaluate(parts, valueOf);
  if (piece.tag !== 'mfrac' && piece.tag !== 'msup') return NaN;
  const [one = NaN, other = NaN] = parts.map((part) => single(part, valueOf));
  return piece.tag === 'mfrac' ? one / other : one ** other;
}

/** @param {Piece} piece @param {(piece: Piece) => string} textOf @returns {Piece} */
function written(piece, textOf) {
  const { number, brackets, ...rest } = piece;
  if (number === undefined)
    return {
      ...piece,
      parts: piece.parts.map((part) => (typeof part === 'string' ? part : written(part, textOf))),
    };
  const text = textOf(piece);
  return { ...rest, parts: [brackets && text.startsWith('−') ? `(${text})` : text] };
}

/**
 * Returns the formula with its numbers as texts, and ≈ before the result where six decimals do not close it.
 * A formula that cannot be computed from its numbers alone, such as a folded sum, stays.
 *
 * @param {Piece[]} pieces
 * @param {Style} settings
 * @returns {Piece[]}
 */
export function closingFormula(pieces, settings) {
  const last = pieces.findLastIndex((piece) => isSign(piece, '='));
  const first = pieces.findLastIndex((piece, at) => at < last && isSign(piece, '='));
  const [right, result] = [pieces.slice(first + 1, last), pieces.at(-1)];
  const numbers = numbersIn(right);
  /** @param {number[]} values */
  const calculate = (values) => evaluate(right, (piece) => Number(values[numbers.indexOf(piece)]));
  const given = numbers.map(({ number }) => Number(number));
  if (first < 0 || result?.number === undefined || !Number.isFinite(calculate(given))) return pieces;
  const { closes, ...styles } = closing(
    [{ given, precisions: ['finer'], result: result.number, calculate }],
    { digits: settings.digits, comma: settings.comma },
  );
  return pieces.map((piece, at) => {
    if (at === last && !closes) return { ...piece, parts: ['≈'] };
    return written(piece, ({ number }) => writtenIn(Number(number), at > last ? 'same' : 'finer', styles));
  });
}
