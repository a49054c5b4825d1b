/**
 * Sentences of what happens between the steps: a first visit, a change, a run, work taken up again.
 *
 * @module
 */
import { formatOf, givenNumber } from '../notation/format.js';
import { keptCount } from '../scene/resized.js';
import { letterOf } from './context.js';

/** @import { SampleRow } from '../protocol/state.js' */
/** @import { Style } from '../notation/format.js' */
/** @import { Resized } from '../scene/resized.js' */
/** @import { Words } from '../words/en.js' */
/** @import { Letter, Live, Piece, Quantity } from '../words/pieces.js' */
/** @import { Parameter } from '../notation/selection.js' */
/** @import { Names } from './context.js' */

/**
 * - `resized`: from `resized.from` to `sizes`; `rows` are samples as they are now.
 * - `eta`: set from `old` to `value`; `made` says that the update shown was made with the old one.
 * - `miniBatchSize`: from `old` to `value` samples; `moved` are the numbers of the sample shown before and
 *   now, if it is no longer in the mini-batch.
 * - `sample`: an input or a target of a sample, by its index.
 * - `edited`: a weight or bias typed in; `made` says that it was after the update shown.
 * - `ran`: so many mini-batches, with the mean cost before and after.
 * - `stuck`: classes never predicted since an epoch. `restored`: work left off so many days ago.
 * - `met`: a number changed its sign so many mini-batches on.
 *
 * @typedef {(
 *   | { kind: 'firstVisit' } | { kind: 'recovered' }
 *   | { kind: 'resized', resized: Resized, sizes: readonly number[], rows: readonly SampleRow[] }
 *   | { kind: 'eta', old: number, value: number, made: boolean }
 *   | {
 *       kind: 'miniBatchSize',
 *       old: number,
 *       value: number,
 *       moved?: { from: number, to: number },
 *       made: boolean,
 *     }
 *   | { kind: 'sample', what: 'input' | 'target', index: number, value: number, made: boolean }
 *   | { kind: 'edited', parameter: Parameter, value: number, made: boolean }
 *   | { kind: 'ran', miniBatches: number, before: number, after: number }
 *   | { kind: 'diverged', parameter: Parameter }
 *   | { kind: 'stuck', epoch: number, classes: readonly number[] }
 *   | { kind: 'restored', days: number }
 *   | { kind: 'met', letter: Letter, quantity: Quantity, miniBatches: number, before: number, after: number }
 * )} Moment
 */

/**
 * Returns what is said of a moment, as whole sentences.
 *
 * @param {Moment} moment
 * @param {{ words: Words, style: Style, names?: Names }} options
 * @returns {Piece[]}
 */
export function momentOf(moment, { words, style, names }) {
  const { short } = formatOf(style);
  /**
   * @param {number} number
   * @param {Quantity} quantity
   * @returns {Live}
   */
  const live = (number, quantity) => ({ number, quantity, written: short(number) });
  /**
   * @param {number} number
   * @returns {Live}
   */
  const count = (number) => ({ number, quantity: 'count', written: String(number) });
  /**
   * @param {number} number
   * @param {Quantity} quantity
   * @returns {Live}
   */
  const given = (number, quantity) => ({ number, quantity, written: givenNumber(number, style) });
  const told = words.moments;
  /**
   * @param {{ old: number, value: number, made: boolean }} of
   * @param {{ old: Live, eta: Live }} numbers
   */
  function eta(of, numbers) {
    const { old, value, made } = of;
    if (made) return told.eta.next(numbers);
    if (value === 0) return told.eta.zero();
    if (value < 0) return told.eta.negative(numbers);
    if (old <= 0) return told.eta.instead(numbers);
    const times = timesAsLong(of);
    if (times !== undefined) return told.eta.longer({ times: count(times) });
    return value < old ? told.eta.shorter(numbers) : told.eta.other(numbers);
  }
  switch (moment.kind) {
    case 'firstVisit':
      return told.firstVisit();
    case 'recovered':
      return told.recovered();
    case 'resized':
      return resized(moment, told.resized, count);
    case 'eta': {
      return eta(moment, { old: given(moment.old, 'eta'), eta: given(moment.value, 'eta') });
    }
    case 'miniBatchSize': {
      const numbers = { old: count(moment.old), m: count(moment.value) };
      if (moment.made) return told.miniBatchSize.next(numbers);
      if (!moment.moved) return told.miniBatchSize.now(numbers);
      const { from, to } = moment.moved;
      return told.miniBatchSize.moved({ ...numbers, from: count(from), to: count(to) });
    }
    case 'sample': {
      const numbers = {
        number: count(moment.index + 1),
        value: given(moment.value, moment.what === 'input' ? 'x' : 'y'),
      };
      return told.sample[moment.what][moment.made ? 'next' : 'now'](numbers);
    }
    case 'edited': {
      const value = given(moment.value, moment.parameter.kind === 'weight' ? 'weights' : 'biases');
      return (moment.made ? told.edited.next : told.edited.now)({
        symbol: letterOf(moment.parameter),
        value,
      });
    }
    case 'ran': {
      const numbers = {
        count: count(moment.miniBatches),
        before: live(moment.before, 'miniBatchCost'),
        after: live(moment.after, 'miniBatchCost'),
      };
      if (numbers.before.written === numbers.after.written) return told.run.same(numbers);
      return (moment.after < moment.before ? told.run.fell : told.run.rose)(numbers);
    }
    case 'diverged':
      return told.diverged({ symbol: letterOf(moment.parameter) });
    case 'stuck': {
      const classes = moment.classes.map((one) => ({ name: names?.classes?.[one] ?? String(one) }));
      return told.stuck({ epoch: count(moment.epoch), classes });
    }
    case 'restored':
      if (moment.days === 0) return told.restored.today();
      return moment.days === 1 ? told.restored.yesterday() : told.restored.days({ days: count(moment.days) });
    case 'met': {
      const { letter: symbol, quantity, miniBatches } = moment;
      const [before, after] = [live(moment.before, quantity), live(moment.after, quantity)];
      return told.met.sign({ symbol, count: count(miniBatches), before, after });
    }
  }
}

