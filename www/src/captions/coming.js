/**
 * What comes next in detail, in a few words.
 *
 * @module
 */
import { letterOf } from './context.js';
import { parameterOfPart } from './part.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Letter, Piece } from '../words/pieces.js' */
/** @import { Part } from './part.js' */

/**
 * @param {Pick<State, 'step'>} state
 * @param {Part} part
 * @param {typeof import('../words/en/parts.js')} words
 * @returns {Piece[]}
 */
export function coming({ step: { kind } }, part, words) {
  const symbol = symbolOf(kind, part);
  if (part.kind !== 'parameter') return words[part.kind]({ symbol });
  if (kind === 'nabla' || kind === 'sum' || kind === 'mean' || kind === 'scale')
    return words[kind]({ symbol });
  return words.update({ symbol });
}

/**
 * Returns what a part is about.
 *
 * @param {State['step']['kind']} step
 * @param {Part} part
 * @returns {Letter}
 */
function symbolOf(step, part) {
  const { kind, layer, neuron, from = 0 } = part;
  /** @param {string} letter */
  const ofNeuron = (letter) => ({ letter, layer, indices: [neuron + 1] });
  switch (kind) {
    case 'product':
      // Going back, it is the weight to a neuron of the layer after.
      return step === 'z'
        ? letterOf(parameterOfPart(part))
        : letterOf({ kind: 'weight', layer: layer + 1, to: from, from: neuron });
    case 'bias':
    case 'parameter':
      return letterOf(parameterOfPart(part));
    case 'cost':
      return { letter: 'C' };
    case 'slope':
      return ofNeuron('z');
    case 'delta':
      return ofNeuron('δ');
    default:
      return ofNeuron('a');
  }
}
