/**
 * A small model of a session, written from the book and independent of the core: no accelerator, no
 * checkpoints, no cache but the list of networks. Only σ and the first weights are the core's, whose bits
 * have tests of their own.
 *
 * @module
 */
import { Network, sigmoidCurve } from './module.js';

/** @typedef {{ epoch: number, miniBatch: number, sample: number, step: number }} Position */
/** @typedef {{ x: number[], y: number[] }[]} Samples */
/** @typedef {{ trainBiases: boolean, halveCost: boolean, averageGradients: boolean }} Conventions */
/**
 * @typedef {object} Settings
 * @property {number[]} sizes
 * @property {number} eta
 * @property {number} m
 * @property {Conventions} conventions
 * @property {Samples} samples
 */
/** @typedef {{ index: number, atStart: boolean, edit: any }} Entry */
/** @typedef {{ weights: number[][][], biases: number[][] }} Net  weights[l][j][k], l from 0 for layer 2 */

const MASK = (1n << 128n) - 1n;
const WORD = (1n << 64n) - 1n;

/** @param {number} z */
const sigmoid = (z) => Number(sigmoidCurve(z, 2)[1]);

/**
 * Returns the order of the samples in an epoch: PCG XSL RR 128/64, then Fisher and Yates, with numbers by
 * Lemire's method.
 *
 * @param {number} seed
 * @param {number} epoch
 * @param {number} count
 */
export function permutation(seed, epoch, count) {
  const increment = ((((2n << 64n) | BigInt(epoch)) << 1n) | 1n) & MASK;
  const step = (/** @type {bigint} */ state) =>
    (state * 0x2360ed051fc65da44385df649fccf645n + increment) & MASK;
  let state = step((BigInt(seed) + increment) & MASK);
  const next = () => {
    state = step(state);
    const [turn, mixed] = [state >> 122n, ((state >> 64n) ^ state) & WORD];
    return ((mixed >> turn) | (mixed << (64n - turn))) & WORD;
  };
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last -= 1) {
    const n = BigInt(last + 1);
    let product = next() * n;
    while ((product & WORD) < (1n << 64n) % n) product = next() * n;
    const chosen = Number(product >> 64n);
    [order[last], order[chosen]] = [Number(order[chosen]), Number(order[last])];
  }
  return order;
}

/**
 * Returns a flat list of parameters as matrices.
 *
 * @param {number[]} sizes
 * @param {ArrayLike<number>} flat
 * @returns {Net}
 */
export function unflatten(sizes, flat) {
  let at = 0;
  const take = (/** @type {number} */ n) => Array.from({ length: n }, () => Number(flat[at++]));
  /** @type {Net} */
  const net = { weights: [], biases: [] };
  for (let l = 1; l < sizes.length; l += 1) {
    net.weights.push(Array.from({ length: Number(sizes[l]) }, () => take(Number(sizes[l - 1]))));
    net.biases.push(take(Number(sizes[l])));
  }
  return net;
}

/** @param {Net} net */
export const flatten = ({ weights, biases }) =>
  weights.flatMap((w, l) => [...w.flat(), ...(biases[l] ?? [])]);

/**
 * @param {Net} net
 * @param {number[]} x
 */
export function forward({ weights, biases }, x) {
  const as = [x];
  /** @type {number[][]} */
  const zs = [];
  weights.forEach((w, l) => {
    const a = /** @type {number[]} */ (as[l]);
    const z = w.map(
      (row, j) => row.reduce((sum, w, k) => sum + w * Number(a[k]), 0) + Number(biases[l]?.[j]),
    );
    zs.push(z);
    as.push(z.map(sigmoid));
  });
  return { as, zs };
}

/**
 * σ'(z) = e q², with e and q from σ: the larger of σ(z) and σ(−z) is q, the smaller e q.
 *
 * @param {number} z
 */
const slope = (z) => {
  const [low, high] = sigmoidCurve(Math.abs(z), 2);
  return Number(low) * Number(high);
};

/**
 * @param {number[]} a
 * @param {number[]} y
 * @param {Conventions} conventions
 */
export const costOf = (a, y, { halveCost }) =>
  (halveCost ? 0.5 : 1) * a.reduce((sum, a, j) => sum + (a - Number(y[j])) * (a - Number(y[j])), 0);

/**
 * Returns delta and the gradient of one sample.
 *
 * @param {Net} net
 * @param {{ x: number[], y: number[] }} sample
 * @param {Conventions} conventions
 */