/**
 * How many times as long the steps are, if it is a whole number.
 * @param {{ old: number, value: number }} eta
 */
function timesAsLong({ old, value }) {
  const times = Math.round(value / old);
  return times > 1 && Math.abs(value / old - times) < 1e-9 ? times : undefined;
}

/** Two samples with the same input and different targets. @param {readonly SampleRow[]} rows */
function contradiction(rows) {
  const same = (/** @type {Float64Array} */ one, /** @type {Float64Array} */ other) =>
    one.every((value, at) => value === other[at]);
  for (const [at, row] of rows.entries()) {
    const other = rows.findIndex((each, later) => later > at && same(row.x, each.x) && !same(row.y, each.y));
    if (other >= 0) return { one: at + 1, other: other + 1 };
  }
  return undefined;
}

/**
 * @param {Extract<Moment, { kind: 'resized' }>} moment
 * @param {Words['moments']['resized']} told
 * @param {(number: number) => Live} count
 * @returns {Piece[]}
 */
function resized({ resized: change, sizes, rows }, told, count) {
  const { from, keptLayers } = change;
  const { kept, fresh } = keptCount(change, sizes);
  const numbers = { kept: count(kept), fresh: count(fresh) };
  const added = keptLayers.filter((layer) => layer < 0).length;
  const removed = from.length - (sizes.length - added);
  const changed = sizes.flatMap((n, l) =>
    keptLayers[l] === -1 || n === from[Number(keptLayers[l])] ? [] : [l],
  );
  if (added === 1 && removed === 0 && changed.length === 0)
    return told.layer({ layer: count(keptLayers.indexOf(-1) + 1), ...numbers });
  if (added === 0 && removed === 1 && changed.length === 0) return told.layerGone(numbers);
  const [l] = changed;
  if (l === undefined || changed.length > 1 || added + removed > 0) return told.other(numbers);
  const [was, is] = [Number(from[l]), Number(sizes[l])];
  if (Math.abs(is - was) !== 1) return told.other(numbers);
  const [grew, which] = [is > was, count(Math.max(is, was))];
  if (l === 0 && grew) return told.input({ input: which, weights: count(fresh) });
  if (l === 0) {
    const pair = contradiction(rows);
    const gone = told.inputGone({ input: which });
    if (!pair) return [...gone, { text: ' ' }, ...told.kept({ kept: count(kept) })];
    return [
      ...gone,
      { text: ' ' },
      ...told.contradiction({ one: count(pair.one), other: count(pair.other) }),
    ];
  }
  if (l === sizes.length - 1)
    return grew
      ? told.output({ output: which, weights: count(fresh - 1) })
      : [...told.outputGone({ output: which }), { text: ' ' }, ...told.kept({ kept: count(kept) })];
  if (!grew) return told.neuronGone({ neuron: which, kept: count(kept) });
  return told.neuron({ neuron: which, weights: count(fresh - 1), kept: count(kept) });
}
