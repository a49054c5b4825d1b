/**
 * Captions of the sum and the update of one weight or bias.
 *
 * @module
 */
import { sumOf } from '../../notation/closing.js';
import { parameterValue } from '../../notation/parameter-value.js';
import { letterOf } from '../context.js';
import { parameterOfPart } from '../part.js';

/** @import { Context } from '../context.js' */
/** @import { Told } from '../fit.js' */
/** @import { Part } from '../part.js' */

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofSum({ state, before, words, closing, live }, part) {
  const selection = parameterOfPart(part);
  const told = words.update.parts;
  const symbol = letterOf(selection);
  const own = Number(parameterValue(state, { w: state.nablaW, b: state.nablaB }, selection));
  const sum = Number(parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, selection));
  const earlier = parameterValue(state, { w: before.sumNablaW, b: before.sumNablaB }, selection);
  if (earlier === undefined)
    return { first: told.sumFirst({ symbol, now: live(own, 'nabla', selection) }), more: [] };
  const write = closing({ given: [earlier, own], result: sum, calculate: sumOf });
  const numbers = {
    before: write.live(earlier, 'sumNabla', selection),
    now: write.live(own, 'nabla', selection),
    sum: write.result(sum, 'sumNabla', selection),
  };
  return { first: told.sum({ symbol, ...numbers }), more: [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofMean({ state, words, closing, live, count }, part) {
  const selection = parameterOfPart(part);
  const told = words.update.parts;
  const symbol = letterOf(selection);
  const sum = Number(parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, selection));
  if (!state.conventions.averageGradients)
    return { first: told.notDivided({ symbol, sum: live(sum, 'sumNabla', selection) }), more: [] };
  const mean = Number(parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, selection));
  const write = closing({
    given: [sum],
    precisions: ['finer'],
    result: mean,
    calculate: ([shown]) => Number(shown) / state.m,
  });
  const numbers = {
    sum: write.factor(sum, 'sumNabla', selection),
    mean: write.result(mean, 'meanNabla', selection),
  };
  return { first: told.mean({ symbol, m: count(state.m), ...numbers }), more: [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofScale({ state, words, closing }, part) {
  const selection = parameterOfPart(part);
  const told = words.update.parts;
  const symbol = letterOf(selection);
  const step = parameterValue(state, { w: state.stepW, b: state.stepB }, selection);
  if (step === undefined) return { first: told.noStep({ symbol }), more: [] };
  const eta = Number(state.stepEta);
  const mean = Number(parameterValue(state, { w: state.meanNablaW, b: state.meanNablaB }, selection));
  const write = closing({
    given: [eta, mean],
    precisions: ['chosen', 'finer'],
    result: step,
    calculate: ([eta, shown]) => -Number(eta) * Number(shown),
  });
  const numbers = { symbol, eta: write.given(eta, 'eta'), step: write.result(step, 'step', selection) };
  if (state.conventions.averageGradients)
    return { first: told.scale({ ...numbers, mean: write.factor(mean, 'meanNabla', selection) }), more: [] };
  return { first: told.scaleSum({ ...numbers, sum: write.factor(mean, 'meanNabla', selection) }), more: [] };
}

/**
 * @param {Context} context
 * @param {Part} part
 * @returns {Told}
 */
export function ofUpdate({ state, before, words, closing, options, live, count }, part) {
  const selection = parameterOfPart(part);
  const told = words.update.parts;
  const symbol = letterOf(selection);
  const [old, now] = [before, state].map((one) =>
    Number(parameterValue(state, { w: one.weights, b: one.biases }, selection)),
  );
  const step = parameterValue(state, { w: state.stepW, b: state.stepB }, selection);
  if (step === undefined)
    return {
      first: told.stays({
        symbol,
        after: live(now, part.from === undefined ? 'biases' : 'weights', selection),
      }),
      more: [],
    };
  const quantity = part.from === undefined ? 'biases' : 'weights';
  const write = closing({ given: [Number(old), step], result: Number(now), calculate: sumOf });
  const numbers = {
    before: write.live(old, quantity, selection),
    step: write.live(step, 'step', selection),
    after: write.live(now, quantity, selection),
  };
  // The step is exact to far more than six decimals, so somebody changed the weight after the update.
  if (!write.closes) return { first: told.edited({ symbol, ...numbers }), more: [] };
  return { first: told.update({ symbol, ...numbers }), more: votes(step) };

  /** @param {number} step */
  function votes(step) {
    const pulls = options.pulls?.length === state.m ? [...options.pulls.entries()] : [];
    const winners = pulls.filter(([, pull]) => -pull * step > 0).map(([at]) => count(at + 1));
    const losers = pulls.filter(([, pull]) => -pull * step < 0).map(([at]) => count(at + 1));
    return winners.length > 0 && losers.length > 0 ? [told.outvoted({ winners, losers })] : [];
  }
}
