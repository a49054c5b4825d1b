/**
 * Sentences of what happens between the steps: a first visit, a change, a run.
 *
 * @module
 */
import { ETA, say } from '../pieces.js';
import { KEYS, and, one } from './counting.js';

/** @import { Letter, Numbers, Piece } from '../pieces.js' */

export const firstVisit = () =>
  say`This network has not learned anything yet. Press ${KEYS.next} to feed the first sample forward,
    or ${KEYS.play} to watch.`;

/** Another number of neurons or layers. */
export const resized = {
  /** @param {Numbers<'neuron' | 'weights' | 'kept'>} given */
  neuron: ({ neuron, weights, kept }) =>
    say`Hidden neuron ${neuron} is new: its ${weights} weights and its bias come from the seed (dashed
      outline). The ${kept} others are kept.`,
  /** @param {Numbers<'neuron' | 'kept'>} given */
  neuronGone: ({ neuron, kept }) =>
    say`Hidden neuron ${neuron} is gone, with its weights and its bias. The ${kept} other weights and biases
      are kept.`,
  /** @param {Numbers<'layer' | 'kept' | 'fresh'>} given */
  layer: ({ layer, kept, fresh }) =>
    say`Layer ${layer} is new: ${fresh} weights and biases come from the seed (dashed outline). The ${kept}
      others are kept.`,
  /** @param {Numbers<'kept' | 'fresh'>} given */
  layerGone: ({ kept, fresh }) =>
    say`A layer is gone. Where it was, ${fresh} weights come from the seed (dashed outline); the ${kept}
      other weights and biases are kept.`,
  /** @param {Numbers<'input' | 'weights'>} given */
  input: ({ input, weights }) =>
    one(weights)
      ? say`Input ${input} is new; the samples have 0 there. Its weight comes from the seed (dashed outline).`
      : say`Input ${input} is new; the samples have 0 there. Its ${weights} weights come from the seed (dashed
        outline).`,
  /** @param {Numbers<'input'>} given */
  inputGone: ({ input }) => say`Input ${input} is gone.`,
  /** @param {Numbers<'one' | 'other'>} given */
  contradiction: ({ one, other }) =>
    say`Samples ${one} and ${other} now look the same but want different answers: no network can satisfy
      both.`,
  /** @param {Numbers<'kept'>} given */
  kept: ({ kept }) => say`The ${kept} other weights and biases are kept.`,
  /** @param {Numbers<'output' | 'weights'>} given */
  output: ({ output, weights }) =>
    one(weights)
      ? say`Output ${output} is new; its target is 0 in every sample. Its weight and its bias come from the
        seed (dashed outline).`
      : say`Output ${output} is new; its target is 0 in every sample. Its ${weights} weights and its bias come
        from the seed (dashed outline).`,
  /** @param {Numbers<'output'>} given */
  outputGone: ({ output }) => say`Output ${output} is gone, with its targets.`,
  /** @param {Numbers<'kept' | 'fresh'>} given */
  other: ({ kept, fresh }) =>
    say`The network has other sizes now: ${kept} weights and biases are kept, ${fresh} come from the seed
      (dashed outline).`,
};

/** Another learning rate. */
export const eta = {
  /** @param {Numbers<'times'>} given */
  longer: ({ times }) => say`From this mini-batch on the steps are ${times} times as long.`,
  /** @param {Numbers<'old' | 'eta'>} given */
  shorter: ({ old, eta }) =>
    say`From this mini-batch on ${ETA} is ${eta} instead of ${old}, so the steps are shorter.`,
  /** @param {Numbers<'old' | 'eta'>} given */
  other: ({ old, eta }) =>
    say`From this mini-batch on ${ETA} is ${eta} instead of ${old}, so the steps are longer.`,
  /** @param {Numbers<'old' | 'eta'>} given */
  instead: ({ old, eta }) => say`From this mini-batch on ${ETA} is ${eta} instead of ${old}.`,
  zero: () => say`${ETA} is 0: from this mini-batch on no weight moves.`,
  /** @param {Numbers<'eta'>} given */
  negative: ({ eta }) =>
    say`${ETA} = ${eta} is negative: from this mini-batch on each step goes along the gradient, towards a
      higher cost.`,
  /** @param {Numbers<'old' | 'eta'>} given */
  next: ({ old, eta }) => say`This update was made with ${old}; the next one uses ${eta}.`,
};