export function backprop(net, { x, y }, conventions) {
  const { as, zs } = forward(net, x);
  const output = /** @type {number[]} */ (as.at(-1));
  const factor = conventions.halveCost ? 1 : 2;
  /** @type {number[][]} */
  const deltas = [];
  let error = output.map((a, j) => factor * (a - Number(y[j])));
  for (let l = zs.length - 1; l >= 0; l -= 1) {
    const delta = error.map((error, j) => error * slope(Number(zs[l]?.[j])));
    deltas[l] = delta;
    const w = /** @type {number[][]} */ (net.weights[l]);
    error = /** @type {number[]} */ (as[l]).map((_, k) =>
      w.reduce((sum, row, j) => sum + Number(row[k]) * Number(delta[j]), 0),
    );
  }
  const weights = deltas.map((delta, l) =>
    delta.map((delta) => /** @type {number[]} */ (as[l]).map((a) => a * delta)),
  );
  return { output, deltas, nabla: { weights, biases: deltas }, cost: costOf(output, y, conventions) };
}

/**
 * A session: how it began, its edits, and the networks before each mini-batch.
 */
export class Model {
  /**
   * @param {Settings} begin
   * @param {number} seed
   * @param {ArrayLike<number>} parameters
   * @param {boolean} evaluates
   */
  constructor(begin, seed, parameters, evaluates) {
    Object.assign(this, { begin, seed, evaluates });
    this.begin = begin;
    this.seed = seed;
    this.evaluates = evaluates;
    this.first = unflatten(begin.sizes, parameters);
    /** @type {Entry[]} */
    this.entries = [];
    /**
     * The network before each mini-batch, without the edits made there, and the cost of each.
     *
     * @type {Net[]}
     */
    this.nets = [this.first];
    /** @type {number[]} */
    this.costs = [];
  }

  /**
   * Returns the settings after the edits that act up to here.
   *
   * @param {number} index
   * @param {boolean} atStart
   */
  settings(index, atStart = true) {
    const earlier = (/** @type {Entry} */ entry) =>
      entry.index < index || (entry.index === index && (atStart || !entry.atStart));
    return this.entries.filter(earlier).reduce((now, { edit }) => changed(now, edit), this.begin);
  }

  /** Returns all mini-batches of the first epochs: epoch, number, first sample, m. @param {number} index */
  locate(index) {
    let [epoch, miniBatch, offset] = [0, 0, 0];
    for (let at = 0; ; at += 1) {
      const { samples, m: size } = this.settings(at);
      const m = Math.min(size, samples.length - offset);
      const last = offset + m === samples.length;
      if (at === index) return { index, epoch, miniBatch, offset, m, last };
      [epoch, miniBatch, offset] = last ? [epoch + 1, 0, 0] : [epoch, miniBatch + 1, offset + m];
    }
  }

  /** @param {Position} position */
  find(position) {
    for (let index = 0; ; index += 1) {
      const at = this.locate(index);
      if (at.epoch === position.epoch && at.miniBatch === position.miniBatch) return at;
    }
  }

  /** @param {number} index */
  batch(index) {
    const { epoch, offset, m } = this.locate(index);
    const { samples } = this.settings(index);
    const order = permutation(this.seed, epoch, samples.length).slice(offset, offset + m);
    return order.map((sample) => ({ sample, .../** @type {Samples[number]} */ (samples[sample]) }));
  }

  /**
   * Returns a network with the edits of a mini-batch.
   *
   * @param {Net} net
   * @param {number} index
   * @param {boolean} all  those at its start too
   */
  edited(net, index, all) {
    const here = this.entries.filter((entry) => entry.index === index && (all || !entry.atStart));
    return here.reduce((now, { edit }) => this.applied(now, edit), net);
  }

  /** Returns the network at the start of a mini-batch. @param {number} index @returns {Net} */
  network(index) {
    while (this.nets.length <= index) this.nets.push(this.trained(this.nets.length - 1));
    return this.edited(/** @type {Net} */ (this.nets[index]), index, true);
  }

  /** Returns the network after a mini-batch. @param {number} index */
  trained(index) {
    const { net, cost } = this.updated(index, this.settings(index).eta, this.settings(index).conventions);
    this.costs[index] = cost;
    return net;
  }

