/**
 * Sentences of the sum over the samples, of the update, and of the end of an epoch.
 *
 * @module
 */
import { ETA, say } from '../pieces.js';
import { and, one, word } from './counting.js';

/** @import { Letter, Live, Numbers } from '../pieces.js' */

/** +Σ∇. */
export const sum = {
  /** @param {Numbers<'more'>} given */
  first: ({ more }) =>
    one(more)
      ? say`Nothing is learned yet. The gradients of this sample are put aside; one more sample will have its
        say before any weight moves.`
      : say`Nothing is learned yet. The gradients of this sample are put aside; ${word(more)} more samples
        will have their say before any weight moves.`,
  only: () => say`The mini-batch has this one sample, so its gradients are the whole sum.`,
  /** @param {Numbers<'before'>} given */
  middle: ({ before }) =>
    one(before)
      ? say`This sample’s gradients are added to those of the one before it.`
      : say`This sample’s gradients are added to those of the ${word(before)} before it.`,
  /** @param {Numbers<'before' | 'now'> & { symbol: Letter }} given */
  otherWay: ({ symbol, before, now }) =>
    say`For ${symbol} they pull the other way: ${before} so far, ${now} now.`,
  /** @param {Numbers<'before' | 'now'> & { symbol: Letter }} given */
  sameWay: ({ symbol, before, now }) =>
    say`For ${symbol} they pull the same way: ${before} so far, ${now} now.`,
  /** @param {Numbers<'m'>} given */
  last: ({ m }) => say`All ${m} samples have had their say.`,
  /** @param {Numbers<'up' | 'down'> & { symbol: Letter }} given */
  pulls: ({ symbol, up, down }) => say`For ${symbol} ${word(up)} pulled up and ${word(down)} down.`,
  /** @param {Numbers<'sum'> & { symbol: Letter }} given */
  total: ({ symbol, sum }) => say`For ${symbol} they add up to ${sum}.`,
  /** @param {Numbers<'sample' | 'a' | 'y' | 'cost'>} given */
  sample: ({ sample, a, y, cost }) =>
    say`Sample ${sample} went forward and back. It answered ${a} instead of ${y}, at a cost of ${cost}; its
      gradients are added to the sums.`,
  /** @param {Numbers<'sample' | 'cost'>} given */
  sampleOfMany: ({ sample, cost }) =>
    say`Sample ${sample} went forward and back. Its cost is ${cost}; its gradients are added to the sums.`,
};

/** ÷ m. */
export const mean = {
  /** @param {Numbers<'m' | 'other'>} given */
  all: ({ m, other }) =>
    say`The sums are divided by the ${m} samples, so a step is as large for a mini-batch of ${m} as for one
      of ${other}. The result is the gradient of the mean cost.`,
  /** @param {Numbers<'m' | 'usual'>} given */
  short: ({ m, usual }) =>
    say`This is the last mini-batch of the epoch and has only ${m} samples: the sums are divided by ${m}, not
      by ${usual}.`,
  /** @param {Numbers<'usual'>} given */
  shortOne: ({ usual }) =>
    say`This is the last mini-batch of the epoch and has only one sample: its gradient is the mean, not
      divided by ${usual}.`,
  one: () => say`With one sample in the mini-batch the mean is the sample’s own gradient.`,
  /** @param {Numbers<'m'>} given */
  notDivided: ({ m }) =>
    say`By the convention set here the sums are not divided: a mini-batch of ${m} takes a step ${word(m)}
      times as long.`,
  notDividedOne: () =>
    say`By the convention set here the sums are not divided. With one sample that makes no difference.`,
};

/** × η. */
export const scale = {
  /** @param {Numbers<'eta'>} given */
  eta: ({ eta }) => say`The learning rate ${ETA} = ${eta} says how far to go against the gradient.`,
  /** @param {Numbers<'step'> & { symbol: Letter }} given */
  step: ({ symbol, step }) => say`For ${symbol} the step is ${step}.`,
  changed: () =>
    say`${ETA} was changed for this mini-batch: it counts from here on; nothing before depends on it.`,
  zero: () => say`The learning rate ${ETA} is 0, so nothing will move.`,
};

