/**
 * Worked examples to start from, with the numbers of their authors.
 *
 * @module
 */

import { BOOK } from '../notation/conventions.js';
import { presets } from '../words/en/practise.js';

/** @import { Conventions } from '../protocol/state.js' */

/**
 * A worked example. `text` has its numbers as a person would type them.
 *
 * @typedef {{ name: string, source: string, text: string, conventions: Conventions }} Preset
 */

/** @type {readonly Preset[]} */
export const PRESETS = Object.freeze([
  {
    ...presets.mazur,
    text: `w2 = [[0.15, 0.20], [0.25, 0.30]]
b2 = [0.35, 0.35]
w3 = [[0.40, 0.45], [0.50, 0.55]]
b3 = [0.60, 0.60]
x = [0.05, 0.10]
y = [0.01, 0.99]
eta = 0.5
`,
    conventions: { ...BOOK, trainBiases: false },
  },
  {
    ...presets.textbook,
    text: `w2 = [[0.2, 0.4, -0.5], [-0.3, 0.1, 0.2]]
b2 = [-0.4, 0.2]
w3 = [[-0.3, -0.2]]
b3 = [0.1]
x = [1, 0, 1]
y = [1]
eta = 0.9
`,
    conventions: BOOK,
  },
]);