  /**
   * @param {number} index
   * @param {number} eta
   * @param {Conventions} conventions
   */
  updated(index, eta, conventions) {
    const net = this.network(index);
    const passes = this.batch(index).map((sample) => backprop(net, sample, conventions));
    const sums = flatten(net).map(() => 0);
    for (const { nabla } of passes)
      flatten(nabla).forEach((value, at) => (sums[at] = Number(sums[at]) + value));
    const divisor = conventions.averageGradients ? passes.length : 1;
    const { sizes } = this.settings(index);
    const sum = unflatten(sizes, sums);
    const down = (/** @type {number} */ w, /** @type {number | undefined} */ nabla) =>
      w - eta * (Number(nabla) / divisor);
    const weights = net.weights.map((w, l) =>
      w.map((row, j) => row.map((w, k) => down(w, sum.weights[l]?.[j]?.[k]))),
    );
    const biases = net.biases.map((b, l) =>
      b.map((b, j) => (conventions.trainBiases ? down(b, sum.biases[l]?.[j]) : b)),
    );
    const cost = passes.reduce((sum, { cost }) => sum + cost, 0) / passes.length;
    return { net: { weights, biases }, cost, sums, passes };
  }

  /**
   * @param {Net} net
   * @param {any} edit
   * @returns {Net}
   */
  applied(net, edit) {
    const copy = structuredClone(net);
    if (edit.kind === 'weight')
      /** @type {any} */ (copy.weights)[edit.layer - 2][edit.to][edit.from] = edit.value;
    if (edit.kind === 'bias') /** @type {number[]} */ (copy.biases[edit.layer - 2])[edit.neuron] = edit.value;
    if (edit.kind === 'parameters')
      return unflatten(
        [Number(net.weights[0]?.[0]?.length), ...net.biases.map((b) => b.length)],
        edit.values,
      );
    if (edit.kind !== 'sizes') return copy;
    const fresh = unflatten(edit.sizes, new Network(edit.sizes, this.seed).parameters);
    const kept = (/** @type {number} */ l) => Number(edit.keptLayers[l]);
    const old = (/** @type {number} */ l, /** @type {number} */ j) =>
      kept(l) >= 1 ? net.biases[kept(l) - 1]?.[j] : undefined;
    const biases = fresh.biases.map((b, l) => b.map((b, j) => old(l + 1, j) ?? b));
    const weights = fresh.weights.map((w, l) =>
      w.map((row, j) =>
        row.map((w, k) =>
          kept(l + 1) >= 1 && kept(l) === kept(l + 1) - 1 ? (net.weights[kept(l)]?.[j]?.[k] ?? w) : w,
        ),
      ),
    );
    return { weights, biases };
  }

  /**
   * Makes an edit, and drops what follows it.
   *
   * @param {Position} position
   * @param {any} edit
   */
  edit(position, edit) {
    const at = this.find(position);
    const atStart = position.sample < at.m || position.step < 2;
    const index = atStart ? at.index : at.index + 1;
    this.entries = this.entries.filter(
      (entry) => entry.index < index || (entry.index === index && (atStart || !entry.atStart)),
    );
    this.entries.push({ index, atStart, edit });
    this.forget(index);
    return index;
  }

  /** Drops the networks after mini-batch `index`. @param {number} index */
  forget(index) {
    this.nets.length = Math.min(this.nets.length, index + 1);
    this.costs.length = Math.min(this.costs.length, index);
  }
}

/**
 * Returns settings after an edit.
 *
 * @param {Settings} now
 * @param {any} edit
 * @returns {Settings}
 */
function changed(now, edit) {
  const part = { input: 'x', target: 'y' }[/** @type {'input' | 'target'} */ (edit.kind)];
  if (edit.kind === 'eta') return { ...now, eta: edit.value };
  if (edit.kind === 'miniBatchSize') return { ...now, m: edit.value };
  if (edit.kind === 'conventions') return { ...now, conventions: edit };
  if (part) {
    const samples = structuredClone(now.samples);
    /** @type {any} */ (samples[edit.sample])[part][edit.index] = edit.value;
    return { ...now, samples };
  }
  if (edit.kind !== 'sizes') return now;
  const fit = (/** @type {number[]} */ list, /** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => list[i] ?? 0);
  const samples = now.samples.map(({ x, y }) => ({ x: fit(x, edit.sizes[0]), y: fit(y, edit.sizes.at(-1)) }));
  return { ...now, sizes: edit.sizes, samples };
}
