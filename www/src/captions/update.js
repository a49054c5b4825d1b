/**
 * Captions of the sum over the samples, of the update, and of the end of an epoch.
 *
 * @module
 */
import { formatOf } from '../notation/format.js';
import { MOST_DECIMALS } from '../notation/closing.js';
import { parameterValue } from '../notation/parameter-value.js';
import { biasAt, neuronAt, targetAt, weightAt } from '../notation/selection.js';
import { letterOf, parameterOf } from './context.js';

/** @import { Answered, ByLayer, State } from '../protocol/state.js' */
/** @import { Parameter, Selection } from '../notation/selection.js' */
/** @import { Context } from './context.js' */
/** @import { Live, Piece } from '../words/pieces.js' */
/** @import { Told } from './fit.js' */

/** A network with more weights and biases is told by their number. */
const BIG = 100;
/** A mini-batch with more samples is told by the number of those that improve. */
const MOST_SAMPLES = 8;
/** A step that is smaller is hardly one. */
const STILL = 0.0005;
/** A mean cost below it is close to none. */
const CLOSE = 0.001;
/** An output this near to 0 or 1 is on the flat part of its sigmoid. */
const FLAT = 0.01;
/** A mean gradient above it is one. */
const GRADIENT = 0.01;

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofSum(context) {
  const { state, before, words, options, count, live, signed } = context;
  const told = words.update.sum;
  if (options.pace === 'sample') return { first: wholeSample(context), more: [] };
  if (state.m === 1) return { first: told.only(), more: [] };
  if (state.summed <= 1) return { first: told.first({ more: count(state.m - 1) }), more: [] };
  const selection = parameterOf(context, undefined);
  const symbol = letterOf(selection);
  if (state.summed === state.m) {
    const total = parameterValue(state, { w: state.sumNablaW, b: state.sumNablaB }, selection);
    const pulls = options.pulls?.length === state.m ? options.pulls : undefined;
    const up = pulls?.filter((pull) => pull < 0).length ?? 0;
    const down = pulls?.filter((pull) => pull > 0).length ?? 0;
    const more = pulls
      ? told.pulls({ symbol, up: count(up), down: count(down) })
      : told.total({ symbol, sum: live(total, 'sumNabla', selection) });
    return { first: told.last({ m: count(state.m) }), more: [more] };
  }
  const earlier = Number(parameterValue(state, { w: before.sumNablaW, b: before.sumNablaB }, selection));
  const own = Number(parameterValue(state, { w: state.nablaW, b: state.nablaB }, selection));
  const first = told.middle({ before: count(state.summed - 1) });
  if (earlier === 0 || own === 0) return { first, more: [] };
  const numbers = {
    symbol,
    before: signed(earlier, 'sumNabla', selection),
    now: signed(own, 'nabla', selection),
  };
  return { first, more: [(earlier < 0 === own < 0 ? told.sameWay : told.otherWay)(numbers)] };
}

/**
 * A sample from its input to the sums, in one sentence.
 * @param {Context} context
 * @returns {Piece[]}
 */
