/**
 * Checks captions: every number in one is a number of the core, written as it rounds.
 *
 * @module
 */
import assert from 'node:assert/strict';

import { caption } from './words.js';
import { MOST_CHARACTERS } from '../../www/src/captions/fit.js';
import { partsOf } from '../../www/src/captions/part.js';
import { parseNumber } from '../../www/src/notation/format.js';
import { parameterValue } from '../../www/src/notation/parameter-value.js';
import { en } from './words.js';
import { numbersOf, plain } from '../../www/src/words/pieces.js';

/** @import { Options, Seen } from '../../www/src/captions/context.js' */
/** @import { ByLayer, State } from '../../www/src/protocol/state.js' */
/** @import { Parameter } from '../../www/src/notation/selection.js' */
/** @import { Live } from '../../www/src/words/pieces.js' */

/** Three decimals and a point. */
export const STYLE = Object.freeze({ digits: 3, comma: false });

/**
 * Returns the sentence of a caption as text.
 * @param {Seen} view
 * @param {Partial<Options>} [options]
 */
export const said = (view, options) => plain(caption(view, { words: en, style: STYLE, ...options }).sentence);

/**
 * @param {State} state
 * @param {ByLayer} w
 * @param {ByLayer} b
 * @param {Live} live
 */
const ofParameter = (state, w, b, { selection }) =>
  parameterValue(state, { w, b }, /** @type {Parameter} */ (selection));

/**
 * A term of the sum of a step.
 * @param {State} state
 * @param {Live} live
 */
function term({ step, terms }, { quantity, selection }) {
  assert.ok(terms, 'the step has terms');
  let at = -1;
  if (step.kind === 'cost' && selection?.kind === 'target') at = selection.neuron;
  if (selection?.kind === 'weight') {
    assert.equal(selection.layer, step.kind === 'z' ? step.layer : Number(step.layer) + 1);
    const [row, column] = step.kind === 'z' ? [selection.to, selection.from] : [selection.from, selection.to];
    at = row * terms.count + column;
  }
  if (quantity === 'runningBefore') return terms.running[at - 1];
  return quantity === 'running' ? terms.running[at] : terms.products[at];
}

/**
 * The numbers of the core that a live number may be.
 * @param {Seen} view
 * @param {Live} live
 * @returns {(number | undefined)[]}
 */
function known({ after, before }, live) {
  const { quantity, selection } = live;
  const l = selection && 'layer' in selection ? selection.layer - 1 : -1;
  const n = selection && 'neuron' in selection ? selection.neuron : -1;
  switch (quantity) {
    case 'x':
      return [after.x?.[n]];
    case 'y':
      return [after.y?.[n]];
    case 'weights':
    case 'biases':
      return [after, before].map((state) => ofParameter(state, state.weights, state.biases, live));
    case 'z':
    case 'a':
    case 'slope':
    case 'carried':
    case 'delta':
      return [after[quantity][l]?.[n]];
    case 'miss':
    case 'costDerivative':
      return [after[quantity]?.[n]];
    case 'product':
    case 'runningBefore':
    case 'running':
    case 'square':
      return [term(after, live)];
    case 'nabla':
      return [ofParameter(after, after.nablaW, after.nablaB, live)];
    case 'sumNabla':
      return [after, before].map((state) => ofParameter(after, state.sumNablaW, state.sumNablaB, live));
    case 'meanNabla':
      return [ofParameter(after, after.meanNablaW, after.meanNablaB, live)];
    case 'step':
      return [ofParameter(after, after.stepW, after.stepB, live)];
    case 'eta':
      return [after.stepEta];
    case 'cost':
    case 'miniBatchCost':
      return [after[quantity]];
    case 'answeredCost':
      return [after.answered?.cost];
    case 'count':
      return [Number.isInteger(live.number) && live.number >= 0 ? live.number : undefined];
  }
}

/** Counts that are written in words. */
const WORDS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Whether a number is written as it rounds. @param {Live} live */
function isRounded({ number, written }) {
  const word = WORDS.indexOf(written.toLowerCase());
  if (word >= 0) return word === number;
  const percent = written.endsWith(' %');
  const digits = written.replace(/^[≈ +]+|,(?=\d{3})| %$/g, '');
  const shown = parseNumber(digits);
  const [, decimals = '', power = '0'] = /^[^.e]*\.?(\d*)(?:e(.*))?$/.exec(digits) ?? [];
  const unit = 10 ** (Number(power.replace('−', '-')) - decimals.length);
  return shown !== undefined && Math.abs(shown - (percent ? 100 : 1) * number) <= 0.5001 * unit;
}

/**
 * Checks one caption.
 * @param {Seen} view
 * @param {Partial<Options>} [options]
 */
export function checkCaption(view, options) {
  const { kicker, sentence } = caption(view, { words: en, style: STYLE, ...options });
  const text = plain(sentence);
  const where = `${plain(kicker.name)}: ${text}`;
  for (const live of [...numbersOf(kicker.name), ...numbersOf(sentence)]) {
    assert.ok(
      known(view, live).includes(live.number),
      `${live.quantity} ${live.number} is of the core. ${where}`,
    );
    assert.ok(isRounded(live), `${live.number} is written ${live.written}. ${where}`);
    assert.doesNotMatch(live.written, /-/, where);
  }
  assert.ok(text.length > 0 && text.length <= MOST_CHARACTERS, `${text.length} characters. ${where}`);
  assert.ok(plain(kicker.name).length <= 60, where);
  assert.doesNotMatch(`${where} ${plain(kicker.symbol)}`, /undefined|NaN|not a number|\[object|\s\s/);
  assert.match(text, /^[A-Z\dηwb−].*[.)”]$/, where);
}

/**
 * Checks the captions of a step and of all its parts, where no layer shows more than three neurons.
 * @param {Seen} view
 * @param {Partial<Options>} [options]
 */
export function checkStep(view, options) {
  checkCaption(view, options);
  const drawn = (/** @type {number} */ layer) => {
    const n = Number(view.after.sizes[layer - 1]);
    return [...new Set([0, Math.min(1, n - 1), n - 1])];
  };
  for (const part of partsOf(view.after, drawn)) checkCaption(view, { ...options, part });
}
