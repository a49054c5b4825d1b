/**
 * The formula of a step, in symbols and with the numbers in it: plain data. Every number is one the core has
 * delivered.
 *
 * @module
 */
import { full } from '../notation/format.js';

/** @import { State } from '../protocol/messages.js' */
/** @import { Selection } from '../notation/selection.js' */

/**
 * A piece of a formula: a tag of MathML with text or pieces in it. `term` names the quantity for its colour,
 * `selection` what it stands for on the stage. A number has no parts: it is written when it is drawn, `inside` a formula in
 * brackets if it is negative; `value` has all its digits.
 * @typedef {{ number?: number, inside?: boolean, tag: 'mi' | 'mn' | 'mo' | 'mrow' | 'msup' | 'msub' | 'msubsup' | 'mfrac', parts: (Piece | string)[], term?: string, selection?: Selection, value?: string }} Piece
 */

/** @typedef {{ title: string, symbols: Piece[], numbers: Piece[], folded: number }} Formula */

/** So many terms of a sum are written out. */
const MOST_TERMS = 6;

/** @param {string} text @returns {Piece} */
const op = (text) => ({ tag: 'mo', parts: [text] });
/** @param {string} text @returns {Piece} */
const id = (text) => ({ tag: 'mi', parts: [text] });
/** @param {string | number} text @returns {Piece} */
const count = (text) => ({ tag: 'mn', parts: [String(text)] });

/**
 * A letter with a layer above and neurons below.
 * @param {string} letter
 * @param {number} layer
 * @param {string} index
 * @param {string} term
 * @param {Selection} [selection]
 * @returns {Piece}
 */
const symbol = (letter, layer, index, term, selection) => ({
  tag: 'msubsup',
  parts: [id(letter), { tag: 'mrow', parts: [count(index)] }, count(layer)],
  term,
  selection,
});

/**
 * A number, in brackets if it is negative and stands inside.
 * @param {number | undefined} value
 * @param {string} term
 * @param {Selection} [selection]
 * @param {boolean} [inside]
 * @returns {Piece}
 */
function number(value, term, selection, inside = true) {
  const known = Number(value);
  return { tag: 'mn', parts: [], number: known, inside, term, selection, value: full(known) };
}

/** @param {(Piece | Piece[])[]} terms @param {string} between @returns {Piece[]} */
const join = (terms, between) => terms.flatMap((term, at) => (at === 0 ? term : [op(between), term].flat()));

/** @param {number} to @param {number} from */
const indices = (to, from) => (to > 8 || from > 8 ? `${to + 1},${from + 1}` : `${to + 1}${from + 1}`);

/**
 * Which neuron of a layer the formula is about: the selected one if it fits, else the first.
 * @param {Selection | undefined} selection
 * @param {number} layer
 */
function neuronOf(selection, layer) {
  if (!selection || !('layer' in selection) || selection.layer !== layer) return 0;
  return selection.kind === 'weight' ? selection.to : selection.neuron;
}

/** @param {number} n @param {boolean} unfolded */
const written = (n, unfolded) => (unfolded ? n : Math.min(n, MOST_TERMS));

/** z^l_j = Σ w a + b. @param {State} state @param {number} l @param {number} j @param {boolean} all @returns {Formula} */
function ofZ(state, l, j, all) {
  const n = state.sizes[l - 2] ?? 0;
  const shown = Array.from({ length: written(n, all) }, (_, k) => k);
  const rest = n > shown.length ? [op('+'), op('⋯')] : [];
  /** @type {Selection} */
  const bias = { kind: 'bias', layer: l, neuron: j };
  /** @param {number} k @returns {Selection} */
  const weight = (k) => ({ kind: 'weight', layer: l, to: j, from: k });
  /** @param {number} k @returns {Selection} */
  const source = (k) => ({ kind: 'neuron', layer: l - 1, neuron: k });
  const w = state.weights[l - 1];
  const a = state.a[l - 2];
  return {
    title: 'Weighted input',
    symbols: [
      symbol('z', l, `${j + 1}`, 'z', { kind: 'neuron', layer: l, neuron: j }),
      op('='),
      ...join(
        shown.map((k) => [
          symbol('w', l, indices(j, k), 'w', weight(k)),
          symbol('a', l - 1, `${k + 1}`, 'a', source(k)),
        ]),
        '+',
      ),
      ...rest,
      op('+'),
      symbol('b', l, `${j + 1}`, 'b', bias),
    ],
    numbers: [
      op('='),
      ...join(
        shown.map((k) => [number(w?.[j * n + k], 'w', weight(k)), op('·'), number(a?.[k], 'a', source(k))]),
        '+',
      ),
      ...rest,
      op('+'),
      number(state.biases[l - 1]?.[j], 'b', bias),
      op('='),
      number(state.z[l - 1]?.[j], 'z', { kind: 'neuron', layer: l, neuron: j }, false),
    ],
    folded: n - shown.length,
  };
}

/** a^l_j = σ(z^l_j). @param {State} state @param {number} l @param {number} j @returns {Formula} */
function ofA(state, l, j) {
  /** @type {Selection} */
  const neuron = { kind: 'neuron', layer: l, neuron: j };
  const z = symbol('z', l, `${j + 1}`, 'z', neuron);
  const minusZ = {
    tag: /** @type {const} */ ('msup'),
    parts: [id('e'), { tag: /** @type {const} */ ('mrow'), parts: [op('−'), z] }],
  };
  const bottom = { tag: /** @type {const} */ ('mrow'), parts: [count(1), op('+'), minusZ] };
  return {
    title: 'Activation',
    symbols: [
      symbol('a', l, `${j + 1}`, 'a', neuron),
      op('='),
      id('σ'),
      op('('),
      z,
      op(')'),
      op('='),
      { tag: 'mfrac', parts: [count(1), bottom] },
    ],
    numbers: [
      op('='),
      id('σ'),
      op('('),
      number(state.z[l - 1]?.[j], 'z', neuron, false),
      op(')'),
      op('='),
      number(state.a[l - 1]?.[j], 'a', neuron, false),
    ],
    folded: 0,
  };
}

