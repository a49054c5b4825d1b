/**
 * The caption of a step: its name, and one sentence or a few that say what it does with the numbers of
 * the core. Nothing of the network is computed here: numbers are chosen, compared and counted.
 *
 * @module
 */
import { ofDelta, ofNabla } from './backward.js';
import { contextOf, letterOf, placeOf } from './context.js';
import { detail } from './detail.js';
import { fit } from './fit.js';
import { ofA, ofCost, ofLoad, ofZ } from './forward.js';
import { parameterOfPart } from './part.js';
import { ofEvaluate, ofMean, ofScale, ofShuffle, ofSum, ofUpdate } from './update.js';

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
 * Returns the caption of the step that leads to `after`, or of a part of it.
 *
 * @param {Seen} view
 * @param {Options} options
 * @returns {Caption}
 */
export function caption(view, options) {
  const context = contextOf(view, options);
  const { part } = options;
  const told = part ? detail(context, part) : step(context);
  return {
    kicker: {
      name: part ? partName(context, part) : stepName(context),
      symbol:
        part && part.kind !== 'parameter' ? context.words.kickers.roles[part.kind]() : symbolOf(context),
      equationNumber: equationNumber(context),
    },
    sentence: fit(told),
  };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
function step(context) {
  const { kind, layer = 0 } = context.state.step;
  switch (kind) {
    case 'load':
      return ofLoad(context);
    case 'z':
      return ofZ(context, layer);
    case 'a':
      return ofA(context, layer);
    case 'cost':
      return ofCost(context);
    case 'delta':
      return ofDelta(context, layer);
    case 'nabla':
      return ofNabla(context, layer);
    case 'sum':
      return ofSum(context);
    case 'mean':
      return ofMean(context);
    case 'scale':
      return ofScale(context);
    case 'update':
      return ofUpdate(context);
    case 'evaluate':
      return ofEvaluate(context);
    case 'shuffle':
      return ofShuffle(context);
  }
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
 * @param {Part} part
 * @returns {Piece[]}
 */
function partName({ state, words, count }, part) {
  const names = words.kickers.part;
  const { kind } = state.step;
  const numbers = { part: count(part.number), of: count(part.of) };
  if (part.kind === 'parameter') {
    const name = kind === 'nabla' || kind === 'sum' || kind === 'mean' || kind === 'scale' ? kind : 'update';
    return names[name]({ symbol: letterOf(parameterOfPart(part)), ...numbers });
  }
  if (kind !== 'z' && kind !== 'a' && kind !== 'delta') return names.cost(numbers);
  const place = placeOf(state.sizes, part.layer);
  return names[kind][place === 'layer' ? 'hidden' : place]({ neuron: count(part.neuron + 1), ...numbers });
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
