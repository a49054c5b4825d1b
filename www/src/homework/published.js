/**
 * Recognises the worked examples whose authors published results, by their data.
 *
 * @module
 */

/** @import { State } from '../protocol/state.js' */

/**
 * @typedef {object} Example
 * @property {[sizes: string, x: string, y: string]} sample  the layer sizes and the only sample
 * @property {number} eta
 * @property {string} start  the published start: layer by layer, weights, then biases
 */

/** @type {Record<'mazur' | 'textbook', Example>} */
const EXAMPLES = {
  mazur: {
    sample: ['2,2,2', '0.05,0.1', '0.01,0.99'],
    eta: 0.5,
    start: '0.15,0.2,0.25,0.3,0.35,0.35,0.4,0.45,0.5,0.55,0.6,0.6',
  },
  textbook: {
    sample: ['3,2,1', '1,0,1', '1'],
    eta: 0.9,
    start: '0.2,0.4,-0.5,-0.3,0.1,0.2,-0.4,0.2,-0.3,-0.2,0.1',
  },
};

/** @typedef {keyof typeof EXAMPLES} PublishedName */

/**
 * Returns the published example that a session is about, by its sizes and its only sample.
 *
 * @param {Pick<State, 'sizes' | 'rows' | 'sampleCount'>} state
 * @returns {PublishedName | undefined}
 */
export function publishedExample({ sizes, rows, sampleCount }) {
  const [row] = rows;
  if (sampleCount !== 1 || !row) return undefined;
  const sample = [sizes, row.x, row.y].map((list) => list.join());
  const names = /** @type {PublishedName[]} */ (Object.keys(EXAMPLES));
  return names.find((name) => EXAMPLES[name].sample.every((text, at) => text === sample[at]));
}

/**
 * Returns whether a session starts with the published weights, biases and eta.
 *
 * @param {PublishedName} name
 * @param {Pick<State, 'sizes' | 'rows' | 'sampleCount' | 'eta' | 'weights' | 'biases'>} start
 */
export function startsAsPublished(name, start) {
  const { eta, weights, biases } = start;
  const layers = weights.map((w, l) => [...(w ?? []), ...(biases[l] ?? [])]);
  const example = EXAMPLES[name];
  return publishedExample(start) === name && eta === example.eta && layers.flat().join() === example.start;
}
