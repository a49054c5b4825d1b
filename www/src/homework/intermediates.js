/**
 * Lists every intermediate value of a mini-batch, to compare with a calculation by hand. The numbers are the
 * core's.
 *
 * @module
 */
import { divisorLabel, stepLabel } from '../notation/conventions.js';
import { symbol } from '../notation/names.js';
import { intermediates as words } from '../words/en/practise.js';

/** @import { ByLayer, State } from '../protocol/state.js' */
/** @import { Selection } from '../notation/selection.js' */

/** A name with its value. @typedef {[name: string, value: number]} NamedValue */

/** A heading with the values below it. @typedef {{ heading: string, rows: NamedValue[] }} Section */

/**
 * Returns the symbol of a neuron with another letter: δ²₁ for a²₁.
 *
 * @param {string} letter
 * @param {Selection} selection
 */
const withLetter = (letter, selection) => letter + symbol(selection).slice(1);

/**
 * Returns the values of neurons with their names.
 *
 * @param {ByLayer} values
 * @param {string} letter
 * @returns {NamedValue[]}
 */
const neurons = (values, letter) =>
  values.flatMap((layer, l) =>
    Array.from(layer ?? [], (value, neuron) => {
      const name =
        l === 0
          ? symbol({ kind: 'neuron', layer: 1, neuron })
          : withLetter(letter, { kind: 'neuron', layer: l + 1, neuron });
      return /** @type {NamedValue} */ ([name, value]);
    }),
  );

/**
 * Returns x, then z and a of each layer.
 *
 * @param {State} state
 * @returns {NamedValue[]}
 */
const forward = ({ z, a }) =>
  a.flatMap((_, l) => {
    /** @param {ByLayer} values */
    const only = (values) => values.map((layer, at) => (at === l ? layer : undefined));
    return [...neurons(only(z), 'z'), ...neurons(only(a), 'a')];
  });

/**
 * Returns the values of weights and biases, layer by layer, with their names.
 *
 * @param {State} state
 * @param {ByLayer} w  `w[l]: [to][from]`
 * @param {ByLayer} b  `b[l]: [to]`
 * @param {(symbol: string) => string} nameOf
 * @returns {NamedValue[]}
 */
const parameters = ({ sizes }, w, b, nameOf) =>
  sizes.flatMap((_, l) => {
    const inputs = Number(sizes[l - 1] ?? 1);
    const layer = l + 1;
    return [
      ...Array.from(w[l] ?? [], (value, at) => {
        const [to, from] = [Math.floor(at / inputs), at % inputs];
        return /** @type {NamedValue} */ ([nameOf(symbol({ kind: 'weight', layer, to, from })), value]);
      }),
      ...Array.from(
        b[l] ?? [],
        (value, neuron) =>
          /** @type {NamedValue} */ ([nameOf(symbol({ kind: 'bias', layer, neuron })), value]),
      ),
    ];
  });

/**
 * Returns the values of the end of a mini-batch: sums, means, steps and the new parameters.
 *
 * @param {State} state
 * @returns {Section[]}
 */
function updateSections(state) {
  const quotient = divisorLabel(state.conventions);
  /**
   * @param {string} heading
   * @param {ByLayer} w
   * @param {ByLayer} b
   * @param {(symbol: string) => string} nameOf
   */
  const section = (heading, w, b, nameOf) => ({ heading, rows: parameters(state, w, b, nameOf) });
  const { sumNablaW, sumNablaB, meanNablaW, meanNablaB, stepW, stepB, weights, biases } = state;
  return [
    section(words.sum, sumNablaW, sumNablaB, (name) => `Σ ∂C/∂${name}`),
    section(words.mean(quotient), meanNablaW, meanNablaB, (name) => `∂C/∂${name}, ${quotient}`),
    section(words.step(stepLabel(state.conventions)), stepW, stepB, words.stepOf),
    ...(state.step.kind === 'update' ? [section(words.update, weights, biases, words.updated)] : []),
  ];
}

/**
 * Returns all intermediate values of a mini-batch, section by section.
 *
 * @param {readonly State[]} states  each sample at its last step, in order, and the update if it can be made
 * @returns {Section[]}
 */
export function intermediatesOf(states) {
  return states.flatMap((state) => {
    const { row } = state;
    if (row === undefined) return updateSections(state);
    const sample = row + 1;
    const gradient = parameters(state, state.nablaW, state.nablaB, (name) => `∂C/∂${name}`);
    return [
      { heading: words.forward(sample), rows: forward(state) },
      { heading: words.cost(sample), rows: state.cost === undefined ? [] : [['C', state.cost]] },
      { heading: words.delta(sample), rows: neurons(state.delta, 'δ') },
      { heading: words.gradient(sample), rows: gradient },
    ];
  });
}

/**
 * Returns the sections as text to be pasted into a table, with a tab between name and number.
 *
 * @param {readonly Section[]} sections
 * @param {(value: number) => string} format
 */
export const toText = (sections, format) =>
  sections
    .map(({ heading, rows }) =>
      [heading, ...rows.map(([name, value]) => `${name}\t${format(value)}`)].join('\n'),
    )
    .join('\n\n');
