/**
 * The equation of a weighted sum.
 *
 * @module
 */
import { at, closed, column, dot, general, sign, sumOfTerms } from './columns.js';
import { biasSymbol, neuronSymbol, weightSymbol } from './pieces.js';
import { biasAt, neuronAt, weightAt } from '../notation/selection.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Equation } from './columns.js' */

/**
 * z = Σ w a + b.
 *
 * @param {State} state
 * @param {number} l
 * @param {number} j
 * @param {boolean} unfolded
 * @param {number} digits
 * @returns {Equation}
 */
export function zEquation(state, l, j, unfolded, digits) {
  const n = state.sizes[l - 2] ?? 0;
  const { columns, folded } = sumOfTerms(
    state,
    j,
    n,
    unfolded,
    (k) => {
      const weight = weightAt(l, j, k);
      const a = at(state.a, l - 1, k);
      // The whole line gets more decimals, rather than a weight times 1 more than its product.
      const isBit = l === 2 && Number.isInteger(a);
      return column(
        [weightSymbol(l, j, k), neuronSymbol('a', l - 1, k)],
        [
          {
            value: at(state.weights, l, j * n + k),
            tone: 'value',
            precision: isBit ? 'same' : 'finer',
            selection: weight,
          },
          {
            value: a,
            tone: 'ink',
            precision: l === 2 ? 'chosen' : 'finer',
            selection: neuronAt(l - 1, k),
          },
        ],
        k,
        'w',
      );
    },
    [general('w', l, `${j + 1}k`), general('a', l - 1, 'k')],
  );
  const bias = biasAt(l, j);
  const z = at(state.z, l, j);
  return closed(
    {
      about: { kind: 'neuron', number: j + 1, of: state.sizes[l - 1] ?? 1 },
      focus: neuronAt(l, j),
      under: l,
      columns: [
        column([neuronSymbol('z', l, j)], [{ value: z, tone: 'ink' }], n, 'z', 'result'),
        sign('='),
        ...columns,
        sign('+'),
        column(
          [biasSymbol(l, j)],
          [{ value: at(state.biases, l, j), tone: 'value', selection: bias }],
          n,
          'b',
        ),
      ],
      parts: n + 1,
      folded,
    },
    (shown) => (folded > 0 ? Number(shown[0]) + Number(shown[1]) : dot(shown) + Number(shown.at(-1))),
    z,
    digits,
  );
}
