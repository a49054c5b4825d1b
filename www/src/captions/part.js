/**
 * A part of a step in detail, as a caption needs it. Neurons are counted from 0, `layer` is the book's
 * number.
 *
 * @module
 */

import { biasAt, weightAt } from '../notation/selection.js';

/** @import { Step } from '../protocol/position.js' */
/** @import { Parameter } from '../notation/selection.js' */

/**
 * @typedef {(
 *   | 'product' | 'rest' | 'bias' | 'activation' | 'square' | 'cost'
 *   | 'miss' | 'slope' | 'delta' | 'parameter'
 * )} PartKind
 */

/**
 * A part of a step. `number` and `of`: which part it is of those for the same neuron (at z, a and delta),
 * or of those of the step.
 *
 * - `product`: at z of `neuron`, what comes from neuron `from` of the layer before; at a hidden delta,
 *   what comes back from neuron `from` of the layer after. `rest`: `count` of them that are not drawn,
 *   `from` being the last.
 * - `bias` and `activation` of `neuron`.
 * - `square`: what output `neuron` adds to the cost; `cost`: the result.
 * - `miss`, `slope` and `delta` of `neuron`: at a delta, what comes in at the output, the slope, and
 *   their product.
 * - `parameter`: a weight (`neuron` is the one it leads to) or, without `from`, a bias.
 *
 * @typedef {object} Part
 * @property {PartKind} kind
 * @property {number} layer
 * @property {number} neuron
 * @property {number} [from]
 * @property {number} [count]
 * @property {number} number
 * @property {number} of
 */

/**
 * Returns every part of a step, in order, for the neurons that are drawn.
 *
 * @param {{ step: Step, sizes: readonly number[] }} state
 * @param {(layer: number) => readonly number[]} drawn  the neurons of a layer that are, in order
 * @returns {Part[]}
 */
export function partsOf({ step, sizes }, drawn) {
  const { kind, layer = 0 } = step;
  const L = sizes.length;
  switch (kind) {
    case 'z':
      return byNeuron(drawn(layer), (neuron) => [
        ...terms('product', layer, neuron, drawn(layer - 1)),
        { kind: 'bias', layer, neuron },
      ]);
    case 'a':
      return byNeuron(drawn(layer), (neuron) => [{ kind: 'activation', layer, neuron }]);
    case 'cost':
      return numbered([...squares(drawn(L), L), { kind: 'cost', layer: L, neuron: 0 }]);
    case 'delta':
      return byNeuron(drawn(layer), (neuron) => [
        ...(layer === L
          ? [/** @type {Unnumbered} */ ({ kind: 'miss', layer, neuron })]
          : terms('product', layer, neuron, drawn(layer + 1))),
        { kind: 'slope', layer, neuron },
        { kind: 'delta', layer, neuron },
      ]);
    case 'nabla':
      return numbered(parameters(layer, drawn));
    case 'sum':
    case 'mean':
    case 'scale':
    case 'update':
      return numbered(sizes.flatMap((_, at) => (at === L - 1 ? [] : parameters(L - at, drawn))));
    default:
      return [];
  }
}

/** @typedef {Omit<Part, 'number' | 'of'>} Unnumbered */

/**
 * @param {Unnumbered[]} parts
 * @returns {Part[]}
 */
const numbered = (parts) => parts.map((part, at) => ({ ...part, number: at + 1, of: parts.length }));

/**
 * @param {readonly number[]} neurons
 * @param {(neuron: number) => Unnumbered[]} partsOfOne
 */
const byNeuron = (neurons, partsOfOne) => neurons.flatMap((neuron) => numbered(partsOfOne(neuron)));

/**
 * One part for each term that is drawn, and one for those that are not before it.
 * @param {'product'} kind
 * @param {number} layer
 * @param {number} neuron
 * @param {readonly number[]} shown
 * @returns {Unnumbered[]}
 */
function terms(kind, layer, neuron, shown) {
  return shown.flatMap((from, at) => {
    const skipped = from - (shown[at - 1] ?? -1) - 1;
    /** @type {Unnumbered[]} */
    const rest = skipped > 0 ? [{ kind: 'rest', layer, neuron, from: from - 1, count: skipped }] : [];
    return [...rest, { kind, layer, neuron, from }];
  });
}

/**
 * @param {readonly number[]} shown
 * @param {number} layer
 * @returns {Unnumbered[]}
 */
function squares(shown, layer) {
  return shown.flatMap((neuron, at) => {
    const skipped = neuron - (shown[at - 1] ?? -1) - 1;
    /** @type {Unnumbered[]} */
    const rest = skipped > 0 ? [{ kind: 'rest', layer, neuron: 0, from: neuron - 1, count: skipped }] : [];
    return [...rest, { kind: 'square', layer, neuron }];
  });
}

/**
 * @param {number} layer
 * @param {(layer: number) => readonly number[]} drawn
 * @returns {Unnumbered[]}
 */
const parameters = (layer, drawn) =>
  drawn(layer).flatMap((neuron) => [
    ...drawn(layer - 1).map((from) => ({ kind: /** @type {const} */ ('parameter'), layer, neuron, from })),
    { kind: /** @type {const} */ ('parameter'), layer, neuron },
  ]);

/**
 * Returns the weight or bias a part is about.
 * @param {Part} part
 * @returns {Parameter}
 */
export const parameterOfPart = ({ layer, neuron, from }) =>
  from === undefined ? biasAt(layer, neuron) : weightAt(layer, neuron, from);