/**
 * The update. A sentence about the steps (down to `largest`, and `still…`) is followed by one about the
 * result.
 */
export const update = {
  all: () => say`Every weight steps against its mean gradient.`,
  allOfSum: () => say`Every weight steps against the sum of its gradients.`,
  weightsOnly: () => say`Every weight steps against its mean gradient; the biases are not trained and stay.`,
  weightsOnlyOfSum: () =>
    say`Every weight steps against the sum of its gradients; the biases are not trained and stay.`,
  /** @param {Numbers<'count' | 'step'>} given */
  big: ({ count, step }) => say`${count} weights and biases move; the largest step is ${step}.`,
  /** @param {Numbers<'count' | 'step'>} given */
  bigWeightsOnly: ({ count, step }) =>
    say`${count} weights move, the largest step is ${step}; the biases are not trained and stay.`,
  /** @param {Numbers<'step'> & { symbol: Letter }} given */
  largest: ({ symbol, step }) => say`The largest step is ${step}, of ${symbol}.`,
  /** @param {Numbers<'samples' | 'before' | 'after'>} given */
  allImprove: ({ samples, before, after }) =>
    one(samples)
      ? say`The sample improves: its cost falls from ${before} to ${after}.`
      : say`All ${samples} samples improve: the mean cost falls from ${before} to ${after}.`,
  /** @param {Numbers<'before' | 'after'> & { better: Live[], worse: Live[] }} given */
  mixed: ({ better, worse, before, after }) => {
    const falls = say`the mean cost falls from ${before} to ${after}.`;
    if (better.length === 1 && worse.length === 1)
      return say`Sample ${and(better)} improves, sample ${and(worse)} gets worse; ${falls}`;
    if (better.length === 1)
      return say`Sample ${and(better)} improves, samples ${and(worse)} get worse; ${falls}`;
    if (worse.length === 1) return say`Samples ${and(better)} improve, ${and(worse)} gets worse; ${falls}`;
    return say`Samples ${and(better)} improve, ${and(worse)} get worse; ${falls}`;
  },
  /** @param {Numbers<'before' | 'after' | 'better' | 'worse' | 'samples'>} given */
  mixedMany: ({ better, worse, samples, before, after }) => {
    const falls = say`the mean cost falls from ${before} to ${after}.`;
    if (one(better)) return say`One of ${samples} samples improves, ${word(worse)} get worse; ${falls}`;
    if (worse.number < 2)
      return say`${better} of ${samples} samples improve, ${word(worse)} gets worse; ${falls}`;
    return say`${better} of ${samples} samples improve, ${word(worse)} get worse; ${falls}`;
  },
  /** @param {Numbers<'before' | 'after'>} given */
  falls: ({ before, after }) => say`The mean cost of this mini-batch falls from ${before} to ${after}.`,
  /** @param {Numbers<'cost'>} given */
  stays: ({ cost }) => say`The mean cost of this mini-batch stays at ${cost}.`,
  /** @param {Numbers<'before' | 'after'>} given */
  rises: ({ before, after }) =>
    say`The step was too long: the mean cost rises from ${before} to ${after}. A smaller ${ETA} would have
      gone less far.`,
  /** @param {Numbers<'before' | 'after'>} given */
  edited: ({ before, after }) =>
    say`With the weights as they are now, the mean cost of this mini-batch goes from ${before} to ${after}.`,
  resized: () =>
    say`The update was made, and then your change of the network. The sums belonged to the old one.`,
  /** @param {Numbers<'step'>} given */
  stillFlat: ({ step }) =>
    say`Hardly anything moves: the largest step is ${step}. All outputs are flat here, so hardly any gradient
      is left.`,
  /** @param {Numbers<'step'>} given */
  stillClose: ({ step }) =>
    say`Hardly anything moves: the largest step is ${step}. The answers are close to their targets already.`,
  /** @param {Numbers<'step' | 'eta'>} given */
  stillSlow: ({ step, eta }) =>
    say`Hardly anything moves: the largest step is ${step}. There is a gradient, but ${ETA} = ${eta} takes
      small steps.`,
  /** @param {Numbers<'step'>} given */
  still: ({ step }) =>
    say`Hardly anything moves: the largest step is ${step}. The gradient of the mean cost is almost 0 here.`,
  nothing: () => say`Nothing moves: every step is 0.`,
};

