/**
 * Worked examples whose authors print numbers to compare with, known by their data.
 *
 * @module
 */

/** @import { State } from '../protocol/messages.js' */

/**
 * Sizes, x and y of an example's only sample; eta, and the printed start: layer by layer, weights, then biases.
 * @typedef {{ sample: [string, string, string], eta: number, start: string }} Example
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

/** @typedef {keyof typeof EXAMPLES} Published */

/**
 * @param {Pick<State, 'sizes' | 'rows' | 'sampleCount'>} state
 * @returns {Published | undefined}
 */
export function publishedOf({ sizes, rows, sampleCount }) {
  const [row] = rows;
  if (sampleCount !== 1 || !row) return undefined;
  const shown = [sizes, row.x, row.y].map((list) => list.join());
  const names = /** @type {Published[]} */ (Object.keys(EXAMPLES));
  return names.find((name) => EXAMPLES[name].sample.every((text, at) => text === shown[at]));
}

/**
 * Whether something begins as it is printed.
 *
 * @param {Published} name
 * @param {Pick<State, 'sizes' | 'rows' | 'sampleCount' | 'eta' | 'weights' | 'biases'>} start
 */
export function beginsAsPrinted(name, start) {
  const { eta, weights, biases } = start;
  const layers = weights.map((w, l) => [...(w ?? []), ...(biases[l] ?? [])]);
  const example = EXAMPLES[name];
  return publishedOf(start) === name && eta === example.eta && layers.flat().join() === example.start;
}
