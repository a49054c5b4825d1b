/**
 * Every intermediate of a mini-batch in one list, to compare with what was computed by hand. Pure; the numbers are those
 * of the core.
 *
 * @module
 */
import { divisorLabel, changeLabel } from '../notation/conventions.js';
import { symbol } from '../notation/names.js';

/** @import { ByLayer, State } from '../protocol/messages.js' */
/** @import { Selection } from '../notation/selection.js' */

/** A heading, and what stands under it: a name and a number. @typedef {{ heading: string, rows: [string, number][] }} Part */

/** A name with another letter: δ²₁ for a²₁. @param {string} letter @param {Selection} selection */
const lettered = (letter, selection) => letter + symbol(selection).slice(1);

/** @param {ByLayer} values @param {string} letter @returns {[string, number][]} */
const neurons = (values, letter) =>
  values.flatMap((layer, l) =>
    Array.from(
      layer ?? [],
      (value, neuron) =>
        /** @type {[string, number]} */ ([
          l === 0
            ? symbol({ kind: 'neuron', layer: 1, neuron })
            : lettered(letter, { kind: 'neuron', layer: l + 1, neuron }),
          value,
        ]),
    ),
  );

/** x, then z and a of each layer. @param {State} state @returns {[string, number][]} */
const forward = ({ z, a }) =>
  a.flatMap((_, l) => {
    /** @param {ByLayer} values */
    const only = (values) => values.map((layer, at) => (at === l ? layer : undefined));
    return [...neurons(only(z), 'z'), ...neurons(only(a), 'a')];
  });

/** @param {State} state @param {ByLayer} w @param {ByLayer} b @param {(name: string) => string} named @returns {[string, number][]} */
const parameters = ({ sizes }, w, b, named) =>
  sizes.flatMap((_, l) => {
    const inputs = Number(sizes[l - 1] ?? 1);
    return [
      ...Array.from(
        w[l] ?? [],
        (value, at) =>
          /** @type {[string, number]} */ ([
            named(symbol({ kind: 'weight', layer: l + 1, to: Math.floor(at / inputs), from: at % inputs })),
            value,
          ]),
      ),
      ...Array.from(
        b[l] ?? [],
        (value, neuron) =>
          /** @type {[string, number]} */ ([named(symbol({ kind: 'bias', layer: l + 1, neuron })), value]),
      ),
    ];
  });

/**
 * @param {readonly State[]} states  each sample at its last step, in order, and the update if it can be made
 * @returns {Part[]}
 */
export function partsOf(states) {
  return states.flatMap((state) => {
    const { row, step, conventions } = state;
    /** @param {string} name */
    const partial = (name) => `∂C/∂${name}`;
    if (row === undefined) {
      return [
        {
          heading: 'Σ over the samples',
          rows: parameters(state, state.sumNablaW, state.sumNablaB, (name) => `Σ ${partial(name)}`),
        },
        {
          heading: `Σ ${divisorLabel(conventions)}`,
          rows: parameters(
            state,
            state.meanNablaW,
            state.meanNablaB,
            (name) => `${partial(name)}, ${divisorLabel(conventions)}`,
          ),
        },
        {
          heading: `What is subtracted: ${changeLabel(conventions)}`,
          rows: parameters(state, state.changeW, state.changeB, (name) => `change of ${name}`),
        },
        ...(step.kind === 'update'
          ? [
              {
                heading: 'New values',
                rows: parameters(state, state.weights, state.biases, (name) => `new ${name}`),
              },
            ]
          : []),
      ];
    }
    const sample = `Sample ${row + 1}`;
    return [
      { heading: `${sample}: forward`, rows: forward(state) },
      { heading: `${sample}: cost`, rows: state.cost === undefined ? [] : [['C', state.cost]] },
      { heading: `${sample}: δ`, rows: neurons(state.delta, 'δ') },
      { heading: `${sample}: gradient`, rows: parameters(state, state.nablaW, state.nablaB, partial) },
    ];
  });
}

/**
 * The same as text to be pasted into a table, a tab between name and number.
 *
 * @param {readonly Part[]} parts
 * @param {(value: number) => string} write
 */
export const textOf = (parts, write) =>
  parts
    .map(({ heading, rows }) =>
      [heading, ...rows.map(([name, value]) => `${name}\t${write(value)}`)].join('\n'),
    )
    .join('\n\n');
