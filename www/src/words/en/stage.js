/**
 * The picture: names of its parts, and what stands at its marks.
 *
 * @module
 */

export const label = 'The network';
/** @param {string} sizes */
export const network = (sizes) => `Network ${sizes}`;
export const skip = 'To the controls';
export const side = 'Explanations';
export const caption = 'This step';
export const behind = 'Showing the state before the run. Updates when the run stops.';
/** Neurons that are not drawn. @param {number} n */
export const more = (n) => `⋮ ${n} more`;

/** Layers. */
export const input = 'Input';
export const output = 'Output';
export const hidden = 'Hidden';
/** @param {number} layer */
export const hiddenOf = (layer) => `Hidden ${layer}`;
/** @param {number} layer @param {string} name */
export const layer = (layer, name) => `Layer ${layer}, ${name}`;
/** @param {number} layer */
export const less = (layer) => `One neuron less in layer ${layer}`;
/** @param {number} layer */
export const size = (layer) => `Neurons in layer ${layer}`;
/** @param {number} layer */
export const oneMore = (layer) => `One neuron more in layer ${layer}`;
/** @param {number} layer */
export const remove = (layer) => `Remove layer ${layer}`;
/** @param {number} layer */
export const insert = (layer) => `Add a layer before layer ${layer}`;

/** Neurons and lines for screen readers, with their numbers. */
/** @param {{ neuron: number, layer: number, numbers: string[], saturated: boolean }} given */
export const neuron = ({ neuron, layer, numbers, saturated }) => {
  const name = `neuron ${neuron} of layer ${layer}`;
  const known = numbers.length > 0 ? `${name}: ${numbers.join(', ')}` : name;
  return saturated ? `${known}, saturated` : known;
};
/** @param {string[]} of  symbol and numbers */
export const weight = (of) => `weight ${of.join(', ')}`;
/** @param {string[]} of  symbol and numbers */
export const bias = (of) => `bias ${of.join(', ')}`;
/** @param {string} symbol @param {string} value */
export const target = (symbol, value) => `target ${symbol}: ${value}`;
export const saturated = 'Its sigmoid is almost flat here: it will hardly learn.';
export const flat = 'flat';

/** Where outputs meet their targets. */
export const gauge = 'Output meets target';
export const gauges = 'Outputs meet targets';
/** @param {unknown} ring  as it is drawn @param {boolean} several */
export const before = (ring, several) =>
  several ? ['Outputs: ', ring, ' before the update'] : ['Output: ', ring, ' before the update'];
/** @param {unknown} ring @param {unknown} after  rings as they are drawn @param {boolean} several */
export const beforeAndAfter = (ring, after, several) => [
  ...[several ? 'Outputs: ' : 'Output: ', ring, ' before ', after, ' after'],
];
export const targetWord = 'target';
export const range = ['the output can be', 'anything from 0 to 1'];

/** The equation. */
/** @param {number} part @param {unknown} of  as it is drawn */
export const part = (part, of) => [`Part ${part}`, of];
/** @param {number} n */
export const of = (n) => `of ${n}`;
export const kinds = { neuron: 'Neuron', weight: 'Weight', bias: 'Bias' };
export const fold = 'Fold the sum';
/** @param {number} n */
export const unfold = (n) => `All ${n} terms`;
export const otherForms = 'Other forms of this equation';
export const matrix = 'The whole layer at once';
export const chain = 'By the chain rule';
export const chainWhere = 'where';