/** The end of an epoch. */
export const epoch = {
  /** @param {Numbers<'total' | 'correct'>} given */
  test: ({ total, correct }) =>
    say`Every training sample was used once. Of the ${total} test samples the network now answers ${correct}
      correctly. No weight changes.`,
  /** @param {Numbers<'total' | 'correct'>} given */
  all: ({ total, correct }) =>
    say`All ${total} samples go forward once more, with the new weights: ${correct} of ${total} are answered
      correctly. No weight changes.`,
  used: () => say`Every sample was used once.`,
  /** @param {Numbers<'epoch'>} given */
  shuffle: ({ epoch }) =>
    say`The samples get a new order for epoch ${epoch}, so the mini-batches are made up anew.`,
  /** @param {Numbers<'epoch'>} given */
  shuffleOne: ({ epoch }) =>
    say`The samples get a new order for epoch ${epoch}, but one mini-batch still holds them all.`,
  /** @param {Numbers<'epoch'>} given */
  single: ({ epoch }) =>
    say`There is one sample, so there is nothing to shuffle. Epoch ${epoch} uses it again.`,
};

/** Parts of these steps in detail. */
export const parts = {
  /** @param {Numbers<'now'> & { symbol: Letter }} given */
  sumFirst: ({ symbol, now }) => say`The sum for ${symbol} begins with this sample’s gradient, ${now}.`,
  /** @param {Numbers<'before' | 'now' | 'sum'> & { symbol: Letter }} given */
  sum: ({ symbol, before, now, sum }) =>
    say`The sum for ${symbol} was ${before}. This sample adds ${now}, which makes ${sum}.`,
  /** @param {Numbers<'m' | 'sum' | 'mean'> & { symbol: Letter }} given */
  mean: ({ symbol, m, sum, mean }) =>
    one(m)
      ? say`One sample gave ${symbol} the gradient ${sum}, and that is the mean.`
      : say`The ${m} samples gave ${symbol} gradients that add up to ${sum}. The mean is ${mean}.`,
  /** @param {Numbers<'sum'> & { symbol: Letter }} given */
  notDivided: ({ symbol, sum }) => say`The sum for ${symbol} is not divided; it stays ${sum}.`,
  /** @param {Numbers<'mean' | 'eta' | 'step'> & { symbol: Letter }} given */
  scale: ({ symbol, mean, eta, step }) =>
    say`The mean gradient of ${symbol} is ${mean}. Going against it, ${ETA} = ${eta} times as far, makes a
      step of ${step}.`,
  /** @param {Numbers<'sum' | 'eta' | 'step'> & { symbol: Letter }} given */
  scaleSum: ({ symbol, sum, eta, step }) =>
    say`The gradients of ${symbol} add up to ${sum}. Going against that, ${ETA} = ${eta} times as far, makes
      a step of ${step}.`,
  /** @param {{ symbol: Letter }} given */
  noStep: ({ symbol }) => say`${symbol} is a bias, and biases are not trained here: it takes no step.`,
  /** @param {Numbers<'before' | 'step' | 'after'> & { symbol: Letter }} given */
  update: ({ symbol, before, step, after }) => say`${symbol} steps by ${step}: from ${before} to ${after}.`,
  /** @param {Numbers<'step' | 'after'> & { symbol: Letter }} given */
  edited: ({ symbol, step, after }) =>
    say`${symbol} steps by ${step}. With your change after it, it is ${after}.`,
  /** @param {Numbers<'after'> & { symbol: Letter }} given */
  stays: ({ symbol, after }) => say`${symbol} is a bias, and biases are not trained here: it stays ${after}.`,
  /** @param {{ winners: Live[], losers: Live[] }} given */
  outvoted: ({ winners, losers }) =>
    winners.length === 1
      ? say`Sample ${and(winners)} outvoted ${and(losers)}.`
      : say`Samples ${and(winners)} outvoted ${and(losers)}.`,
};