function wholeSample({ state, words, count, live, given }) {
  const told = words.update.sum;
  const output = state.a.at(-1) ?? new Float64Array();
  const sample = count(state.position.sample + 1);
  const cost = live(state.cost, 'cost', { kind: 'cost' });
  if (output.length > 1) return told.sampleOfMany({ sample, cost });
  const a = live(output[0], 'a', neuronAt(state.sizes.length, 0));
  return told.sample({ sample, a, y: given(Number(state.y?.[0]), 'y', targetAt(0)), cost });
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofMean({ state, words, count }) {
  const told = words.update.mean;
  const { m, miniBatchSize, conventions } = state;
  const [numbers, usual] = [{ m: count(m) }, count(miniBatchSize)];
  if (!conventions.averageGradients)
    return { first: m === 1 ? told.notDividedOne() : told.notDivided(numbers), more: [] };
  const last = state.position.miniBatch === state.miniBatchCount - 1;
  if (last && m < miniBatchSize)
    return { first: m === 1 ? told.shortOne({ usual }) : told.short({ ...numbers, usual }), more: [] };
  if (m === 1) return { first: told.one(), more: [] };
  return { first: told.all({ ...numbers, other: count(m < BIG ? 4 * BIG : 4) }), more: [] };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofScale(context) {
  const { state, words, given, live, view } = context;
  const told = words.update.scale;
  const eta = Number(state.stepEta);
  if (eta === 0) return { first: told.zero(), more: [] };
  const first = told.eta({ eta: given(eta, 'eta') });
  const changed = view.timeline.edits.some(({ kind, index }) => kind === 'eta' && index === state.index);
  const selection = parameterOf(context, undefined);
  const value = parameterValue(state, { w: state.stepW, b: state.stepB }, selection);
  const step = told.step({ symbol: letterOf(selection), step: live(value, 'step', selection) });
  return { first, more: [...(changed ? [told.changed()] : []), ...(value === undefined ? [] : [step])] };
}

/**
 * The largest of some numbers of all weights and biases.
 * @param {State} state
 * @param {ByLayer} weights
 * @param {ByLayer} biases
 * @returns {{ value: number, selection: Parameter } | undefined}
 */
function largest(state, weights, biases) {
  /** @type {{ value: number, selection: Parameter } | undefined} */
  let found;
  /**
   * @param {number} value
   * @param {() => Parameter} selection
   */
  const take = (value, selection) => {
    if (!found || Math.abs(value) > Math.abs(found.value)) found = { value, selection: selection() };
  };
  state.sizes.forEach((_, l) => {
    const inputs = Number(state.sizes[l - 1]);
    weights[l]?.forEach((value, at) => {
      take(value, () => weightAt(l + 1, Math.floor(at / inputs), at % inputs));
    });
    biases[l]?.forEach((value, at) => take(value, () => biasAt(l + 1, at)));
  });
  return found;
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofUpdate(context) {
  const { state, words, live, count } = context;
  const told = words.update.update;
  const { trainBiases, averageGradients } = state.conventions;
  const most = largest(state, state.stepW, state.stepB);
  if (!most) return { first: told.resized(), more: [] };
  const step = live(most.value, 'step', most.selection);
  if (Math.abs(most.value) < STILL) return { first: still(context, step), more: outcome(context) };
  if (state.answered && rises(state, state.answered) && !isEdited(context))
    return { first: lead(), more: outcome(context) };
  const parameters = numberOf(state, trainBiases);
  if (parameters > BIG) {
    const numbers = { count: count(parameters), step };
    return { first: trainBiases ? told.big(numbers) : told.bigWeightsOnly(numbers), more: outcome(context) };
  }
  return {
    first: lead(),
    more: state.answered ? outcome(context) : [told.largest({ symbol: letterOf(most.selection), step })],
  };

  function lead() {
    if (averageGradients) return trainBiases ? told.all() : told.weightsOnly();
    return trainBiases ? told.allOfSum() : told.weightsOnlyOfSum();
  }
}

/**
 * How many weights, and biases if they are trained.
 * @param {State} state
 * @param {boolean} biases
 */
const numberOf = ({ sizes }, biases) =>
  sizes.slice(1).reduce((sum, n, at) => sum + n * (Number(sizes[at]) + (biases ? 1 : 0)), 0);

/**
 * Why hardly anything moves.
 * @param {Context} context
 * @param {Live} step
 * @returns {Piece[]}
 */
function still({ state, words, given }, step) {
  const told = words.update.update;
  if (step.number === 0) return told.nothing();
  if (Number(state.miniBatchCost) < CLOSE) return told.stillClose({ step });
  const flat = state.rows.every(({ output }) => output?.every((a) => a < FLAT || a > 1 - FLAT));
  if (flat) return told.stillFlat({ step });
  const gradient = largest(state, state.meanNablaW, state.meanNablaB);
  if (Math.abs(Number(gradient?.value)) > GRADIENT)
    return told.stillSlow({ step, eta: given(Number(state.stepEta), 'eta') });
  return told.still({ step });
}

/**
 * @param {State} state
 * @param {Answered} answered
 */
const rises = ({ miniBatchCost, stepEta }, { cost }) => cost > Number(miniBatchCost) && Number(stepEta) > 0;

/**
 * Whether somebody changed weights or samples for the next mini-batch: the new answers may be of those.
 * @param {Context} context
 */
const isEdited = ({ view, state }) =>
  view.timeline.edits.some(
    ({ kind, index }) => index === state.index + 1 && kind !== 'eta' && kind !== 'miniBatchSize',
  );

/**
 * Two numbers in as many decimals as tell them apart.
 * @param {Context} context
 * @param {number} before
 * @param {number} after
 */
function apart({ options, live, state }, before, after) {
  /** @type {Selection} */
  const selection = { kind: 'cost' };
  const pair = [live(before, 'miniBatchCost', selection), live(after, 'answeredCost', selection)];
  let { digits } = options.style;
  while (pair[0]?.written === pair[1]?.written && before !== after && digits < MOST_DECIMALS) {
    digits += 1;
    const { short } = formatOf({ ...options.style, digits });
    for (const piece of pair) piece.written = short(piece.number);
  }
  const [old, now] = /** @type {[Live, Live]} */ (pair);
  return {
    before: old,
    after: now,
    differ: old.written !== now.written && state.miniBatchCost !== undefined,
  };
}

/**
 * What the mini-batch answers with the new weights.
 * @param {Context} context
 * @returns {Piece[][]}
 */
function outcome(context) {
  const { state, words, count } = context;
  const { answered, rows, m } = state;
  const told = words.update.update;
  if (!answered) return [];
  const { before, after, differ } = apart(context, Number(state.miniBatchCost), answered.cost);
  if (!differ) return [told.stays({ cost: before })];
  if (isEdited(context)) return [told.edited({ before, after })];
  if (after.number > before.number)
    return rises(state, answered) ? [told.rises({ before, after })] : [told.edited({ before, after })];
  const samples = rows.map((row, at) => ({ at, was: Number(row.cost), is: Number(answered.costs[at]) }));
  const [better, worse] = [
    samples.filter(({ was, is }) => is < was),
    samples.filter(({ was, is }) => is > was),
  ];
  if (samples.length < m) return [told.falls({ before, after })];
  if (better.length === m) return [told.allImprove({ samples: count(m), before, after })];
  if (m > MOST_SAMPLES || better.length === 0 || worse.length === 0) {
    const counts = { better: count(better.length), worse: count(worse.length), samples: count(m) };
    return [told.mixedMany({ ...counts, before, after })];
  }
  /** @param {{ at: number }[]} list */
  const named = (list) =>
    list.map(({ at }) => ({
      ...count(at + 1),
      selection: { kind: /** @type {const} */ ('sample'), row: at },
    }));
  return [told.mixed({ better: named(better), worse: named(worse), before, after })];
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofEvaluate({ state, view, words, count }) {
  const { correct = 0, total = 0 } = state.evaluation ?? {};
  const numbers = { correct: count(correct), total: count(total) };
  const told = words.update.epoch;
  return { first: view.data?.test ? told.test(numbers) : told.all(numbers), more: [] };
}

/**
 * @param {Context} context
 * @returns {Told}
 */
export function ofShuffle({ state, words, count }) {
  const told = words.update.epoch;
  const epoch = count(state.position.epoch + 2);
  if (state.sampleCount === 1) return { first: told.single({ epoch }), more: [] };
  const order = state.miniBatchCount === 1 ? told.shuffleOne({ epoch }) : told.shuffle({ epoch });
  return state.evaluates ? { first: order, more: [] } : { first: told.used(), more: [order] };
}
