/**
 * The caption of a step: its name, and one sentence or a few that say what it does with the numbers of
 * the core. Nothing of the network is computed here: numbers are chosen, compared and counted.
 *
 * @module
 */
import { contextOf, placeOf } from './context.js';
import { fit } from './fit.js';
import { ofLoad, ofZ } from './forward.js';

/** @import { Context, Options, Seen } from './context.js' */
/** @import { Part } from './part.js' */
/** @import { Told } from './fit.js' */
/** @import { Piece } from '../words/pieces.js' */

/**
 * What stands above the sentence: the step's name, its symbol (or the role of a part), and its equation's
 * number.
 * @typedef {{ name: Piece[], symbol: Piece[], equationNumber?: string }} Kicker
 */

/** @typedef {{ kicker: Kicker, sentence: Piece[] }} Caption */

/**
 * Returns the caption of the step that leads to `after`, or of a part of it. Its sentence is empty if `later`
 * is needed for it and not given.
 *
 * @param {Seen} view
 * @param {Options} options
 * @returns {Caption}
 */
export function caption(view, options) {
  const context = contextOf(view, options);
  const { part } = options;
  const { later } = options;
  const told = part ? later?.detail(context, part) : (step(context) ?? later?.step(context));
  return {
    kicker: {
      name: (part && later?.partName(context, part)) ?? stepName(context),
      symbol:
        part && part.kind !== 'parameter' ? context.words.kickers.roles[part.kind]() : symbolOf(context),
      equationNumber: equationNumber(context),
    },
    sentence: told ? fit(told) : [],
  };
}

/**
 * Returns the name of the step that leads to `after`, as it stands above its caption.
 *
 * @param {Seen} view
 * @param {Options} options
 */
export const nameOfStep = (view, options) => stepName(contextOf(view, options));

/**
 * @param {Context} context
 * @returns {Told | undefined}
 */
function step(context) {
  const { kind, layer = 0 } = context.state.step;
  if (kind === 'load') return ofLoad(context);
  return kind === 'z' ? ofZ(context, layer) : undefined;
}

/**
 * @param {Context} context
 * @returns {Piece[]}
 */
function stepName({ state, words, options, count }) {
  const { kickers } = words;
  const { kind, layer = 0 } = state.step;
  const { epoch, miniBatch, sample } = state.position;
  switch (kind) {
    case 'z':
    case 'a':
    case 'delta':
    case 'nabla':
      return kickers[kind][placeOf(state.sizes, layer)]({ layer: count(layer) });
    case 'load':
      return kickers.load({ sample: count(sample + 1), m: count(state.m) });
    case 'sum':
      return options.pace === 'sample'
        ? kickers.sample({ sample: count(sample + 1), m: count(state.m) })
        : kickers.sum();
    case 'mean':
      return state.conventions.averageGradients ? kickers.mean() : kickers.notDivided();
    case 'update':
      if (options.pace === 'miniBatch')
        return kickers.miniBatch({
          miniBatch: count(miniBatch + 1),
          miniBatches: count(state.miniBatchCount),
          epoch: count(epoch + 1),
        });
      return state.conventions.trainBiases ? kickers.update() : kickers.updateWeights();
    case 'evaluate':
    case 'shuffle':
      return kickers[kind]({ epoch: count(epoch + 1) });
    default:
      return kickers[kind]();
  }
}

/**
 * @param {Context} context
 * @returns {Piece[]}
 */
function symbolOf({ state }) {
  const { kind, layer } = state.step;
  const { averageGradients, trainBiases } = state.conventions;
  switch (kind) {
    case 'load':
      return [{ letter: 'x' }];
    case 'z':
    case 'a':
      return [{ letter: kind, layer }];
    case 'cost':
      return [{ letter: 'C' }];
    case 'delta':
      return [{ letter: 'δ', layer }];
    case 'nabla':
      return [{ letter: '∇', layer }];
    case 'sum':
      return [{ sign: '+Σ∇' }];
    case 'mean':
      return averageGradients ? [{ sign: '÷' }, { letter: 'm' }] : [{ sign: '÷1' }];
    case 'scale':
      return [{ sign: '×' }, { letter: 'η' }];
    case 'update':
      return trainBiases ? [{ letter: 'w' }, { sign: ', ' }, { letter: 'b' }] : [{ letter: 'w' }];
    default:
      return [];
  }
}

/**
 * @param {Context} context
 * @returns {string | undefined}
 */
function equationNumber({ state: { step, sizes } }) {
  if (step.kind === 'delta') return step.layer === sizes.length ? 'BP1' : 'BP2';
  return step.kind === 'nabla' ? 'BP3, BP4' : undefined;
}