/** Another number of samples in a mini-batch. */
export const miniBatchSize = {
  /** @param {Numbers<'old' | 'm'>} given */
  now: ({ old, m }) =>
    one(m)
      ? say`From this mini-batch on each has one sample instead of ${old}.`
      : say`From this mini-batch on each has ${m} samples instead of ${old}.`,
  /** @param {Numbers<'old' | 'm' | 'from' | 'to'>} given */
  moved: ({ old, m, from, to }) =>
    one(m)
      ? say`A mini-batch has one sample now instead of ${old}. Sample ${from} is no longer in this one, so
        sample ${to} is shown.`
      : say`A mini-batch has ${m} samples now instead of ${old}. Sample ${from} is no longer in this one, so
        sample ${to} is shown.`,
  /** @param {Numbers<'old' | 'm'>} given */
  next: ({ old, m }) =>
    one(old)
      ? say`This update was made with one sample; from the next one on a mini-batch has ${m}.`
      : say`This update was made with ${old} samples; from the next one on a mini-batch has ${m}.`,
};

/** A number of a sample typed in. */
export const sample = {
  input: {
    /** @param {Numbers<'number' | 'value'>} given */
    now: ({ number, value }) =>
      say`You set input ${number} of a sample to ${value}. Everything from this mini-batch on is computed
        anew; Undo brings the old future back.`,
    /** @param {Numbers<'number' | 'value'>} given */
    next: ({ number, value }) =>
      say`You set input ${number} of a sample to ${value}, after this update. It counts when the sample comes
        next; Undo takes it back.`,
  },
  target: {
    /** @param {Numbers<'number' | 'value'>} given */
    now: ({ number, value }) =>
      say`You set target ${number} of a sample to ${value}. Everything from this mini-batch on is computed
        anew; Undo brings the old future back.`,
    /** @param {Numbers<'number' | 'value'>} given */
    next: ({ number, value }) =>
      say`You set target ${number} of a sample to ${value}, after this update. It counts when the sample comes
        next; Undo takes it back.`,
  },
};

/** A number typed in. */
export const edited = {
  /** @param {{ symbol: Letter } & Numbers<'value'>} given */
  now: ({ symbol, value }) =>
    say`You set ${symbol} to ${value}. Everything from this mini-batch on is computed anew; Undo brings the
      old future back.`,
  /** @param {{ symbol: Letter } & Numbers<'value'>} given */
  next: ({ symbol, value }) =>
    say`You set ${symbol} to ${value}, after this update. It counts from the next mini-batch on; Undo takes
      it back.`,
};

/** The end of a run. */
export const run = {
  /** @param {Numbers<'count' | 'before' | 'after'>} given */
  fell: ({ count, before, after }) =>
    one(count)
      ? say`One mini-batch later. The mean cost fell from ${before} to ${after}.`
      : say`${count} mini-batches later. The mean cost fell from ${before} to ${after}.`,
  /** @param {Numbers<'count' | 'before' | 'after'>} given */
  rose: ({ count, before, after }) =>
    one(count)
      ? say`One mini-batch later. The mean cost rose from ${before} to ${after}.`
      : say`${count} mini-batches later. The mean cost rose from ${before} to ${after}.`,
  /** @param {Numbers<'count' | 'after'>} given */
  same: ({ count, after }) => say`${count} mini-batches later. The mean cost is still ${after}.`,
};

/** @param {{ symbol: Letter }} given */
export const diverged = ({ symbol }) =>
  say`This update would make ${symbol} larger than any number. It was not made. Go back one mini-batch, or
    set a smaller ${ETA}.`;

/** @param {Numbers<'epoch'> & { classes: Piece[] }} given */
export const stuck = ({ epoch, classes }) =>
  classes.length === 1
    ? say`Since epoch ${epoch} the network has never predicted ${and(classes)}: its output is flat for it, so
      hardly any gradient is left.`
    : say`Since epoch ${epoch} the network has never predicted ${and(classes)}: its outputs are flat for
      them, so hardly any gradient is left.`;

/** Work taken up again. */
export const restored = {
  today: () => say`You are where you left off earlier today.`,
  yesterday: () => say`You are where you left off yesterday.`,
  /** @param {Numbers<'days'>} given */
  days: ({ days }) => say`You are where you left off ${days} days ago.`,
};

export const recovered = () =>
  say`The computation crashed and was restarted. Nothing is lost except the undo history.`;

/** A condition met that was searched for. */
export const met = {
  /** @param {{ symbol: Letter } & Numbers<'count' | 'before' | 'after'>} given */
  sign: ({ symbol, count, before, after }) =>
    say`${symbol} changed its sign here, ${count} mini-batches on: ${before} became ${after}.`,
};
