/**
 * What stands beside layers that are drawn as pictures.
 *
 * @module
 */

export const pictures = {
  /** @param {string} count @param {string | undefined} name */
  pixels: (count, name) =>
    name === undefined ? `${count} pixels, 0 to 1.` : `${count} pixels, 0 to 1. This is a ${name}.`,
  /** @param {number} count */
  more: (count) => `${count} more. Press one to bring it out.`,
  /** @param {number} neuron */
  bring: (neuron) => `Bring out hidden neuron ${neuron}`,
  answer: 'answer',
  target: 'target',
};