/** C = ½ Σ (a − y)², or without the half. @param {State} state @param {boolean} all @returns {Formula} */
function ofCost(state, all) {
  const L = state.sizes.length;
  const n = state.sizes[L - 1] ?? 0;
  const shown = Array.from({ length: written(n, all) }, (_, j) => j);
  const rest = n > shown.length ? [op('+'), op('⋯')] : [];
  /** @param {Piece} a @param {Piece} y @returns {Piece} */
  const square = (a, y) => ({
    tag: 'msup',
    parts: [{ tag: 'mrow', parts: [op('('), a, op('−'), y, op(')')] }, count(2)],
  });
  /** @param {number} j @returns {Selection} */
  const output = (j) => ({ kind: 'neuron', layer: L, neuron: j });
  /** @param {number} j @returns {Piece} */
  const target = (j) => ({
    tag: 'msub',
    parts: [id('y'), count(j + 1)],
    term: 'y',
    selection: { kind: 'target', neuron: j },
  });
  /** @type {Piece[]} */
  const half = state.conventions.halveCost ? [{ tag: 'mfrac', parts: [count(1), count(2)] }] : [];
  /** @param {Piece[]} sum */
  const bracket = (sum) =>
    n > 1 && half.length > 0 ? [op('('), ...sum, ...rest, op(')')] : [...sum, ...rest];
  return {
    title: 'Cost of the sample',
    symbols: [
      id('C'),
      op('='),
      ...half,
      ...bracket(
        join(
          shown.map((j) => square(symbol('a', L, `${j + 1}`, 'a', output(j)), target(j))),
          '+',
        ),
      ),
    ],
    numbers: [
      op('='),
      ...half,
      ...bracket(
        join(
          shown.map((j) =>
            square(
              number(state.a[L - 1]?.[j], 'a', output(j)),
              number(state.y?.[j], 'y', { kind: 'target', neuron: j }),
            ),
          ),
          '+',
        ),
      ),
      op('='),
      number(state.cost, 'cost', { kind: 'cost' }, false),
    ],
    folded: n - shown.length,
  };
}

/** BP1 and BP2. @param {State} state @param {number} l @param {number} j @param {boolean} all @returns {Formula} */
function ofDelta(state, l, j, all) {
  const L = state.sizes.length;
  /** @type {Selection} */
  const neuron = { kind: 'neuron', layer: l, neuron: j };
  const z = symbol('z', l, `${j + 1}`, 'z', neuron);
  /** @type {Piece[]} */
  const slope = [
    op('·'),
    { tag: 'mrow', parts: [id("σ'"), op('('), z, op(')')], term: 'slope', selection: neuron },
  ];
  const result = [
    op('·'),
    number(state.slope[l - 1]?.[j], 'slope', neuron),
    op('='),
    number(state.delta[l - 1]?.[j], 'delta', neuron, false),
  ];
  const left = [symbol('δ', l, `${j + 1}`, 'delta', neuron), op('=')];
  if (l === L) {
    /** @type {Selection} */
    const selection = { kind: 'target', neuron: j };
    const y = { tag: /** @type {const} */ ('msub'), parts: [id('y'), count(j + 1)], term: 'y', selection };
    const twice = state.conventions.halveCost ? [] : [count(2)];
    return {
      title: 'Error of an output neuron (BP1)',
      symbols: [
        ...left,
        ...twice,
        op('('),
        symbol('a', l, `${j + 1}`, 'a', neuron),
        op('−'),
        y,
        op(')'),
        ...slope,
      ],
      numbers: [
        op('='),
        ...twice,
        op('('),
        number(state.a[l - 1]?.[j], 'a', neuron),
        op('−'),
        number(state.y?.[j], 'y', selection),
        op(')'),
        ...result,
      ],
      folded: 0,
    };
  }
  const n = state.sizes[l] ?? 0;
  const width = state.sizes[l - 1] ?? 0;
  const shown = Array.from({ length: written(n, all) }, (_, i) => i);
  const rest = n > shown.length ? [op('+'), op('⋯')] : [];
  /** @param {number} i @returns {Selection} */
  const weight = (i) => ({ kind: 'weight', layer: l + 1, to: i, from: j });
  /** @param {number} i @returns {Selection} */
  const next = (i) => ({ kind: 'neuron', layer: l + 1, neuron: i });
  const [w, delta] = [state.weights[l], state.delta[l]];
  return {
    title: 'Error of a hidden neuron (BP2)',
    symbols: [
      ...left,
      op('('),
      ...join(
        shown.map((i) => [
          symbol('w', l + 1, indices(i, j), 'w', weight(i)),
          symbol('δ', l + 1, `${i + 1}`, 'delta', next(i)),
        ]),
        '+',
      ),
      ...rest,
      op(')'),
      ...slope,
    ],
    numbers: [
      op('='),
      op('('),
      ...join(
        shown.map((i) => [
          number(w?.[i * width + j], 'w', weight(i)),
          op('·'),
          number(delta?.[i], 'delta', next(i)),
        ]),
        '+',
      ),
      ...rest,
      op(')'),
      ...result,
    ],
    folded: n - shown.length,
  };
}

export { count, id, indices, neuronOf, number, ofA, ofCost, ofDelta, ofZ, op, symbol };
