/**
 * Chooses the formula of a step.
 *
 * @module
 */
import { neuronIn, parameterIn } from '../notation/selection.js';
import { deltaFormula, nablaFormula } from './backward.js';
import { aFormula, costFormula, zFormula } from './forward.js';
import { frozenFormula, meanFormula, scaleFormula, sumFormula, updateFormula } from './update.js';

/** @import { State } from '../protocol/state.js' */
/** @import { Selection } from '../notation/selection.js' */
/** @import { Formula } from './pieces.js' */

/**
 * Returns the formula of the step shown, for the selected neuron, weight or bias.
 *
 * @param {{ before: State, after: State }} view
 * @param {Selection | undefined} selection
 * @param {boolean} all  whether long sums are written out
 * @returns {Formula | undefined}  none for a step that computes nothing
 */
export function formulaOf({ before, after }, selection, all) {
  const { kind, layer = 0 } = after.step;
  const parameter = parameterIn(selection, kind === 'nabla' ? layer : undefined, after.sizes.length);
  const frozen = parameter.kind === 'bias' && !after.conventions.trainBiases;
  switch (kind) {
    case 'z':
      return zFormula(after, layer, neuronIn(selection, layer), all);
    case 'a':
      return aFormula(after, layer, neuronIn(selection, layer));
    case 'cost':
      return costFormula(after, all);
    case 'delta':
      return deltaFormula(after, layer, neuronIn(selection, layer), all);
    case 'nabla':
      return nablaFormula(after, parameter);
    case 'sum':
      return sumFormula(before, after, parameter);
    case 'mean':
      return meanFormula(after, parameter);
    case 'scale':
      return frozen ? frozenFormula(after, parameter) : scaleFormula(after, parameter);
    case 'update':
      // None without the state before it, nor if the sizes were changed at this update.
      if (before.step.kind !== 'scale' || after.stepEta === undefined) return undefined;
      return frozen ? frozenFormula(after, parameter) : updateFormula(before, after, parameter);
    default:
      return undefined;
  }
}
