/**
 * Equations of an activation and of the cost.
 *
 * @module
 */
import { MOST_TERMS, at, closed, column, sign } from './columns.js';
import { mi, mo, neuronSymbol, targetSymbol } from './pieces.js';
import { neuronAt, targetAt } from '../notation/selection.js';
import { baseTimesHeight, sumOf } from '../words/en/equation.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Column, Equation, Factor } from './columns.js' */

/**
 * a = σ(z).
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {number} digits
 * @returns {Equation}
 */
export function aEquation(state, l, j, digits) {
  const a = at(state.a, l, j);
  return {
    about: { kind: 'neuron', number: j + 1, of: state.sizes[l - 1] ?? 1 },
    focus: neuronAt(l, j),
    under: l,
    columns: [
      column([neuronSymbol('a', l, j)], [{ value: a, tone: 'value' }], 0, 'a', 'result'),
      sign('='),
      { ...sign('σ'), below: 'σ' },
      sign('('),
      column(
        [neuronSymbol('z', l, j)],
        [{ value: at(state.z, l, j), tone: 'ink', selection: neuronAt(l, j) }],
        0,
        'z',
      ),
      sign(')'),
    ],
    parts: 1,
    digits,
    finer: digits,
    closes: true,
    folded: 0,
  };
}

/**
 * C = ½ Σ (a − y)².
 *
 * @param {State} state
 * @param {boolean} unfolded
 * @param {number} digits
 * @returns {Equation}
 */
export function costEquation(state, unfolded, digits) {
  const L = state.sizes.length;
  const n = state.sizes[L - 1] ?? 1;
  const half = state.conventions.halveCost;
  const isFolded = n > MOST_TERMS && !unfolded;
  const C = Number(state.cost);
  const terms = Array.from({ length: isFolded ? 1 : n }, (_, j) => [
    ...(j > 0 ? [sign('+')] : []),
    sign('('),
    column(
      [neuronSymbol('a', L, j)],
      [{ value: at(state.a, L, j), tone: 'value', precision: 'finer', selection: neuronAt(L, j) }],
      j,
      'a',
    ),
    sign('−'),
    column(
      [targetSymbol(j)],
      [{ value: Number(state.y?.[j]), tone: 'ink', precision: 'chosen', selection: targetAt(j) }],
      j,
      'y',
    ),
    sign(')²'),
  ]).flat();
  const squares = Number(state.terms?.running[n - 1]);
  const folded = [
    {
      ...column(
        [mo('('), mi('a'), mo('−'), mi('y'), mo(')²')],
        [{ value: squares, tone: 'ink' }],
        n - 1,
        'sum',
      ),
      word: sumOf(n),
    },
  ];
  const several = n > 1 && !isFolded && half;
  /** @type {Factor} */
  const leg = {
    value: Math.abs(Number(state.miss?.[0])),
    tone: 'ink',
    precision: 'finer',
  };
  // The area of the triangle in the picture is the same number.
  const area =
    n === 1 && half
      ? [
          { ...sign('='), term: 'area' },
          { ...sign('', '½ ·'), term: 'area' },
          { ...column([], [leg, leg], n, 'area'), word: baseTimesHeight },
        ]
      : [];
  const equation = closed(
    {
      about: undefined,
      focus: { kind: 'cost' },
      under: 'gauge',
      columns: [
        column([mi('C')], [{ value: C, tone: 'ink' }], n, 'cost', 'result'),
        sign('='),
        ...(half ? [sign('½')] : []),
        ...(several ? [sign('[')] : []),
        ...(isFolded ? /** @type {Column[]} */ (folded) : terms),
        ...(several ? [sign(']')] : []),
      ],
      parts: n + 1,
      folded: isFolded ? n : 0,
    },
    (shown) => {
      const factor = half ? 0.5 : 1;
      if (isFolded) return factor * Number(shown[0]);
      let total = 0;
      for (let j = 0; j < n; j += 1) total += (Number(shown[2 * j]) - Number(shown[2 * j + 1])) ** 2;
      return factor * total;
    },
    C,
    digits,
  );
  return { ...equation, columns: [...equation.columns, ...area] };
}
